import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';
import { MOST_OF_A_LINE } from './mapped-log.ts';

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
const read = async (text: string, size: number): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(cut(new TextEncoder().encode(text), size))) lines.push(line);
  return lines;
};

test('lines are the same however the bytes are cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'ä', '字', ' ') })),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      async (lines, end, size) => {
        expect(await read(lines.map((it) => it + end).join(''), size)).toEqual(lines);
      },
    ),
  ));

test('the last line needs no end, and a line without end is cut', async () => {
  expect(await read('a\nb', 2)).toEqual(['a', 'b']);
  const [line] = await read('x'.repeat(MOST_OF_A_LINE * 3), 1000);
  expect(line!.length).toBeLessThanOrEqual(MOST_OF_A_LINE);
  expect(line!.length).toBeGreaterThan(MOST_OF_A_LINE / 2);
});
