/** The base path before root-relative addresses. A build's pages get it with their seal, those of the dev server as they are sent. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { AstroIntegration } from 'astro';
import { edited, type Edit } from '../exports/text-edits.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Attributes that hold one address. */
const addresses = new Set(['href', 'src', 'action', 'poster', 'data', 'content']);
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

/** An attribute's value as it stands between quotes. */
export const escapeValue = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A page with the base path before its addresses; nothing else of its text changes. */
export function pageWithBase(html: string, base: string): string {
  if (base === '/') return html;
  const edits: Edit[] = [];
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      for (const { name, prefix, value } of node.attrs) {
        const written = prefix ? `${prefix}:${name}` : name;
        const place = node.sourceCodeLocation?.attrs?.[written];
        const next = valueWithBase(name, value, base);
        if (place && next !== value)
          edits.push({ from: place.startOffset, to: place.endOffset, text: `${written}="${escapeValue(next)}"` });
      }
      visit(node.childNodes);
      if ('content' in node) visit((node as DefaultTreeAdapterTypes.Template).content.childNodes);
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes); // what is written for readers without script has links too
  // An element that is not closed is there again in each block behind it, with the same place.
  const once = new Map(edits.map((edit) => [edit.from, edit]));
  return edited(html, [...once.values()]);
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
