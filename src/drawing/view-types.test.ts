/** Each mistake below is a compile error: `tsc` fails where an expected one is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { id, mechanism, type ConfigOf, type InvariantOf, type KindOf, oneOf, range, type StateOf, table } from '../engine/language.ts';
import { breaks, brokenRows } from './broken.ts';
import type { PictureProps, View } from './view.ts';

const task = id('task');
const world = mechanism({
  parameters: { tasks: { least: 1, most: 3, default: 2 } },
  faults: { forgets: 'It forgets.' },
  state: ({ tasks }) => ({ tasks: table(task, tasks, { is: oneOf('ready', 'running'), waited: range(0, 3) }) }),
});
const run = world.action({ says: '{by} runs.', args: { by: task }, then: ({ by }) => (by.is = 'running') });
const model = world.model({
  id: 'test/world',
  title: 'World',
  actions: { run },
  always: {
    'no task waits long': (s) => s.tasks.every((each) => each.waited < 3),
    'at most one task runs': (s) => s.tasks.filter((each) => each.is === 'running').length <= 1,
  },
  sometimes: {},
});
type Model = typeof model;

const now: StateOf<Model> = { tasks: [{ is: 'ready', waited: 3 }] };
const config: ConfigOf<Model> = { tasks: 1, forgets: false };
const words: View<Model>['words'] = {
  'no task waits long': ({ now, rows }) =>
    rows('task')
      .map((i) => `Task ${i} waited for ${now.tasks[i]!.waited}.`)
      .join(' '),
  'at most one task runs': ({ config }) => `There are ${config.tasks}.`,
};
const Picture = ({ now }: PictureProps<Model>) => now.tasks.map((each) => each.is).join();

test('a view that is right compiles, and words what it is given', () => {
  const view: View<Model> = { Picture, words };
  expect(view.words['no task waits long']({ now, config, rows: () => [0] })).toBe('Task 0 waited for 3.');
  const broken = [
    { rule: 'no task waits long', parts: [{ by: 'every', kind: 'task', rows: [{ kind: 'task', index: 0, parts: [] }] }], says: 'task 0' },
  ] as const;
  expect(brokenRows(broken, 'task')).toEqual([0]);
  expect(breaks(broken, 'no task waits long')).toBe(true);
});

test('the sentences of a view are those of its model', () => {
  const misspelt: View<Model>['words'] = {
    ...words,
    // @ts-expect-error: a rule that the model has not
    'no task waits so long': () => '',
  };
  // @ts-expect-error: a rule that has no words
  const missing: View<Model>['words'] = { 'no task waits long': () => '' };
  // @ts-expect-error: a rule that the model has not
  const rule: InvariantOf<Model> = 'at most two tasks run';
  expect([misspelt, missing, rule]).toHaveLength(3);
});

test('its state, its configuration and its kinds are those of its model', () => {
  const view: View<Model> = {
    words: {
      // @ts-expect-error: a field that the state has not
      'no task waits long': ({ now }) => now.queue.join(),
      // @ts-expect-error: a kind that the model has not
      'at most one task runs': ({ rows }) => rows('frame').join(),
    },
    // @ts-expect-error: a fault that the model has not
    Picture: ({ config }) => config.sleeps,
  };
  const picture = ({ now, broken }: PictureProps<Model>) => {
    // @ts-expect-error: a field that the row has not
    const row = now.tasks[0]?.stack;
    // @ts-expect-error: a word that the field never is
    const is = now.tasks[0]?.is === 'dead';
    // @ts-expect-error: a rule that the model has not
    return [row, is, breaks(broken, 'no task waits')];
  };
  // @ts-expect-error: a kind that the model has not
  const kind: KindOf<Model> = 'frame';
  expect([view, picture, kind]).toHaveLength(3);
});

const mechanisms = join(import.meta.dirname, '../mechanisms');
const read = (file: string): string => readFileSync(join(mechanisms, file), 'utf8');
const folders = readdirSync(mechanisms, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/view.tsx'))
  .map((file) => dirname(file));

test.each(folders)('the view of %s needs no cast from one type to another', (folder) => {
  const files = readdirSync(join(mechanisms, folder)).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  expect(files).toContain('view.tsx');
  for (const file of files) expect(read(join(folder, file)), file).not.toContain('as unknown as');
});
