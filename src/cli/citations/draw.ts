/** Draws statements by a seed, as many of each system as of the others; the same for the same seed and the same statements. */
import { createHash } from 'node:crypto';
import type { Statement } from '../../facts/statements.ts';

/** `count` statements, or all where there are fewer: in the order of the systems, and of a system as they were drawn. */
export function draw(statements: readonly Statement[], count: number, seed: string): Statement[] {
  const lot = (it: string): string => createHash('sha256').update(`${seed}\n${it}`).digest('hex');
  const hats = [...Map.groupBy(statements, (it) => it.system)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([system, of]) => ({ system, of: shuffled(of, lot), taken: 0 }));
  // Who has one more than the others, where the count cannot be divided, is a matter of the seed too.
  const turns = hats.toSorted((a, b) => (lot(a.system) < lot(b.system) ? -1 : 1));
  for (let left = Math.min(count, statements.length), turn = 0; left > 0; turn++) {
    const hat = turns[turn % turns.length]!;
    if (hat.taken === hat.of.length) continue;
    hat.taken++;
    left--;
  }
  return hats.flatMap(({ of, taken }) => of.slice(0, taken));
}

/** By what each of them says and cites, so that a line more above it does not change the draw. */
const shuffled = (statements: readonly Statement[], lot: (text: string) => string): Statement[] =>
  statements
    .map((it, i) => ({ it, i, lot: lot(JSON.stringify([it.file, it.says, it.cites.map(({ citation, note }) => [citation, note])])) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.i - b.i))
    .map(({ it }) => it);
