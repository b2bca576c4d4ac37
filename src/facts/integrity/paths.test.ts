import { describe, expect, test } from 'vitest';
import type { Path } from '../../schemas/paths.ts';
import { sharedContent } from '../../records/shared-reader.ts';
import { minutesOf, stepsIn, taskOf } from '../paths.ts';
import { sitePages } from '../site-pages.ts';
import { badPaths } from './paths.ts';

const { entries, prose } = sharedContent(process.cwd());
const pages = sitePages(entries, prose.map(({ address }) => address), ['themelios/scheduler']); // prettier-ignore
const [entry] = entries.paths;
const faults = (change: Partial<Path>) =>
  badPaths({ ...entries, paths: [{ ...entry!, data: { ...entry!.data, ...change } }] }, prose, pages).map(
    ({ field, says }) => `${field.join('.')}: ${says}`,
  );
const { steps } = entry!.data;

test('the paths of this site have no fault', () => {
  expect(entries.paths.length).toBeGreaterThanOrEqual(5);
  expect(badPaths(entries, prose, pages)).toEqual([]);
});

describe('a fault is told', () => {
  test('no task at the end', () =>
    expect(faults({ steps: steps.slice(0, -1) })).toContain(`${`steps.${steps.length - 2}`}: the last step is no task`));

  test('no exercise', () => expect(faults({ steps: steps.filter((it) => !('lab' in it)) })).toContain('steps: it has no exercise'));

  test('a page that is not there', () => {
    const [said] = faults({ steps: [{ read: '/systems/nowhere/', why: 'x' }, ...steps.slice(1)] });
    expect(said).toMatch(/^steps\.0\.read: there is no page/);
  });

  test('too long and too short', () => {
    expect(faults({ steps: [...steps.slice(0, -1), ...steps.slice(0, -1), ...steps] })[0]).toMatch(/it takes \d+ minutes/);
    expect(faults({ steps: steps.slice(-3) }).at(-1)).toMatch(/it takes \d+ minutes/);
  });

  test('only tasks that nobody can begin', () => {
    const done = entries.tasks.map((it) => ({
      ...it,
      data: { ...it.data, status: it.data.status.map((each) => ({ ...each, status: 'done' as const })) },
    }));
    const said = badPaths({ ...entries, tasks: done }, prose, pages).map(({ says }) => says);
    expect(said).toEqual(entries.paths.map(() => 'none of these tasks can be begun'));
  });
});

test('when the first task is done, the next one stands in its place', () => {
  const last = steps.at(-1)!;
  const ids = 'take' in last ? last.take : [];
  const tasks = entries.tasks.map((it) =>
    it.id === ids[0] ? { ...it, data: { ...it.data, status: [{ ...it.data.status[0]!, status: 'done' as const }] } } : it,
  );
  expect(taskOf(ids, entries)).toBe(ids[0]);
  expect(taskOf(ids, { ...entries, tasks })).toBe(ids[1]);
});

test('each step has an id of its own within its path', () => {
  for (const { id, data } of entries.paths) {
    const known = stepsIn(data, entries, prose);
    expect(new Set(known.map((it) => it.id)).size, id).toBe(known.length);
    for (const it of known) expect(it.id, id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    expect(minutesOf(known)).toBe(known.reduce((sum, it) => sum + it.minutes, 0));
  }
});
