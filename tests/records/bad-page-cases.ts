/** Pages of prose with one fault each, and how each is told. */
import { one, swap, whole, type BadData } from './bad-case.ts';

const page = 'docs/systems/starina/architecture/startup.mdx';
const heading = '## From firmware to kernel';
/** Behind the first words of a section, whatever they are. */
const put = (text: string) => (content: string) => content.replace(new RegExp(`${heading}\\n\\n[^<\\n]+`), (first) => `${first} ${text}`);
const block = (text: string) => swap(heading, `${text}\n\n${heading}`);
const notAllowed = (url: string): string =>
  `link: '${url}' is not an address that is allowed\n    Write https://… for another site, or /…/ for a page of this one.`;

export const badPages: readonly BadData[] = [
  one(
    'R3: a cited path that steps up',
    page,
    put('<Cite at="98dae3c" path="../../x">x</Cite>'),
    '../../x',
    "<Cite>: '../../x' is not a path inside a repository\n    Write it from the root of the repository, without a slash first or last.",
  ),
  one('R3: a link that is a script', page, put('[x](javascript:alert(1))'), '[x]', notAllowed('javascript:alert(1)')),
  one('R3: a link to data', page, put('[x](data:text/html,x)'), '[x]', notAllowed('data:text/html,x')),
  one('R3: a link without encryption', page, put('[x](http://evil.example/)'), '[x]', notAllowed('http://evil.example/')),
  one(
    'R3: a link by reference that is a script',
    page,
    block('[x][y]{/* states nothing */}\n\n[y]: javascript:alert(1)'),
    '[y]: ',
    notAllowed('javascript:alert(1)'),
  ),
  one(
    'R3: a link to another host',
    page,
    put('[x](//evil.example/)'),
    '[x]',
    "link: '//evil.example/' leads to another host or out of its folder\n    Write one slash first, and the whole path.",
  ),
  one(
    'R3: an image of another host',
    page,
    put('![x](https://evil.example/x.png)'),
    '![x]',
    "image: the image 'https://evil.example/x.png' is not one of this site\n    Put it into public/, and write its address from the root.",
  ),
  one(
    'R3: an image as data',
    page,
    put('![x](data:image/png;base64,AA)'),
    '![x]',
    "image: the image 'data:image/png;base64,AA' is not one of this site\n    Put it into public/, and write its address from the root.",
  ),
  one(
    'R3: a frame',
    page,
    block('<iframe src="https://evil.example/" />'),
    '<iframe',
    '<iframe>: the element <iframe> is not allowed in prose\n    Write it in Markdown, or as a component of this site.',
  ),
  one(
    'R6: a handler',
    page,
    put('<kbd onclick="alert(1)">x</kbd>'),
    'onclick',
    "<kbd>: 'onclick' is not allowed in prose\n    Take it out: a page holds text, and no script and no style.",
  ),
  one(
    'R3: a computed text',
    page,
    put('{globalThis.process.env.HOME}'),
    'globalThis',
    '{globalThis.process.env.HOME}: a page of prose computes nothing\n    Write the text itself; import one component a line, and give attributes as plain values.',
  ),
  one(
    'R3: an import of a program',
    page,
    swap('import Cite', "import fs from 'node:fs';\nimport Cite"),
    'node:fs',
    "import fs: a page does not import 'node:fs'\n    Import components alone, from ~/components/….",
  ),
  {
    ...one(
      'R6: an unknown rule',
      page,
      block('<Rule id="starina.startup.export-first" />'),
      'export-first',
      "<Rule>: there is no rule 'starina.startup.export-first' in src/content/rules/\n    Did you mean 'starina.startup.exports-first'?",
    ),
    builds: true,
  },
  one(
    'C3: an unknown difference',
    page,
    swap('id="starina-device-tree-added"', 'id="starina-device-tree-aded"'),
    'tree-aded',
    "<Drift>: there is no difference 'starina-device-tree-aded' in src/content/drift/\n    Did you mean 'starina-device-tree-added'?",
  ),
  one(
    'C3: an unknown simulation',
    page,
    (text) =>
      block('<Simulation id="starina/chanel" />')(text).replace(
        'import Cite',
        "import Simulation from '~/components/simulation/Simulation.astro';\nimport Cite",
      ),
    '<Simulation',
    "<Simulation>: there is no simulation 'starina/chanel' in src/mechanisms/registry.ts\n    Did you mean 'starina/channel'?",
  ),
  one(
    'R6: line 9999 of a source',
    page,
    put('<Cite lines="9999">x</Cite>'),
    '"9999"',
    "<Cite>: a citation ends at line 9999, and 'starina-readme' has 52 lines\n    Correct the lines: the first one of the file is 1.",
  ),
  one(
    'C3: a commit that is not listed',
    page,
    put('<Cite at="aaaaaaa" path="a">x</Cite>'),
    'aaaaaaa',
    "<Cite>: the commit 'aaaaaaa' is not in the list of 'starina-upstream'\n    Add it there with its date, or correct it.",
  ),
  one(
    'C3: a misspelt attribute',
    page,
    put('<Cite line="3">x</Cite>'),
    'line="3"',
    "<Cite>: <Cite> has no 'line'\n    Did you mean 'lines'?",
  ),
  one(
    'C3: an import that is missing',
    page,
    swap("import Rule from '~/components/spec/Rule.astro';\n", ''),
    '<Rule id="starina.startup.one-export"',
    "<Rule>: Rule is used and not imported\n    Write below the frontmatter: import Rule from '~/components/spec/Rule.astro';",
  ),
  one(
    'C3: a paragraph without a citation',
    page,
    block('The kernel never sleeps.'),
    'never sleeps',
    'paragraph: no citation, rule or difference shows where this paragraph comes from\n    Add a <Cite …> to what it states; where it only leads on, end it with {/* states nothing */}.',
  ),
  one(
    'C3: a link to a page that does not exist',
    page,
    put('[x](/systems/starina/architecture/chanels/)'),
    '[x]',
    "link: there is no page '/systems/starina/architecture/chanels/'\n    Did you mean '/systems/starina/architecture/channels/'?",
  ),
  one(
    'C3: a term that does not exist',
    page,
    put('[x](/glossary/#handel)'),
    '[x]',
    "link: there is no 'handel' on /glossary/\n    Did you mean 'handle'?",
  ),
  one('R6: an element that is not closed', page, put('<Cite lines="3">x'), '"3"', `${whole}this is not MDX: `),
  one(
    'R6: a page without a lead',
    page,
    swap(/^description: .*\n/m, ''),
    'title:',
    'description: this field is missing\n    Add it; src/schemas/page.ts says what it means.',
  ),
  one(
    'R3: a script above the page',
    page,
    swap('sidebar:', 'head: [{ tag: script, content: alert(1) }]\nsidebar:'),
    'head:',
    "head: 'head' is not a key here\n    The keys here are title, description, sidebar (src/schemas/page.ts).",
  ),
];
