/**
 * A drawing in the DSL of Structurizr. The C4 model knows systems, containers and components: a part is a container of the system, or a
 * component of the frame that it lies in; what is beyond the system is another system. Each panel is a system, because the same part
 * stands elsewhere in it, and a part has one place in a model.
 */
import { indented, isOutside, oneLine, type Figure, type FigureEdge, type FigureGroup, type FigureItem, type FigurePanel, type FigurePart } from './figure.ts'; // prettier-ignore

/**
 * The DSL knows `\"` and `\n` but no escaped backslash, puts the environment into `${…}`, and takes a sign that stands alone, such as `=`
 * or `->`, for its own even between quotes: these are written so that they stay what they look like.
 */
const quoted = (text: string): string =>
  `"${oneLine(text).replaceAll('\\', '⧵').replaceAll('${', '$ {').replace(/^[^\p{L}\p{N}]+$/u, '$& ').replaceAll('"', '\\"')}"`; // prettier-ignore
/** Three quotes at the end of a line begin a block of text, in a comment too. */
const comment = (text: string): string => `# ${oneLine(text).replaceAll('"""', "'''")}`;
const block = (head: string, inner: readonly string[]): readonly string[] => [`${head} {`, ...indented(inner), '}'];

/** Two elements in one place may not have one name: a title that is taken is followed by where it is from. */
class Titles {
  readonly #taken = new Set<string>();
  of({ title, name }: Pick<FigurePart, 'title' | 'name'>): string {
    // Case and these marks do not count where Structurizr compares names.
    const key = (text: string): string => oneLine(text).toLowerCase().replaceAll(/[/.]/g, '');
    const free = this.#taken.has(key(title)) ? `${title} (${name})` : title;
    this.#taken.add(key(free));
    return free;
  }
}

type Word = 'softwareSystem' | 'container' | 'component';

/** `name`, title, what it does, and tags. A container and a component also have a technology, which the data does not tell. */
function partLines(word: Word, part: FigurePart, titles: Titles, inside: readonly string[] = []): readonly string[] {
  const tags = [part.kind, ...(part.isBeyond ? ['External'] : []), ...(part.isAbsent ? ['Not found'] : [])].join(',');
  const fields = [titles.of(part), part.says, ...(word === 'softwareSystem' ? [] : ['']), tags];
  const url = part.address === undefined ? [] : [`url ${part.address}`];
  const head = `${part.name} = ${word} ${fields.map(quoted).join(' ')}`;
  return url.length + inside.length === 0 ? [head] : block(head, [...url, ...inside]);
}

/** An item with its words one step further in than `word`. */
function itemLines({ frame, parts }: FigureItem, word: 'softwareSystem' | 'container', titles: Titles): readonly string[] {
  if (!frame) return parts.flatMap((it) => partLines(word, it, titles));
  const inner = word === 'container' ? 'component' : 'container';
  const own = new Titles();
  return partLines(word, frame, titles, parts.flatMap((it) => partLines(inner, it, own))); // prettier-ignore
}

/** The groups as far as they have such items. */
const groupsOf = (groups: readonly FigureGroup[], has: (item: FigureItem) => boolean, lines: (item: FigureItem) => readonly string[]) =>
  groups.flatMap(({ title, border, items }) => {
    const its = items.filter(has);
    if (its.length === 0) return [];
    return [...block(`group ${quoted(title)}`, its.flatMap(lines)), ...(border === undefined ? [] : [comment(border)])];
  });

const systemTitle = ({ system }: Figure, panel: FigurePanel): string => (panel.title === undefined ? system : `${system}: ${panel.title}`);

/**
 * What is related inside is related outside too, says the C4 model, and Structurizr writes that down by itself, unless it is said already.
 * So what is said of a frame comes before what is said of a part that lies in it.
 */
function outermostFirst({ groups, edges }: FigurePanel): readonly FigureEdge[] {
  const inner = new Set(groups.flatMap(({ items }) => items.flatMap(({ frame, parts }) => (frame ? parts : []))));
  const depth = ({ from, to }: FigureEdge): number => Number(inner.has(from)) + Number(inner.has(to));
  return edges.toSorted((a, b) => depth(a) - depth(b));
}

function panelModel(panel: FigurePanel, figure: Figure, titles: Titles): readonly string[] {
  const own = new Titles();
  const name = titles.of({ title: systemTitle(figure, panel), name: panel.name });
  return [
    ...groupsOf(panel.groups, isOutside, (it) => itemLines(it, 'softwareSystem', titles)),
    ...block(`${panel.name} = softwareSystem ${quoted(name)} ${quoted(figure.sentence)}`, [
      ...groupsOf(panel.groups, (it) => !isOutside(it), (it) => itemLines(it, 'container', own)),
    ]),
    ...outermostFirst(panel).map((it) => `${it.from.name} -> ${it.to.name} ${[it.kind, it.protocol ?? '', it.kind].map(quoted).join(' ')}`),
  ]; // prettier-ignore
}

/** A view of the system with its containers, and one of what lies in each frame. */
function panelViews(panel: FigurePanel, { title, sentence }: Figure): readonly string[] {
  const items = panel.groups.flatMap(({ items: its }) => its);
  const frames = items.flatMap((item) => (item.frame ? [{ frame: item.frame, word: isOutside(item) ? 'container' : 'component' }] : []));
  const shown = items.flatMap(({ frame, parts }) => (frame ? [frame] : parts)).map(({ name }) => name);
  const whole = panel.title === undefined ? title : `${title}: ${panel.title}`;
  return [
    ...block(`container ${panel.name} ${quoted(`view_${panel.name}`)} ${quoted(sentence)}`, [
      `include ${shown.join(' ')}`,
      'autoLayout tb',
      `title ${quoted(whole)}`,
    ]),
    ...frames.flatMap(({ frame, word }) =>
      block(`${word} ${frame.name} ${quoted(`view_${frame.name}`)} ${quoted(frame.says)}`, [
        'include *',
        'autoLayout tb',
        `title ${quoted(`${whole}: ${frame.title}`)}`,
      ]),
    ),
  ];
}

const styles = block('styles', [
  ...block('element "External"', ['background #999999', 'color #ffffff']),
  ...block('element "Not found"', ['border dashed']),
  ...block('element "store"', ['shape cylinder']),
  ...block('relationship "replies"', ['style dashed']),
  ...block('relationship "event"', ['style dashed']),
  ...block('relationship "Relationship"', ['style solid']),
]);

export function structurizrOf(figure: Figure): string {
  const { head, title, sentence, panels, system } = figure;
  const titles = new Titles();
  const lines = [
    ...head.map(comment),
    comment(sentence),
    ...block(`workspace ${quoted(`${system}: ${title}`)} ${quoted(sentence)}`, [
      ...block('model', panels.flatMap((it) => panelModel(it, figure, titles))),
      ...block('views', [...panels.flatMap((it) => panelViews(it, figure)), ...styles]),
    ]),
  ]; // prettier-ignore
  return `${lines.join('\n')}\n`;
}
