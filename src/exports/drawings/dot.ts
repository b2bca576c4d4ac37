/** A drawing in DOT, the language of Graphviz: a cluster for each panel, group and frame. */
import { edgeWords, indented, oneLine, type Figure, type FigureGroup, type FigureItem, type FigurePanel, type FigurePart } from './figure.ts'; // prettier-ignore

/** Graphviz reads escapes and entities in every label. */
const escaped = (text: string): string =>
  oneLine(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;'); // prettier-ignore
const quoted = (...lines: readonly string[]): string => `"${lines.map(escaped).join('\\n')}"`;
const comment = (text: string): string => `// ${oneLine(text)}`;

type Attributes = Readonly<Record<string, string | undefined>>;
const pairs = (attributes: Attributes): readonly string[] =>
  Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
const listed = (attributes: Attributes): string => `[${pairs(attributes).join(', ')}]`;

/** Forms as near to those of the page as Graphviz has them. */
const shapes: Partial<Record<FigurePart['kind'], Attributes>> = {
  store: { shape: 'cylinder' },
  device: { shape: 'octagon' },
  service: { peripheries: '2' },
  kernel: { style: 'filled', fillcolor: 'gray0', fontcolor: 'gray100' }, // Graphviz's own scale, from ink to paper
  party: { shape: 'plaintext' },
};
const told = ({ says, address }: FigurePart): Attributes => ({
  tooltip: quoted(says),
  URL: address && quoted(address),
});
const boxOf = (part: FigurePart): string =>
  `${part.name} ${listed({
    label: quoted(part.title),
    ...shapes[part.kind],
    ...(part.isAbsent ? { style: 'dashed', fontcolor: 'gray0' } : {}),
    ...told(part),
  })};`;

const cluster = (name: string, attributes: Attributes, inner: readonly string[]): readonly string[] => [
  `subgraph cluster_${name} {`,
  ...indented([...pairs(attributes).map((it) => `${it};`), ...inner]),
  '}',
];
const itemLines = ({ frame, parts }: FigureItem): readonly string[] =>
  frame
    ? cluster(frame.name, { label: quoted(frame.title), style: frame.isAbsent ? 'dashed' : 'solid', ...told(frame) }, parts.map(boxOf))
    : parts.map(boxOf);
const groupLines = ({ name, title, border, items }: FigureGroup): readonly string[] =>
  cluster(name, { label: quoted(title, ...(border === undefined ? [] : [border])), style: 'dotted' }, items.flatMap(itemLines));

/** Graphviz draws no edge to a cluster: it goes to the first part inside, and is cut off at the border that `lhead` or `ltail` names. */
function edgeLines({ groups, edges }: FigurePanel): readonly string[] {
  const first = new Map(groups.flatMap(({ items }) => items.flatMap(({ frame, parts }) => (frame ? [[frame.name, parts[0]!.name]] : []))));
  const cut = ({ name }: FigurePart): string | undefined => (first.has(name) ? `cluster_${name}` : undefined);
  return edges.map((it) => {
    const [from, to] = [it.from, it.to].map(({ name }) => first.get(name) ?? name);
    const style = it.kind === 'replies' || it.kind === 'event' ? 'dashed' : undefined;
    return `${from} -> ${to} ${listed({ label: quoted(edgeWords(it)), style, ltail: cut(it.from), lhead: cut(it.to), tooltip: quoted(it.says) })};`;
  });
}

function panelLines(panel: FigurePanel): readonly string[] {
  const inner = panel.groups.flatMap(groupLines);
  return [
    ...(panel.title === undefined ? inner : cluster(panel.name, { label: quoted(panel.title), style: 'solid' }, inner)),
    ...edgeLines(panel),
  ];
}

export function dotOf({ head, sentence, title, system, panels }: Figure): string {
  const lines = [
    ...head.map(comment),
    comment(sentence),
    'digraph drawing {',
    ...indented([
      `graph ${listed({ label: quoted(`${title}: ${system}`), labelloc: 't', rankdir: 'TB', compound: 'true', fontname: quoted('Helvetica') })};`,
      `node ${listed({ shape: 'box', fontname: quoted('Helvetica') })};`,
      `edge ${listed({ fontname: quoted('Helvetica'), fontsize: '11' })};`,
      ...panels.flatMap(panelLines),
    ]),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
