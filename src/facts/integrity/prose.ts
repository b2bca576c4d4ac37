/** Pages of prose: their elements name what exists, their paragraphs are cited, and they hold nothing that could act on a reader. */
import { isRepositoryPath } from '../../schemas/evidence.ts';
import { find, type Entries, type Problem } from '../entries.ts';
import { isPrimarySource } from '../evidence.ts';
import { nearest } from '../nearest.ts';
import { addressFault, type Pages } from './addresses.ts';
import { citationOf } from './cite-element.ts';
import { faultOf } from './evidence.ts';
import type { Models } from './models.ts';
import { systemOfAddress, type AttributeValue, type PageElement, type Prose } from './page-content.ts';

type Advice = Pick<Problem, 'says' | 'fix'>;

/** The components of this site: where each is imported from, and the attributes that it takes. */
const components: ReadonlyMap<string, { readonly from: string; readonly attributes: readonly string[] }> = new Map([
  ['Cite', { from: '~/components/spec/Cite.astro', attributes: ['source', 'lines', 'at', 'path', 'whole', 'absent', 'basis'] }],
  ['Rule', { from: '~/components/spec/Rule.astro', attributes: ['id', 'full'] }],
  ['Drift', { from: '~/components/spec/Drift.astro', attributes: ['id'] }],
  ['Simulation', { from: '~/components/simulation/Simulation.astro', attributes: ['id', 'scenario', 'level', 'compact'] }],
  ['Excerpt', { from: '~/components/simulation/Excerpt.astro', attributes: ['of', 'name'] }],
  ['EditService', { from: '~/components/simulation/service/EditService.astro', attributes: [] }],
  ['ServiceText', { from: '~/components/simulation/service/ServiceText.astro', attributes: ['id'] }],
  ['Drawing', { from: '~/components/systems/Drawing.astro', attributes: ['view'] }],
  ['Flow', { from: '~/components/systems/Flow.astro', attributes: ['id'] }],
]);
/** The elements of HTML that prose may hold, with the attributes that each of them may have. */
const plainElements = ['br', 'kbd', 'sub', 'sup', 'abbr', 'del', 'ins', 'mark'];
const plainAttributes = ['title', 'lang'];
/** What a page may import besides the components that are named above. */
const importable = /^(~\/components\/[\w/-]+\.astro|@astrojs\/starlight\/components)$/;

/** The mark of a paragraph that leads on and states nothing. */
export const statesNothing = '/* states nothing */';

export function badPages(entries: Entries, models: Models, prose: readonly Prose[], pages: Pages): Problem[] {
  return prose.flatMap((page) => {
    const { elements, addresses, imports, code, paragraphs } = page.content;
    const at = (line: number, field: string, advice: Advice | undefined): Problem[] =>
      advice ? [{ file: page.file, field: [field], line, ...advice }] : [];
    const imported = new Set(imports.map(({ name }) => name));
    const system = systemOfAddress(page.address);
    const isLost = system !== undefined && !find(entries, 'systems', system);
    return [
      ...(isLost ? at(1, '', { says: `there is no system '${system}'`, fix: 'Correct the name of the folder below docs/systems/.' }) : []),
      ...imports.flatMap(({ line, name, from }) => at(line, `import ${name}`, importFault(name, from))),
      ...code.flatMap(({ line, text }) => at(line, `{${cut(text)}}`, computed)),
      ...firstOfEach(
        elements.flatMap((it) => at(it.line, `<${it.name}>`, elementFault(it, imported) ?? contentFault(it, page, entries, models))),
      ),
      ...addresses.flatMap(({ line, url, isImage }) => at(line, isImage ? 'image' : 'link', linkFault(url, isImage, pages))),
      ...(/^\/systems\/[^/]+\/(guides|architecture)\//.test(page.address) ? paragraphs : []).flatMap(({ line, hasEvidence }) =>
        at(line, 'paragraph', hasEvidence ? undefined : uncited),
      ),
    ];
  });
}

/** A component that is not imported is told once a page, at its first use. */
const firstOfEach = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ field, says }, i) => problems.findIndex((it) => it.says === says && it.field[0] === field[0]) === i);

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const computed: Advice = {
  says: 'a page of prose computes nothing',
  fix: 'Write the text itself; import one component a line, and give attributes as plain values.',
};
const uncited: Advice = {
  says: 'no citation, rule or difference shows where this paragraph comes from',
  fix: `Add a <Cite …> to what it states; where it only leads on, end it with {${statesNothing}}.`,
};

function importFault(name: string, from: string): Advice | undefined {
  const home = components.get(name)?.from;
  if (home !== undefined && home !== from)
    return { says: `${name} is imported from '${from}'`, fix: `Write: import ${name} from '${home}';` };
  if (home !== undefined || importable.test(from)) return undefined;
  return { says: `a page does not import '${from}'`, fix: 'Import components alone, from ~/components/….' };
}

/** Whether an element may stand in prose at all, by its name and its attributes. */
function elementFault({ name, attributes }: PageElement, imported: ReadonlySet<string>): Advice | undefined {
  const own = components.get(name);
  const isPlain = plainElements.includes(name);
  if (!isPlain && !imported.has(name)) {
    if (own) return { says: `${name} is used and not imported`, fix: `Write below the frontmatter: import ${name} from '${own.from}';` };
    const meant = nearest(name, [...components.keys(), ...plainElements]);
    const isComponent = /^[A-Z]/.test(name);
    return {
      says: isComponent ? `there is no component ${name} here` : `the element <${name}> is not allowed in prose`,
      fix: meant
        ? `Did you mean <${meant}>?`
        : isComponent
          ? 'Import it below the frontmatter.'
          : 'Write it in Markdown, or as a component of this site.',
    };
  }
  const known = own?.attributes ?? (isPlain ? plainAttributes : undefined);
  for (const [attribute, value] of attributes) {
    if (/^(on|set:|client:)/i.test(attribute) || attribute === 'style' || attribute.startsWith('...'))
      return { says: `'${attribute}' is not allowed in prose`, fix: 'Take it out: a page holds text, and no script and no style.' };
    if (typeof value === 'object' && value !== null)
      return { says: `the value of '${attribute}' is computed`, fix: `Write it in quotes: ${attribute}="…".` };
    if (known && !known.includes(attribute)) return noAttribute(name, attribute, known);
  }
  return undefined;
}

function noAttribute(name: string, attribute: string, known: readonly string[]): Advice {
  const meant = nearest(attribute, known);
  return { says: `<${name}> has no '${attribute}'`, fix: meant ? `Did you mean '${meant}'?` : `It has ${known.join(', ')}.` };
}

const textOf = (value: AttributeValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** Whether what an element names exists. */
function contentFault({ name, attributes }: PageElement, page: Prose, entries: Entries, models: Models): Advice | undefined {
  const id = textOf(attributes.get('id')) ?? '';
  switch (name) {
    case 'Rule':
      return unknownId(
        id,
        entries.rules.map((it) => it.id),
        'rule',
        'src/content/rules/',
      );
    case 'Drift':
      return unknownId(
        id,
        entries.drift.map((it) => it.id),
        'difference',
        'src/content/drift/',
      );
    case 'Simulation': {
      const model = models.get(id);
      const scenario = textOf(attributes.get('scenario'));
      if (!model) return unknownId(id, [...models.keys()], 'simulation', 'src/mechanisms/registry.ts');
      return scenario === undefined ? undefined : unknownId(scenario, model.scenarios, 'scenario', `the runs of ${id}`);
    }
    case 'Excerpt': {
      const of = textOf(attributes.get('of')) ?? '';
      const model = models.get(of);
      if (!model) return unknownId(of, [...models.keys()], 'simulation', 'src/mechanisms/registry.ts');
      return unknownId(textOf(attributes.get('name')) ?? '', model.declares, 'declaration of a few lines', `src/mechanisms/${of}/model.ts`);
    }
    case 'Drawing':
    case 'Flow': {
      const system = systemOfAddress(page.address);
      const graph = find(entries, 'architecture', system ?? '')?.data;
      const [known, what] = name === 'Flow' ? [graph?.flows, 'flow'] : [graph?.views, 'view'];
      const given = name === 'Flow' ? id : (textOf(attributes.get('view')) ?? '');
      return unknownId(
        given,
        (known ?? []).map((it) => it.id),
        what,
        `src/content/architecture/${system}.yaml`,
      );
    }
    case 'Cite':
      return citeFault(attributes, page, entries);
    default:
      return undefined;
  }
}

function unknownId(id: string, known: readonly string[], what: string, where: string): Advice | undefined {
  if (known.includes(id)) return undefined;
  const meant = nearest(id, known);
  return {
    says: id === '' ? `it names no ${what}` : `there is no ${what} '${id}' in ${where}`,
    fix: meant ? `Did you mean '${meant}'?` : `Correct the id, or add the ${what}.`,
  };
}

function citeFault(attributes: PageElement['attributes'], { address }: Prose, entries: Entries): Advice | undefined {
  const said = (name: string): string | undefined => textOf(attributes.get(name));
  const [source, lines, at, path, basis] = ['source', 'lines', 'at', 'path', 'basis'].map(said);
  const [whole, absent] = [said('whole'), said('absent')];
  if (lines !== undefined && !/^[1-9]\d{0,6}(-[1-9]\d{0,6})?$/.test(lines))
    return { says: `'${lines}' are no lines`, fix: 'Write lines="40" or lines="40-42".' };
  if (basis !== undefined && basis !== 'inferred')
    return { says: `'${basis}' is no basis here`, fix: 'Write basis="inferred", or leave it out.' };
  if (whole !== undefined && whole !== 'file' && whole !== 'folder')
    return { says: `'${whole}' is neither a file nor a folder`, fix: 'Write whole="file" or whole="folder".' };
  if ([lines, whole, absent].filter((it) => it !== undefined).length > 1)
    return { says: 'it is narrowed twice', fix: 'Give one of lines, whole and absent.' };
  if (lines === undefined && at === undefined) return { says: 'it cites nothing', fix: 'Give lines="…", or at="…" and path="…".' };
  if ((at === undefined) !== (path === undefined))
    return { says: 'at and path belong together', fix: 'Give the commit and the path in it.' };
  if (path !== undefined && !isRepositoryPath(path))
    return {
      says: `'${path}' is not a path inside a repository`,
      fix: 'Write it from the root of the repository, without a slash first or last.',
    };
  const system = systemOfAddress(address);
  const own = entries.sources.filter(({ data }) => data.system === system && isPrimarySource(data));
  if (source === undefined && at === undefined && own.length > 1)
    return { says: `${system} has ${own.length} primary sources`, fix: `Name one: ${own.map((it) => `source="${it.id}"`).join(' or ')}.` };
  const citation = citationOf(entries, system, { source, lines, at, path, whole, absent });
  const [from, to] = citation.lines ?? [1, 1];
  if (from > to) return { says: `the first line, ${from}, comes after the last, ${to}`, fix: 'Put the first line first.' };
  if (!find(entries, 'sources', citation.source))
    return unknownId(
      citation.source,
      entries.sources.map((it) => it.id),
      'source',
      'src/content/sources/',
    );
  return faultOf(entries, citation, system);
}

function linkFault(url: string, isImage: boolean, pages: Pages): Advice | undefined {
  const isOwnFile = /^\/(?![/\\])[^\\?#]*\.[a-z]+$/.test(url) && !/\/\.\.?\//.test(url);
  if (isImage)
    return isOwnFile
      ? undefined
      : { says: `the image '${cut(url)}' is not one of this site`, fix: 'Put it into public/, and write its address from the root.' };
  return addressFault(url, pages);
}
