/** What an arrow is called in a drawing: its verb, unless all have the same, and what carries it, where that is short. */
import type { DrawnEdge } from '../../facts/graph/drawing.ts';

/** Longer words would hide the drawing; they stand in the list below it. */
const longest = 24;

const verbs: Partial<Record<DrawnEdge['kind'], string>> = { event: 'event' };

export function wordsOf({ kind, protocol }: Pick<DrawnEdge, 'kind' | 'protocol'>, all: readonly DrawnEdge[]): readonly string[] {
  const isPlain = all.every((it) => it.kind === kind);
  return [...(isPlain ? [] : [verbs[kind] ?? kind]), ...(protocol && protocol.length <= longest ? [protocol] : [])];
}
