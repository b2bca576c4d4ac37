/** What the dev server does with each page that it sends. */
import type { MiddlewareHandler } from 'astro';
import { pageWithBase } from './base-path.ts';

export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const html = pageWithBase(await response.text(), import.meta.env.BASE_URL.replace(/\/?$/, '/'));
  return new Response(html, { status: response.status, headers });
};
