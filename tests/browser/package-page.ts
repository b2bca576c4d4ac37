/** The package for other sites, and pages of another origin that use it: each test has servers and folders of its own. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { buildScripts } from '../../packages/player/build/scripts.ts';
import { root } from '../site/built-site.ts';
import { serve } from './serve.ts';

interface Elsewhere {
  /** The address of the scripts of the package, on one port. */
  readonly scripts: string;
  /** The address of the example, on another port, which is another origin. */
  readonly page: string;
  /** The example as it would be on the origin of the scripts. */
  readonly together: string;
  /** Puts a page beside the example, on another origin than the scripts or on theirs, and returns its address. It names the scripts as the README does. */
  readonly write: (name: string, html: string, on?: 'another' | 'theirs') => string;
  readonly close: () => Promise<void>;
}

const NAMED = 'https://elsewhere.example/';

/** Builds the package into a folder outside of the project and serves it. */
export async function elsewhere(): Promise<Elsewhere> {
  const [dist, pages] = ['dist', 'pages'].map((name) => mkdtempSync(join(tmpdir(), `orrery-package-${name}-`))) as [string, string];
  await buildScripts(root, dist);
  const [scripts, page] = await Promise.all([serve(dist), serve(pages)]);
  const example = join(root, 'packages/player/example');
  const named = (text: string, by: string) => text.replaceAll(NAMED, by).replaceAll(NAMED.slice(0, -1), by.slice(0, -1));
  cpSync(example, join(dist, 'example'), { recursive: true });
  for (const name of readdirSync(example)) {
    const text = readFileSync(join(example, name), 'utf8');
    writeFileSync(join(pages, name), named(text, scripts.url));
    writeFileSync(join(dist, 'example', name), named(text, scripts.url));
  }
  return {
    scripts: scripts.url,
    page: page.url,
    together: `${scripts.url}example/`,
    write: (name, html, on = 'another') => {
      writeFileSync(join(on === 'another' ? pages : join(dist, 'example'), name), named(html, scripts.url));
      return (on === 'another' ? page.url : `${scripts.url}example/`) + name;
    },
    close: async () => {
      await Promise.all([scripts.close(), page.close()]);
      for (const folder of [dist, pages]) rmSync(folder, { recursive: true });
    },
  };
}

/** A page of another origin with a policy as strict as the README has it, and with what a test puts into it. */
export const strict = (body: string, more = ''): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' ${NAMED.slice(0, -1)}${more}" />
    <meta name="color-scheme" content="light dark" />
    <title>Trial</title>
    <script type="module" src="${NAMED}orrery-player.js"></script>
  </head>
  <body><main><h1>Trial</h1>${body}</main></body>
</html>`;

/** What the policy refuses and what goes wrong, from the first script on. */
export async function watched(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) || message.text().startsWith('refused:')) wrong.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.log(`refused: ${effectiveDirective} ${blockedURI}`),
    ),
  );
  return wrong;
}

export const element = (page: Page, model: string): Locator => page.locator(`orrery-player[model="${model}"]`);
export const capabilities = (page: Page) => element(page, 'themelios/capability-space');
export const airlock = (page: Page) => element(page, 'example/airlock');
export const position = (of: Locator) => of.getByRole('slider', { name: 'Position in the run' });
export const at = (of: Locator, step: number) => expect(position(of)).toHaveAttribute('aria-valuenow', String(step));
export const key = (of: Locator, name: string | RegExp) => of.getByRole('button', { name });
