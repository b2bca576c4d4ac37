/** What an arrow is called in a drawing, its verb, unless all have the same, and what carries it, where that is short; and the sentence that names it. */
import type { DrawnEdge } from '../../facts/graph/drawing.ts';

/** Longer words would hide the drawing; they stand in the list below it. */
const longest = 24;
const longestInLines = 32;

const verbs: Partial<Record<DrawnEdge['kind'], string>> = { event: 'event' };

const verbOf = (kind: DrawnEdge['kind']): string => verbs[kind] ?? kind;

/** The same for an arrow that stands alone: always its verb, and what carries it in as many lines as it takes. */
export const wordsAlone = ({ kind, protocol }: Pick<DrawnEdge, 'kind' | 'protocol'>): readonly string[] => [
  verbOf(kind),
  ...(protocol && protocol.length <= longestInLines ? [protocol] : []),
];

export function wordsOf({ kind, protocol }: Pick<DrawnEdge, 'kind' | 'protocol'>, all: readonly DrawnEdge[]): readonly string[] {
  const isPlain = all.every((it) => it.kind === kind);
  return [...(isPlain ? [] : [verbOf(kind)]), ...(protocol && protocol.length <= longest ? [protocol] : [])];
}

/** The name of an arrow, for who does not see where it begins and ends. */
export const sentenceOf = (
  from: string,
  { kind, protocol, text }: { readonly kind: string; readonly protocol?: string | undefined; readonly text: string },
  to: string,
): string => `${from}, ${kind}${protocol ? ` by ${protocol}` : ''}, ${to}: ${text}`;
