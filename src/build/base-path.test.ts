/** The base path stands before our own addresses, once, and nowhere else. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { onRequest } from './base-path-middleware.ts';
import { pageWithBase, valueWithBase } from './base-path.ts';

const base = '/orrery/';

describe('an address', () => {
  test.each([
    ['href', '/systems/', '/orrery/systems/'],
    ['href', '/', '/orrery/'],
    ['href', '/orrery/systems/', '/orrery/systems/'],
    ['href', '/orrery', '/orrery'],
    ['href', '/orrery-2/', '/orrery/orrery-2/'],
    ['href', '//other.example/', '//other.example/'],
    ['href', 'https://other.example/', 'https://other.example/'],
    ['href', '#here', '#here'],
    ['content', 'A sentence.', 'A sentence.'],
    ['title', '/systems/', '/systems/'],
    ['srcset', '/a.png 1x, /b.png 2x', '/orrery/a.png 1x, /orrery/b.png 2x'],
  ])('%s="%s" becomes "%s"', (name, value, says) => {
    expect(valueWithBase(name, value, base)).toBe(says);
    expect(valueWithBase(name, says, base)).toBe(says);
    expect(valueWithBase(name, value, '/')).toBe(value);
  });
});

describe('a page', () => {
  const html = `<!doctype html><html><head><link rel=icon href='/i.svg'></head><body><p>/systems/ <a href="/a/?b=1&amp;c=2" class=x>a</a>
<template><a href="/in/">b</a></template><svg><use xlink:href="/s.svg#x"></use></svg><b><p>one<p><a href="/c/">c</a></body></html>`;

  test('keeps its text but for its addresses', () => {
    const says = html
      .replace("href='/i.svg'", 'href="/orrery/i.svg"')
      .replace('"/a/', '"/orrery/a/')
      .replace('"/in/', '"/orrery/in/')
      .replace('"/s.svg', '"/orrery/s.svg')
      .replace('"/c/', '"/orrery/c/');
    expect(pageWithBase(html, base)).toBe(says);
    expect(pageWithBase(says, base)).toBe(says);
  });

  test('is not touched at the root of a host', () => {
    expect(pageWithBase(html, '/')).toBe(html);
  });
});

describe('the dev server', () => {
  afterEach(() => void vi.unstubAllEnvs());
  const send = async (body: string, type: string): Promise<Response> => {
    vi.stubEnv('BASE_URL', '/orrery');
    const next = () => Promise.resolve(new Response(body, { status: 404, headers: { 'content-type': type, 'x-kept': 'yes' } }));
    return (await onRequest({} as never, next)) as Response;
  };

  test('sends a page with the base path, and its status and headers as they were', async () => {
    const response = await send('<a href="/systems/">x</a>', 'text/html; charset=utf-8');
    expect(await response.text()).toBe('<a href="/orrery/systems/">x</a>');
    expect([response.status, response.headers.get('x-kept')]).toEqual([404, 'yes']);
  });

  test('sends anything else as it is', async () => {
    expect(await (await send('{"url":"/systems/"}', 'application/json')).text()).toBe('{"url":"/systems/"}');
  });
});
