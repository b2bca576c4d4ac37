/** The base path before root-relative addresses. A build's pages get it with their seal, those of the dev server as they are sent. */
import type { AstroIntegration } from 'astro';
import { readTags } from '../exports/html-tags.ts';
import { asHtml } from '../exports/html-text.ts';
import { edited, type Edit } from '../exports/text-edits.ts';

/** Attributes that hold one address. */
const addresses = new Set(['href', 'xlink:href', 'src', 'action', 'poster', 'data', 'content']);
/** Attributes that hold several, each with a width or a density behind it. */
const addressLists = new Set(['srcset', 'imagesrcset']);

/** The value of an attribute with the base path, which begins and ends in a slash, before each address of ours that has none. */
export function valueWithBase(name: string, value: string, base: string): string {
  if (addresses.has(name)) return withBase(value, base);
  return addressLists.has(name) ? value.replace(/(?<=^\s*|,\s*)\/[^\s,]*/g, (it) => withBase(it, base)) : value;
}

function withBase(address: string, base: string): string {
  const isOurs = /^\/(?!\/)/.test(address) && !address.startsWith(base) && `${address}/` !== base;
  return isOurs ? base + address.slice(1) : address;
}

/** A page with the base path before its addresses; nothing else of its text changes. */
export function pageWithBase(html: string, base: string): string {
  if (base === '/') return html;
  const edits: Edit[] = [];
  readTags(html, {
    opens({ attributes }) {
      for (const { name, value, from, to } of attributes) {
        const next = valueWithBase(name, value, base);
        if (next !== value) edits.push({ from, to, text: `${name}="${asHtml(next)}"` });
      }
    },
  });
  return edited(html, edits);
}

/** Makes the dev server send the links that a build has. */
export function basePathInDev(): AstroIntegration {
  return {
    name: 'orrery-base-path',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command === 'dev') addMiddleware({ entrypoint: new URL('./base-path-middleware.ts', import.meta.url), order: 'pre' });
      },
    },
  };
}
