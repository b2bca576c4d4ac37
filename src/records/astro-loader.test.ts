/** The loader of a collection against a temporary project and a watcher that the test speaks for: what the pages get, and how often a file is opened. */
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectionNames } from '../schemas/evidence.ts';
import { facts } from './astro-loader.ts';
import { sharedContent, sharedReader } from './shared-reader.ts';

const rule = (statement: string): string =>
  `system: orbit\nstatement: ${statement}\nmodality: must\ncite: [{ source: orbit-readme, lines: [1, 1] }]\ncheckedBy: []\n`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'orrery-loader-'));
  write('orbit.turns', rule('It must turn.'));
  write('orbit.stops', rule('It must stop.'));
});
afterEach(() => rmSync(root, { recursive: true }));

const pathOf = (id: string): string => join(root, `src/content/rules/orbit/${id}.yaml`);
function write(id: string, text: string): void {
  mkdirSync(dirname(pathOf(id)), { recursive: true });
  writeFileSync(pathOf(id), text);
}

/** A loader of rules that has loaded once, with the store that it filled and what it logged. */
async function loaded() {
  const store = new Map<string, string>();
  const watcher = new EventEmitter();
  const told: string[] = [];
  const context = {
    store: {
      clear: () => store.clear(),
      set: ({ id, data }: { id: string; data: { statement: string } }) => store.set(id, data.statement),
      delete: (id: string) => store.delete(id),
    },
    parseData: async ({ data }: { data: unknown }) => data,
    generateDigest: (data: unknown) => JSON.stringify(data),
    config: { root: pathToFileURL(`${root}/`) },
    logger: { error: (text: string) => told.push(text) },
    watcher,
  };
  await facts('rules').load(context as never as LoaderContext);
  /** Says that a file has changed, and goes on when all that follows from it at once is done. */
  const say = async (event: 'add' | 'change' | 'unlink', id: string): Promise<void> => {
    watcher.emit(event, pathOf(id));
    await new Promise((done) => void setImmediate(done));
  };
  return { store, told, watcher, say };
}

test('house 9: the dev server hears of a record that is added, changed and taken out', async () => {
  const { store, say, told } = await loaded();
  expect([...store]).toEqual([
    ['orbit.stops', 'It must stop.'],
    ['orbit.turns', 'It must turn.'],
  ]);
  write('orbit.falls', rule('It must fall.'));
  await say('add', 'orbit.falls');
  expect(store.get('orbit.falls')).toBe('It must fall.');
  write('orbit.turns', rule('It must turn back.'));
  await say('change', 'orbit.turns');
  expect(store.get('orbit.turns')).toBe('It must turn back.');
  rmSync(pathOf('orbit.stops'));
  await say('unlink', 'orbit.stops');
  expect([...store.keys()]).toEqual(['orbit.falls', 'orbit.turns']);
  expect(told).toEqual([]);
});

test('while a record cannot be read the pages keep what they had', async () => {
  const { store, say, told } = await loaded();
  write('orbit.turns', rule('It must turn.').replace('modality', 'modalty'));
  await say('change', 'orbit.turns');
  expect([...store.values()]).toEqual(['It must stop.', 'It must turn.']);
  write('orbit.turns', rule('It must turn again.'));
  await say('change', 'orbit.turns');
  expect(store.get('orbit.turns')).toBe('It must turn again.');
  for (const id of ['orbit.turns', 'orbit.stops']) rmSync(pathOf(id));
  await say('unlink', 'orbit.turns');
  await say('unlink', 'orbit.stops');
  expect([...store.keys()]).toEqual([]);
  expect(told).toEqual([]);
});

test('other files of the project make nothing be read again', async () => {
  const { watcher } = await loaded();
  const { reads } = sharedReader(root);
  for (const path of ['src/content/glossary/wheel.yaml', 'src/contents/rules/orbit.turns.yaml', 'README.md'])
    watcher.emit('change', join(root, path));
  sharedContent(root);
  expect(sharedReader(root).reads).toBe(reads);
});

test('house 9: the configuration, the validation, nine loaders and the sealing open each file once', async () => {
  // Astro evaluates the configuration and the loaders as two copies of one module.
  const copy = (await import(`${pathToFileURL(join(import.meta.dirname, 'shared-reader.ts')).href}?second`)) as {
    sharedReader: typeof sharedReader;
    sharedContent: typeof sharedContent;
  };
  expect(copy.sharedReader).not.toBe(sharedReader);
  sharedContent(`${root}/`);
  copy.sharedContent(root);
  for (let i = 0; i < collectionNames.length; i++) await loaded();
  expect(sharedReader(root).reads).toBe(2);
});

test('only the file that was forgotten is opened again', async () => {
  sharedContent(root);
  sharedReader(root).forget('src/content/rules/orbit/orbit.turns.yaml');
  sharedContent(root);
  expect(sharedReader(root).reads).toBe(3);
});
