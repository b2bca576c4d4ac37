/** A drawing in the language of LikeC4: the kinds, the parts with what they contain, the relations, and a view for each panel. */
import { indented, isOutside, oneLine, partsOf, type Figure, type FigureItem, type FigurePanel, type FigurePart } from './figure.ts'; // prettier-ignore

const quoted = (text: string): string => `'${oneLine(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
/** The title of an element: from before a slash LikeC4 takes a backslash once more after it has read the escapes. */
const titled = (text: string): string => quoted(text.replaceAll('\\/', '\\\\/'));
const comment = (text: string): string => `// ${oneLine(text)}`;
const block = (head: string, inner: readonly string[]): readonly string[] =>
  inner.length === 0 ? [head] : [`${head} {`, ...indented(inner), '}'];

const shapes: Partial<Record<FigurePart['kind'], string>> = { store: 'storage', tool: 'component', device: 'component' };

/** The kinds of a figure, each once. */
const kindsIn = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

function specification({ panels }: Figure): readonly string[] {
  const kinds = kindsIn(panels.flatMap(partsOf).map(({ kind }) => kind)) as readonly FigurePart['kind'][];
  return block('specification', [
    'element system { notation "System" }',
    ...kinds.flatMap((kind) =>
      block(`element ${kind}`, [`notation "${kind}"`, ...(shapes[kind] ? [`style { shape ${shapes[kind]} }`] : [])]),
    ),
    ...kindsIn(panels.flatMap(({ edges }) => edges.map(({ kind }) => kind))).flatMap((kind) =>
      block(`relationship ${kind}`, kind === 'replies' || kind === 'event' ? ['line dashed'] : ['line solid']),
    ),
    'tag not-found',
    'tag beyond',
  ]);
}

const partLines = (part: FigurePart, inside: readonly FigurePart[]): readonly string[] => {
  const tags = [...(part.isAbsent ? ['#not-found'] : []), ...(part.isBeyond ? ['#beyond'] : [])];
  return block(`${part.name} = ${part.kind} ${titled(part.title)}`, [
    ...(tags.length > 0 ? [tags.join(', ')] : []),
    `description ${quoted(part.says)}`,
    ...(part.address === undefined ? [] : [`link ${part.address}`]),
    ...inside.flatMap((it) => partLines(it, [])),
  ]);
};

const itemsIn = ({ groups }: FigurePanel): readonly FigureItem[] => groups.flatMap(({ items }) => items);
const itemLines = ({ frame, parts }: FigureItem): readonly string[] =>
  frame ? partLines(frame, parts) : parts.flatMap((it) => partLines(it, []));

/** The whole name of each part: within the system of its panel, or beyond it, and within its frame. */
function pathsOf(panel: FigurePanel): ReadonlyMap<FigurePart, string> {
  const paths = new Map<FigurePart, string>();
  for (const item of itemsIn(panel)) {
    const around = isOutside(item) ? '' : `${panel.name}.`;
    if (item.frame) paths.set(item.frame, around + item.frame.name);
    for (const it of item.parts) paths.set(it, `${around}${item.frame ? `${item.frame.name}.` : ''}${it.name}`);
  }
  return paths;
}

function panelModel(panel: FigurePanel, system: string): readonly string[] {
  const paths = pathsOf(panel);
  const items = itemsIn(panel);
  return [
    ...block(`${panel.name} = system ${titled(panel.title === undefined ? system : `${system}: ${panel.title}`)}`, [
      ...items.filter((it) => !isOutside(it)).flatMap(itemLines),
    ]),
    ...items.filter(isOutside).flatMap(itemLines),
    ...panel.edges.flatMap((it) =>
      block(`${paths.get(it.from)} -[${it.kind}]-> ${paths.get(it.to)} ${quoted(it.kind)}`, [
        ...(it.protocol === undefined ? [] : [`technology ${quoted(it.protocol)}`]),
        `description ${quoted(it.says)}`,
      ]),
    ),
  ];
}

function panelView(panel: FigurePanel, { title, sentence, panels }: Figure): readonly string[] {
  const paths = pathsOf(panel);
  const name = panels[0] === panel ? 'index' : panel.name;
  return block(`view ${name}`, [
    `title ${quoted(panel.title === undefined ? title : `${title}: ${panel.title}`)}`,
    `description ${quoted(sentence)}`,
    ...panel.groups.flatMap(({ title: its, border, items }) => [
      ...block(`group ${quoted(its)}`, [
        `include ${items.flatMap(({ frame, parts }) => (frame ? [frame, ...parts] : parts)).map((it) => paths.get(it)).join(', ')}`,
      ]),
      ...(border === undefined ? [] : [comment(border)]),
    ]),
    // Where a relation goes beyond the system LikeC4 may draw the system around its parts, across the groups.
    `exclude ${panel.name}`,
    'style element.tag = #not-found { border dashed }',
    'autoLayout TopBottom',
  ]); // prettier-ignore
}

export function likec4Of(figure: Figure): string {
  const { head, sentence, panels, system } = figure;
  const lines = [
    ...head.map(comment),
    comment(sentence),
    ...specification(figure),
    ...block('model', panels.flatMap((it) => panelModel(it, system))),
    ...block('views', panels.flatMap((it) => panelView(it, figure))),
  ]; // prettier-ignore
  return `${lines.join('\n')}\n`;
}
