/** What editing a model costs and is allowed: the scripts that it loads, the page of the sandbox, and which pages may frame it. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist, published, readSite, sandboxFile } from './built-site.ts';

/** Editor, TypeScript, engine for the sandbox and model together, packed. */
const editAtMost = 1_050_000;
/** The script that waits for the key. */
const keyAtMost = 800;
/** The same on the page of a blank model, with what it imports. */
const blankKeyAtMost = 2_600;

const folder = join(dist, '_astro');
const codeOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const weigh = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipSync(codeOf(file), { level: 9 }).length, 0);
const files = readdirSync(folder);
const called = (pattern: RegExp): string => {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`${found.length} scripts of the build are called ${pattern}`);
  return found[0]!;
};

/** What a script imports at once, and with it. */
function closure(from: string): Set<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, imported = ''] of codeOf(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) follow(imported);
  };
  follow(from);
  return found;
}

const editor = called(/^shipped\.[\w-]{8}\.js$/);
const worker = called(/^language\.worker[.-][\w-]{8}\.js$/);
const key = called(/^EditModel.*\.js$/);
/** The script of the page of a blank model, which also puts the files of the walk and of the reference into the editor. */
const blankKey = called(/^Blank.*\.js$/);
/** A model as text: none is larger. */
const largest = Math.max(...files.filter((it) => it.startsWith('model.') && codeOf(it).includes('export')).map((it) => weigh([it])));

test('on Edit so much is loaded, and nothing of it before', () => {
  const styles = files.filter((file) => file.endsWith('.css') && codeOf(file).includes('.edit-panel'));
  const sum = weigh([...closure(editor), ...closure(worker), ...styles]) + largest;
  expect(sum).toBeGreaterThan(500_000);
  expect(sum, [...closure(editor)].join(' ')).toBeLessThanOrEqual(editAtMost);
  expect(weigh([key])).toBeLessThanOrEqual(keyAtMost);
  for (const { html, file } of readSite(dist).pages) expect(html.includes(editor) || html.includes(worker), file).toBe(false);
});

test('a blank model loads no more, and nothing of it before', () => {
  const opener = called(/^open-new\.[\w-]{8}\.js$/);
  const styles = files.filter((file) => file.endsWith('.css') && codeOf(file).includes('.edit-panel'));
  expect(weigh([...closure(opener), ...closure(worker), ...styles]) + largest).toBeLessThanOrEqual(editAtMost);
  expect(weigh(closure(blankKey))).toBeLessThanOrEqual(blankKeyAtMost);
  const page = readSite(dist).pages.find(({ address }) => address === 'simulations/new/')!;
  expect(page.html).toContain(blankKey);
  for (const script of [opener, called(/^texts\.[\w-]{8}\.js$/)]) expect(page.html.includes(script)).toBe(false);
});

test('a service costs no more to write than a model', () => {
  const service = closure(called(/^open-service\.[\w-]{8}\.js$/));
  const runner = called(/^service-runner\.[\w-]{8}\.js$/);
  expect(weigh([...service, ...closure(worker), runner])).toBeLessThanOrEqual(editAtMost);
});

test('the worker of TypeScript imports nothing, and knows no name of a page', () => {
  expect(closure(worker).size).toBe(1);
  expect(codeOf(worker)).not.toMatch(/interface HTMLElement|declare var document/);
});

test.each([dist, published.folder])('the sandbox of %s allows its own script and workers from text, and nothing else', (site) => {
  const html = readFileSync(join(site, sandboxFile), 'utf8');
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(/content="(default-src[^"]*)"/.exec(html)?.[1]).toBe(
    `default-src 'none'; script-src 'sha256-${hash}'; worker-src blob:; base-uri 'none'; form-action 'none'`,
  );
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<script>'));
});

test('only a page with an editor may frame a page of the site', () => {
  const framing = readSite(dist).pages.filter(({ html }) => html.includes("frame-src 'self'"));
  expect(framing.length).toBeGreaterThan(10);
  expect(framing.map(({ file }) => file)).toEqual(
    readSite(dist)
      .pages.filter(({ html }) => /data-edit-(?:model|service)/.test(html))
      .map(({ file }) => file),
  );
  const service = 'systems/starina/guides/service-in-javascript/';
  expect(framing.every(({ address }) => address === service || /^(?:simulations\/(?:new|.+\/.+)|learn\/.+)\//.test(address))).toBe(true);
});
