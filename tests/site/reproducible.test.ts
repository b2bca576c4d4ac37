/** Two builds of the same tree, in two folders, are equal byte for byte. Leaves out other machines and other versions of Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from './built-site.ts';
import { build, copyProject, remove } from './private-build.ts';

/** The files that differ between two folders, each with what differs. */
function differences(a: string, b: string): string[] {
  const all = [...new Set([...filesIn(a), ...filesIn(b)])].sort();
  const [inA, inB] = [new Set(filesIn(a)), new Set(filesIn(b))];
  return all.flatMap((file) => {
    if (!inA.has(file)) return [`${file} is only in the second build`];
    if (!inB.has(file)) return [`${file} is only in the first build`];
    const [first, second] = [readFileSync(join(a, file)), readFileSync(join(b, file))];
    if (first.equals(second)) return [];
    const at = first.findIndex((byte, i) => byte !== second[i]);
    return [`${file} differs from byte ${at}: '${first.toString('latin1', at, at + 40)}', '${second.toString('latin1', at, at + 40)}'`];
  });
}

const copies: string[] = [];
const sites: string[] = [];

beforeAll(() => {
  for (const name of ['first', 'second-with-a-longer-name']) {
    copies.push(copyProject(name));
    sites.push(build(copies.at(-1)!));
  }
});
afterAll(() => copies.forEach(remove));

test('two builds of the same tree are equal byte for byte', () => {
  const [first = '', second = ''] = sites;
  expect(filesIn(first).length).toBeGreaterThan(1000);
  expect(differences(first, second).slice(0, 10)).toEqual([]);
});

test('a difference is found', () => {
  const [first = ''] = sites;
  expect(differences(join(first, 'api'), join(first, 'systems')).length).toBeGreaterThan(10);
});
