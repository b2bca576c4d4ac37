/** What a tool found in the text of a drawing, and what it should have found. */
import { edgeWords, oneLine, partsOf, type Figure } from './figure.ts';

export interface Parsed {
  /** The title of each part, frames too, by its name. */
  readonly parts: ReadonlyMap<string, string>;
  /** The titles of groups. */
  readonly groups: readonly string[];
  /** In what each part stands: the name of its frame, or the title of its group. */
  readonly inside: ReadonlyMap<string, string>;
  /** `name`, words, `name`. */
  readonly edges: readonly string[];
}

type Edge = Figure['panels'][number]['edges'][number];

/** What is in the figure; languages differ in what they call an arrow. */
export const parsedFigure = ({ panels }: Figure, words: (edge: Edge) => string = edgeWords): Parsed => ({
  parts: new Map(panels.flatMap(partsOf).map(({ name, title }) => [name, oneLine(title)])),
  groups: panels.flatMap(({ groups }) => groups.map(({ title }) => oneLine(title))),
  inside: new Map(
    panels.flatMap(({ groups }) =>
      groups.flatMap(({ title, items }) =>
        items.flatMap(({ frame, parts }) => [
          ...(frame ? [[frame.name, oneLine(title)] as const] : []),
          ...parts.map(({ name }) => [name, frame?.name ?? oneLine(title)] as const),
        ]),
      ),
    ),
  ),
  edges: panels.flatMap(({ edges }) => edges.map((it) => `${it.from.name} ${oneLine(words(it))} ${it.to.name}`)),
});

/** Tools keep an order of their own. */
export const sorted = ({ parts, groups, inside, edges }: Parsed) => ({
  parts: [...parts].map(([name, title]) => `${name} in ${inside.get(name)}: ${title}`).sort(),
  groups: [...groups].sort(),
  edges: [...edges].sort(),
});
