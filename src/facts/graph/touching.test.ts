import { describe, expect, test } from 'vitest';
import type { Citation } from '../../schemas/evidence.ts';
import { cited, deliverable, entriesOf, ground, milestone, platform, seen, task } from '../entries.fixture.ts';
import { mapped, milestonesTouching, placesOf, platformsTouching, tasksAt } from './touching.ts';

const at = (path: string, more: Partial<Citation> = {}): Citation => ({ ...seen, path, ...more });
const part = { path: 'kernel/', cite: [cited(), at('kernel/main.c'), at('docs/kernel.md')] };
const entries = entriesOf(
  ...ground,
  milestone('orbit-1', { deliverables: [deliverable('wheel', { cite: [at('docs/kernel.md')] })] }),
  milestone('orbit-2', { deliverables: [deliverable('axle', { cite: [at('kernel/main.c', { lines: [1, 1] }), at('kernel/axle.c')] })] }),
  milestone('orbit-3', { deliverables: [deliverable('rim', { cite: [at('kernels/rim.c'), at('kernel/lost.c', { absent: 'a rim' })] })] }),
  milestone('comet-1', { system: 'comet', deliverables: [deliverable('tail', { cite: [at('kernel/main.c')] })] }),
  platform('orbit-board', { states: [{ asOf: '2026-01-02', state: 'supported', cite: [at('kernel/board.c')] }] }),
  task('orbit-turn', { where: [at('kernel/main.c')] }),
  task('orbit-wait', { where: [at('kernel/main.c')], after: ['orbit-turn'] }),
  task('orbit-read', { where: [at('README')] }),
);

test('a part lies where its citations and those of what was found show it, and not where it was searched for in vain', () => {
  const found = {
    asOf: '2026-01-02',
    state: 'absent' as const,
    cite: [at('kernel/main.c'), at('kernel', { lines: undefined, absent: 'it' })],
  };
  expect(placesOf({ ...part, found }).map(({ path }) => path)).toEqual(['kernel/main.c', 'docs/kernel.md']);
});

describe('what touches a part', () => {
  test('cites a file of it, or one below its path, and those with most files stand first', () => {
    expect(milestonesTouching(entries, 'orbit', part).map(({ entry, files }) => [entry.id, files.map(({ path }) => path)])).toEqual([
      ['orbit-2', ['kernel/main.c', 'kernel/axle.c']],
      ['orbit-1', ['docs/kernel.md']],
    ]);
    expect(platformsTouching(entries, 'orbit', part).map(({ entry }) => entry.id)).toEqual(['orbit-board']);
  });

  test('is a task that can be begun there', () => {
    expect(tasksAt(entries, 'orbit', part).map(({ entry }) => entry.id)).toEqual(['orbit-turn']);
  });

  test('is not what cites a file of the same name in another repository', () => {
    const elsewhere = { path: 'kernel', cite: [at('kernel/main.c', { source: 'comet-upstream' })] };
    expect(milestonesTouching(entries, 'orbit', elsewhere)).toEqual([]);
  });

  test('is nothing where the part cites no file', () => {
    expect(milestonesTouching(entries, 'orbit', { path: 'kernel', cite: [cited()] })).toEqual([]);
  });
});

test('the code map and the file tree tell of a path and of what lies below it', () => {
  const line = (path: string) => ({ path, text: 'It is there.', cite: [seen] });
  const map = { code: [line('kernel'), line('kernel/irq/'), line('kernels')], places: [{ ...line('/run/kernel'), writable: true }] };
  expect(mapped(map, part).code.map(({ path }) => path)).toEqual(['kernel', 'kernel/irq/']);
  expect(mapped(map, { path: '/run, /tmp' })).toEqual({ code: [], places: map.places });
  expect(mapped(map, {})).toEqual({ code: [], places: [] });
});
