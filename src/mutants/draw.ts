/** Which changes of a model are tried: always the same for the same source, and of as many kinds as there are. */
import { randomFrom } from '../engine/checker.ts';
import type { Change } from './changes.ts';

/**
 * So many, at random: first a kind, then a change of it, so that no kind with many places pushes out the others. No two are of the same piece
 * of source.
 */
export function draw(changes: readonly Change[], many: number, seed: number): Change[] {
  const random = randomFrom(seed);
  const oneOf = <Of>(all: readonly Of[]): Of => all[random() % all.length]!;
  const drawn: Change[] = [];
  let left = [...changes];
  while (drawn.length < many && left.length > 0) {
    const kind = oneOf([...new Set(left.map((it) => it.kind))]);
    const one = oneOf(left.filter((it) => it.kind === kind));
    drawn.push(one);
    left = left.filter(({ file, start, end }) => file !== one.file || end <= one.start || start >= one.end);
  }
  return drawn;
}
