import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registry } from './registry.ts';

const folder = import.meta.dirname;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const models = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /^\w+\/[\w-]+\.ts$/.test(file));

/** Without blank lines, the header and other lines that are only a comment. */
const linesOf = (source: string): string[] =>
  source
    .replace(/^\/\*\*[\s\S]*?\*\//gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));

test('every model is in the list, under its folder and its file', () => {
  expect(Object.keys(registry).sort()).toEqual(models.map((file) => file.replace(/\.ts$/, '')).sort());
});

describe.each(Object.entries(registry))('%s', (id, load) => {
  test('is its file, with its runs beside it', async () => {
    const { model } = await load();
    expect(model.id).toBe(id);
    const own = [...read(`${id}.runs.ts`).matchAll(/from '(\.\/.*)'/g)].map(([, file]) => file);
    expect(own, 'runs import no other model').toEqual([`./${id.split('/')[1]}.ts`]);
  });

  test('is a specification: at most 150 lines, and nothing in it but the mechanism', () => {
    const source = read(`${id}.ts`);
    expect(linesOf(source).length).toBeLessThanOrEqual(150);
    expect(source).not.toMatch(/withRuns|\bscenarios:|\bexpect:/);
  });
});
