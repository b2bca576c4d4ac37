/**
 * The page in which edited models run, `/sandbox/`. It is no page of the site: it stands in a frame without an origin, with a policy of its own
 * that allows its one script, by hash, and workers made from text; a worker inherits the policy, so nothing in it can connect, import or eval.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const FRAME = 'src/components/simulation/edit/sandbox/frame.js';

/** The whole page, around the text of its script. */
function sandboxPage(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = ["default-src 'none'", `script-src 'sha256-${hash}'`, 'worker-src blob:', "base-uri 'none'", "form-action 'none'"].join(
    '; ',
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="robots" content="noindex"><title>Sandbox of edited models</title></head>',
    `<body><script>${script}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}

export function sandbox(): AstroIntegration {
  let root = '';
  const made = () => sandboxPage(readFileSync(join(root, FRAME), 'utf8'));
  return {
    name: 'orrery-sandbox',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.split('?')[0]?.endsWith('/sandbox/')) return next();
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(made());
        });
      },
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'sandbox');
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'index.html'), made());
      },
    },
  };
}
