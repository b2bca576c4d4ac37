/** A drawing as a flowchart of Mermaid: a subgraph for each panel, group and frame. */
import { edgeWords, indented, oneLine, partsOf, type Figure, type FigureGroup, type FigureItem, type FigurePanel, type FigurePart } from './figure.ts'; // prettier-ignore

/** What a label may hold as it stands; all else is given by its number, because Mermaid reads marks and entities even between quotes. */
const plainLetters = /[^\p{L}\p{M}\p{N} ,._/()+*'?!-]/gu;
const quoted = (text: string): string => `"${oneLine(text).replaceAll(plainLetters, (it) => `#${it.codePointAt(0)};`)}"`;

/** Mermaid takes what looks like a directive out of a comment too. */
const comment = (text: string): string => `%% ${oneLine(text).replaceAll(/[%{}]+/g, ' ')}`;

/** A stadium is beyond the system, a cylinder keeps something. */
const boxOf = ({ name, title, kind }: FigurePart): string =>
  kind === 'party' ? `${name}([${quoted(title)}])` : kind === 'store' ? `${name}[(${quoted(title)})]` : `${name}[${quoted(title)}]`;

const subgraph = (name: string, title: string, inner: readonly string[]): readonly string[] => [
  `subgraph ${name}[${quoted(title)}]`,
  ...indented(inner),
  'end',
];

const itemLines = ({ frame, parts }: FigureItem): readonly string[] =>
  frame ? subgraph(frame.name, frame.title, parts.map(boxOf)) : parts.map(boxOf);

const groupLines = ({ name, title, border, items }: FigureGroup): readonly string[] => [
  ...subgraph(name, title, items.flatMap(itemLines)),
  ...(border === undefined ? [] : [comment(border)]),
];

function panelLines({ name, title, groups, edges }: FigurePanel): readonly string[] {
  const inner = groups.flatMap(groupLines);
  return [
    ...(title === undefined ? inner : subgraph(name, title, inner)),
    ...edges.map((it) => {
      const line = it.kind === 'replies' || it.kind === 'event' ? '-.->' : '-->';
      return `${it.from.name} ${line}|${quoted(edgeWords(it))}| ${it.to.name}`;
    }),
  ];
}

/** The classes, each with a line only where a part has it. */
const classes = [
  { name: 'absent', style: 'stroke-dasharray:5 3', of: (it: FigurePart) => it.isAbsent },
  { name: 'party', style: 'stroke-width:3px', of: (it: FigurePart) => it.isBeyond },
] as const;

export function mermaidOf({ head, sentence, panels }: Figure): string {
  const parts = panels.flatMap(partsOf);
  const marked = classes
    .map((it) => ({ ...it, names: parts.filter(it.of).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  const lines = [
    ...head.map(comment),
    comment(sentence),
    'flowchart TB',
    ...indented([
      ...panels.flatMap(panelLines),
      ...marked.flatMap(({ name, style, names }) => [`classDef ${name} ${style}`, `class ${names.join(',')} ${name}`]),
      ...parts.flatMap(({ name, address }) => (address === undefined ? [] : [`click ${name} href "${address}"`])),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
