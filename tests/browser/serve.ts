/**
 * Serves a folder as a static host does: folders with their slash, 404.html for what is not there, to any origin as GitHub Pages does. The tests do not use
 * `astro preview`, because a second one in the same project refuses to start.
 * Run by itself, `node tests/browser/serve.ts <folder> <port>`, it serves until it is stopped.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Served {
  /** The address of the site, ending in the base path. */
  readonly url: string;
  close(): Promise<void>;
}

/** `base` begins and ends in a slash; what lies outside of it is not there. Port 0 is any free one. */
export async function serve(folder: string, base = '/', atPort = 0): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? join(folder, path.slice(base.length)) : undefined;
    if (inside && existsSync(inside) && statSync(inside).isDirectory() && !path.endsWith('/')) {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    const file = inside && (path.endsWith('/') ? join(inside, 'index.html') : inside);
    const found = file !== undefined && existsSync(file);
    const sent = found ? file : join(folder, '404.html');
    const headers = {
      'content-type': types[extname(sent)] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      // What has its hash in its name stays as it is, and hosts say so.
      ...(found && path.startsWith(`${base}_astro/`) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
    };
    response.writeHead(found ? 200 : 404, headers);
    response.end(readFileSync(sent));
  });
  await new Promise<void>((resolve) => server.listen(atPort, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://localhost:${port}${base}`, close };
}

if (import.meta.main) {
  const [folder = 'dist', port = '4399'] = process.argv.slice(2);
  await serve(folder, '/', Number(port));
}
