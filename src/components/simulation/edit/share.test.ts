import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied, differences } from './differences.ts';
import { editIn, fragmentOfEdit, openEdit, versionOf } from './share.ts';

const shipped = readFileSync(join(import.meta.dirname, '../../../mechanisms/violetos/prism/model.ts'), 'utf8');
const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

test('a text is the other one with its differences', () => {
  fc.assert(
    fc.property(lines, lines, (from, to) => {
      expect(applied(from, differences(from, to))).toEqual(to);
    }),
  );
});

test('differences are as few lines as possible', () => {
  expect(differences(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([[1, 1, 'x']]);
  expect(differences(['a', 'b'], ['a', 'b'])).toEqual([]);
  expect(differences(['a'], ['a', 'b'])).toEqual([[1, 0, 'b']]);
});

describe('a link to an edited model', () => {
  test('brings the text back, and holds the change alone', async () => {
    const edited = shipped.replace("'use strict'", '').replace('default: 2', 'default: 1').replace(/\n$/, '\n// \u00e9nd\n');
    const fragment = await fragmentOfEdit(shipped, edited);
    expect(fragment.length).toBeLessThan(300);
    expect(await openEdit(shipped, editIn(fragment)!)).toBe(edited);
  });

  test('is refused for another version of the file', async () => {
    const link = editIn(await fragmentOfEdit(shipped, `${shipped}x`))!;
    await expect(openEdit(`${shipped} `, link)).rejects.toThrow('another version');
  });

  test.each(['', 'x', '!!!!', 'AAAA', 'a'.repeat(99)])('that is damaged is told: %s', async (link) => {
    await expect(openEdit(shipped, link)).rejects.toThrow(RangeError);
  });

  test.each([
    ['7', 'no change'],
    ['["v",[0]]', 'no change'],
    ['["v",[0,-1]]', 'no change'],
    ['["v",[99999,0,"x"]]', 'no change'],
    ['["v",[0,0,7]]', 'no change'],
  ])('whose document is %s is told', async (document, says) => {
    await expect(openEdit(shipped, await packed(document.replace('"v"', JSON.stringify(versionOf(shipped)))))).rejects.toThrow(says);
  });

  test('that would grow without end ends at the bound', async () => {
    const link = await packed(`["v",[0,0,"${'x'.repeat(5_000_000)}"]]`);
    expect(link.length).toBeLessThan(10_000);
    await expect(openEdit(shipped, link)).rejects.toThrow('grows to more than');
  });

  test('is not made of a change that it could not hold', async () => {
    await expect(fragmentOfEdit(shipped, 'x'.repeat(300_000))).rejects.toThrow('at most 200000');
  });

  test('is no other fragment', () => {
    expect(editIn('#run=violetos/prism:abc')).toBeUndefined();
    expect(editIn('')).toBeUndefined();
  });
});

async function packed(document: string): Promise<string> {
  const stream = new Blob([document]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}
