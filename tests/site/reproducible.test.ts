/** The build and another one of the same tree, in another folder, time zone and locale, are equal byte for byte. Leaves out other machines and other versions of Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dist, everything, filesIn } from './built-site.ts';
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

/** In another time zone and locale too, with nothing kept from an earlier build, and by one thread. */
const elsewhere = { RENDER_THREADS: '1', TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };

describe.runIf(everything)('two builds of the same tree', () => {
  let copy = '';
  let second = '';
  beforeAll(() => {
    copy = copyProject('second-build-in-a-folder-with-a-longer-name', 'own');
    second = build(copy, elsewhere);
  });
  afterAll(() => remove(copy));

  test('are equal byte for byte', () => {
    expect(filesIn(dist).length).toBeGreaterThan(1000);
    expect(differences(dist, second).slice(0, 10)).toEqual([]);
  });
});

test('a difference is found', () => {
  expect(differences(join(dist, 'api'), join(dist, 'systems')).length).toBeGreaterThan(10);
});
