import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMechanism, loadMechanism, loadView, mechanismIds } from './registry.ts';
import { triesOf } from './tries.ts';

const folder = import.meta.dirname;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const models = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('/model.ts'));

/** Without blank lines, what it imports, what it says about itself, the header and other lines that are only a comment. */
const linesOf = (source: string): string[] =>
  source
    .replace(/^\/\*\*[\s\S]*?\*\//gm, '')
    .replace(/^import [^;]*;/gm, '')
    .replace(/^  about: \{\n[\s\S]*?\n  \},$/m, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));

test('every folder with a model is in the list', () => {
  expect(mechanismIds.toSorted()).toEqual(models.map((file) => file.replace(/\/model\.ts$/, '')).sort());
});

test.each(['constructor', 'toString', '__proto__', '', 'themelios/nothing'])(
  '%j is no mechanism, and the message names those there are',
  async (id) => {
    expect(isMechanism(id)).toBe(false);
    await expect(loadMechanism(id)).rejects.toThrow(/^There is no mechanism .* there are themelios\/capability-space, /);
    await expect(loadView(id)).rejects.toThrow(RangeError);
  },
);

describe.each([...mechanismIds])('%s', (id) => {
  test('is its folder, with its runs, its view, its small picture and its tests in it', async () => {
    const { model } = await loadMechanism(id);
    expect(model.id).toBe(id);
    for (const file of ['runs.ts', 'view.tsx', 'small.tsx', 'model.test.ts', 'view.test.ts'])
      expect(existsSync(join(folder, id, file)), file).toBe(true);
    const own = [...read(`${id}/runs.ts`).matchAll(/from '(\.\/.*)'/g)].map(([, file]) => file);
    expect(own, 'runs import no other model').toEqual(['./model.ts']);
  });

  test('asks one question, says what is smaller than in its system, and offers three tries', async () => {
    const { question, scaledDown, shows, leavesOut } = (await loadMechanism(id)).model.about!;
    expect(question).toMatch(/^[A-Z][^.?!]*\?$/);
    expect(scaledDown, 'with the numbers of both').toMatch(/\bthere\b|\breal\b/);
    expect(scaledDown).toMatch(/\bhere\b/);
    for (const clause of [shows, leavesOut, scaledDown]) expect(clause).not.toMatch(/\.$/);
    expect(triesOf(id)).toHaveLength(3);
  });

  test('is a specification: at most 175 lines, and nothing in it but the mechanism', () => {
    const source = read(`${id}/model.ts`);
    expect(linesOf(source).length).toBeLessThanOrEqual(175);
    expect(source).not.toMatch(/withRuns|\bscenarios:|\bexpect:/);
  });
});
