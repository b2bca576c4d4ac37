/** Records and files with one fault each, and how each is told: what a schema alone does not see, or what no file should be. */
import { one, swap, whole, type BadData } from './bad-case.ts';

const rule = 'rules/themelios/themelios.capability.grant-is-subset.yaml';
const upstream = 'sources/starina-upstream.yaml';
const readme = 'sources/starina-readme.yaml';
const graph = 'architecture/starina.yaml';
const extra = 'rules/x.yaml';

const ofSchema = (name: string): string => `\n    Correct it; src/schemas/${name}.ts says what is allowed.`;
const https = 'must be an address that begins with https://';
const pageAddress = 'must be the address of a page of this site, from the root, ending in a slash';
const inside = 'must be a path inside the repository: no slash first or last, no "..", no "#", "?", backslash or blank';

const addresses: readonly BadData[] = [
  one(
    'R3: a web address that is a script',
    upstream,
    swap(/^web: .*/m, 'web: "javascript:alert(1)//"'),
    'web:',
    `web: ${https}${ofSchema('sources')}`,
  ),
  one('R3: a web address without encryption', upstream, swap('web: https', 'web: http'), 'web:', `web: ${https}${ofSchema('sources')}`),
  one(
    'R3: a web address with a fragment',
    upstream,
    swap(/^web: .*/m, 'web: https://github.com/starina-os/starina#x'),
    'web:',
    `web: must be an address without a query, a fragment or a user${ofSchema('sources')}`,
  ),
  one(
    'R3: a repository that is a script',
    'systems/starina.yaml',
    swap('web: https://github.com', 'web: data:text/html'),
    'web: data',
    `repository.web: ${https}${ofSchema('systems')}`,
  ),
  ...['//evil.example/', '/\\evil.example/', 'https://evil.example/', '/rules', '/../rules/'].map((address) =>
    one(`R3: the page ${address}`, rule, swap(/^page: .*/m, `page: ${address}`), 'page:', `page: ${pageAddress}${ofSchema('rules')}`),
  ),
  one(
    'R3: a page that does not exist',
    rule,
    swap('/capabilities/', '/capability/'),
    'page:',
    "page: there is no page '/systems/themelios/architecture/capability/'\n    Did you mean '/systems/themelios/architecture/capabilities/'?",
  ),
  ...['../../..', 'a#b?c', '/kernel/src', 'kernel//src', 'kernel/src/', './kernel', 'kernel\\src', 'https://evil.example'].map((path) =>
    one(
      `R3: the cited path ${path}`,
      rule,
      swap('kernel/src/cap/cspace.rs', `'${path}'`),
      'path:',
      `cite[0].path: ${inside}${ofSchema('rules')}`,
    ),
  ),
];

const yaml: readonly BadData[] = [
  one(
    "R4: system: '('",
    rule,
    swap('system: themelios', "system: '('"),
    'system:',
    "system: there is no '(' in systems\n    Correct the id, or add a file to src/content/systems/.",
  ),
  one(
    'R4: an alias that stands for nothing',
    rule,
    swap('modality: must', 'modality: *word'),
    '*word',
    `${whole}'*word' stands for something else in the file\n    Write it out: a record has no aliases.`,
  ),
  one(
    'R4: aliases of aliases',
    extra,
    [
      'a: &a [x, x]',
      ...'bcdefghijklmnopqrst'.split('').map((it, i) => `${it}: &${it} [${`*${'abcdefghijklmnopqrst'[i]}, `.repeat(9)}]`),
    ].join('\n'),
    2,
    `${whole}'*a' stands for something else in the file\n    Write it out: a record has no aliases.`,
  ),
  one(
    'R4: lists in lists',
    extra,
    'statement: ' + '['.repeat(50_000) + ']'.repeat(50_000),
    1,
    `${whole}lists and maps lie more than 16 deep in each other\n    Write the fields of a record; none lies so deep.`,
  ),
  one(
    'R4: a model named __proto__',
    rule,
    swap('model: themelios/capability-space', 'model: __proto__'),
    'model:',
    "checkedBy[0].model: there is no '__proto__' in models\n    Correct the id, or add the model to src/mechanisms/registry.ts.",
  ),
  one(
    'R4: a key named __proto__',
    rule,
    swap('modality: must', 'modality: must\n__proto__: { a: 1 }'),
    '__proto__',
    "__proto__: '__proto__' is not a key here\n    The keys here are system, statement, modality, basis, why, cite, checkedBy, page (src/schemas/rules.ts).",
  ),
  one(
    'R4: a thousand million lines',
    readme,
    swap(/^lineCount: .*/m, 'lineCount: 1000000000'),
    'lineCount',
    `lineCount: Too big: expected number to be <=100000${ofSchema('sources')}`,
  ),
  one(
    'R4: a folder',
    extra,
    { is: 'folder' },
    1,
    `${whole}this is a folder, and its name is that of a file\n    Rename the folder, or put the record in its place.`,
  ),
  one(
    'R4: a link to nothing',
    extra,
    { is: 'link', to: 'nothing.yaml' },
    1,
    `${whole}this is a link, and links are not followed\n    Put the file itself here.`,
  ),
  one(
    'R4: a link to itself',
    extra,
    { is: 'link', to: 'x.yaml' },
    1,
    `${whole}this is a link, and links are not followed\n    Put the file itself here.`,
  ),
  one(
    'R4: a link to a folder',
    'rules/more',
    { is: 'link', to: '..' },
    1,
    `${whole}this is a link, and links are not followed\n    Put the file itself here.`,
  ),
  one('R4: a pipe', extra, { is: 'pipe' }, 1, `${whole}this is not a regular file\n    Take it out: a record is a text file.`),
  one(
    'R4: a file of a million bytes',
    extra,
    'x'.repeat(1_000_000),
    1,
    `${whole}this file has more than 262144 bytes\n    Divide it, or take out what is no record.`,
  ),
];

const bidi = String.fromCodePoint(0x202e);
const unseen = 'Take it out: what is stored must be what is seen.';
const only = (ending: string, name: string) =>
  `${whole}only files whose names end in ${ending} are read here\n    Rename it to ${name}${ending}, or take it out.`;

const files: readonly BadData[] = [
  one('R5: the ending .yml', 'rules/themelios.more.yml', 'system: themelios\n', 1, only('.yaml', 'themelios.more')),
  one('R5: the ending .YAML', 'rules/themelios.more.YAML', 'system: themelios\n', 1, only('.yaml', 'themelios.more')),
  one('R5: a page that ends in .md', 'docs/systems/starina/more.md', 'Text.\n', 1, only('.mdx', 'more')),
  one(
    'R5: a record beside the collections',
    'themelios.more.yaml',
    'system: themelios\n',
    1,
    `${whole}a file lies beside the collections\n    Move it into the folder of its collection: systems, platforms, milestones, architecture, rules, glossary, sources, drift, tasks, labs, paths, docs.`,
  ),
  {
    ...one('R5: a misspelt folder', 'rule/x.yaml', 'system: themelios\n', 1, `${whole}'rule' is no collection\n    Did you mean 'rules'?`),
    file: 'rule',
  },
  {
    ...one(
      'R5: a collection that is gone',
      'drift',
      undefined,
      1,
      `${whole}there is no record in this collection\n    Put its records back into src/content/drift/, or correct the name of the folder that holds them.`,
    ),
  },
  one(
    'R5: another encoding',
    rule,
    Buffer.from('system: themelios\nstatement: caf\xe9\n', 'latin1'),
    2,
    `${whole}this line is not UTF-8\n    Save the file in the encoding UTF-8.`,
  ),
  one(
    'R5: two bytes a character',
    rule,
    Buffer.from('\ufeffsystem: themelios\n', 'utf16le'),
    1,
    `${whole}this line is not UTF-8\n    Save the file in the encoding UTF-8.`,
  ),
  one(
    'R5: a text that runs backwards',
    rule,
    swap('must be a subset', `must ${bidi}be a subset`),
    'statement',
    `${whole}this line holds the invisible character U+202E\n    ${unseen}`,
  ),
  one(
    'R5: a control character in quotes',
    rule,
    swap(/^statement: .*/m, 'statement: "It must \\e[2J hold."'),
    'statement',
    `statement: this text holds the invisible character U+001B\n    ${unseen}`,
  ),
  one(
    'R5: a text of blanks',
    rule,
    swap(/^statement: .*/m, "statement: '   '"),
    'statement',
    'statement: this text is blank\n    Write what it should say, or take the field out.',
  ),
  one(
    'R5: a title of 100,000 characters',
    'drift/starina/starina-run-command.yaml',
    swap(/^title: .*/m, `title: ${'x'.repeat(100_000)}`),
    'title: xx',
    'title: this text has 100000 characters, and at most 200 are allowed\n    Say it in fewer words, or in several statements.',
  ),
];

const numbers: readonly BadData[] = [
  one(
    'R5: line 99999 of a file',
    rule,
    swap(/lines: \[\d+, \d+\]/, 'lines: [99999, 99999]'),
    '[99999, 99999]',
    'cite[0]: a citation ends at line 99999, and no file has more than 20000 lines here\n    Correct the lines.',
  ),
  one(
    'R5: read in the year 9999',
    upstream,
    swap(/^read: .*/m, "read: '9999-01-01'"),
    'read:',
    `read: must be a day that exists, written "2026-08-21"${ofSchema('sources')}`,
  ),
  one(
    'R5: read long after every commit',
    upstream,
    swap(/^read: .*/m, "read: '2044-01-01'"),
    'read:',
    'read: 2044-01-01 is more than a year after the newest commit of all sources, 2026-08-21\n    Write the day on which it was read.',
  ),
  one(
    'R5: read before a commit',
    upstream,
    swap(/^read: .*/m, "read: '2026-02-09'"),
    'read:',
    'read: it was read on 2026-02-09, before its commit 98dae3c of 2026-02-10\n    Correct one of the two days.',
  ),
  one(
    'R5: a component inside itself',
    graph,
    swap('inside: qemu', 'inside: opensbi'),
    'inside: opensbi',
    "components[1].inside: the component 'opensbi' is inside itself\n    Name the component that contains it, or leave inside out.",
  ),
  one(
    'R5: components inside each other',
    graph,
    swap('title: QEMU virt', 'title: QEMU virt\n    inside: opensbi'),
    'inside: qemu',
    'components[1].inside: a circle of components: opensbi inside qemu inside opensbi\n    Name the component that contains it, or leave inside out.',
  ),
  one(
    'R5: a hash that is none',
    readme,
    swap(/^(lineHashes:.*\n? *)[0-9a-f]{6}/m, 'lineHashes: zzzzzz'),
    'lineHashes',
    `lineHashes: must be six hexadecimal digits for each line, separated by white space${ofSchema('sources')}`,
  ),
  one(
    'R5: set aside past the end',
    readme,
    swap('lines: [24, 24]', 'lines: [24, 2400]'),
    '[24, 2400]',
    'damage[1].lines: line 2400 is past the end: there are 52\n    Correct the lines.',
  ),
];

export const badContent: readonly BadData[] = [...addresses, ...yaml, ...files, ...numbers];
