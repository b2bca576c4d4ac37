/** Seals one HTML page by editing its text in place: nothing changes but what has to. */
import { createHash } from 'node:crypto';
import { valueWithBase } from './base-path.ts';
import type { Styles } from './inline-styles.ts';
import { asHtml } from '../exports/html-text.ts';
import { readTags, type StartTag, type TagAttribute } from '../exports/html-tags.ts';
import { edited, type Edit } from '../exports/text-edits.ts';

interface Settings {
  /** The base path, beginning and ending in a slash. */
  readonly base: string;
  readonly styles: Styles;
  /** The addresses of the scripts that the simulation of a model loads. */
  readonly scripts: (id: string) => readonly string[];
}

/** What stands in a page, and what has to change in it. */
interface Found {
  readonly edits: Edit[];
  /** Hashes of the scripts and the styles that stand in the page itself. */
  readonly scripts: string[];
  readonly sheets: string[];
  readonly names: Set<string>;
  /** Links that only a page with one of certain elements needs. */
  readonly wants: { readonly from: number; readonly to: number; readonly names: readonly string[] }[];
  /** The models whose simulations are seen as soon as the page is. */
  readonly atOnce: Set<string>;
  islands: number;
  styled: boolean;
  hasEncoding: boolean;
  hasEditor: boolean;
  /** Where what stands in the head begins and ends; below 0 until it is found. */
  headStart: number;
  headEnd: number;
}

/** The sealed page, as a function of the address of the stylesheet that is only known when all pages have been read. */
export function sealPage(html: string, settings: Settings): (sheet: string) => string {
  const found = foundIn(html, settings);
  const { edits, names, wants, headStart, headEnd } = found;
  if (headStart < 0 || headEnd < 0) throw new Error('a page has no <head> with an end');
  if (!found.hasEncoding) throw new Error('a page does not name its encoding: put <meta charset="utf-8"> into its <head>');

  // A browser looks for the encoding in the first 1,024 bytes, and the policy grows with every script: so the encoding comes first.
  const policy = `${ENCODING}<meta http-equiv="content-security-policy" content="${policyOf(found)}">`;
  const preloads = new Set([...found.atOnce].flatMap(settings.scripts));
  const preload = [...preloads].map((address) => `<link rel="modulepreload" href="${address}">`).join('');
  const unwanted = wants.filter((it) => !it.names.some((name) => names.has(name)));
  const kept = edits.filter((edit) => !unwanted.some(({ from, to }) => from <= edit.from && edit.to <= to));
  kept.push(...unwanted.map(({ from, to }) => ({ from, to, text: '' })));
  return (sheet) => {
    const link = (found.styled ? `<link rel="stylesheet" href="${sheet}">` : '') + preload;
    return edited(html, [{ from: headStart, to: headStart, text: policy }, ...kept, { from: headEnd, to: headEnd, text: link }]);
  };
}

function foundIn(html: string, settings: Settings): Found {
  const found: Found = {
    edits: [],
    scripts: [],
    sheets: [],
    names: new Set(),
    wants: [],
    atOnce: new Set(),
    islands: 0,
    styled: false,
    hasEncoding: false,
    hasEditor: false,
    headStart: -1,
    headEnd: -1,
  };
  /** Where the hash of what is being read goes. */
  let text: { readonly from: number; readonly hashes: string[] } | undefined;
  readTags(html, {
    opens(tag) {
      const { name, from, to, attributes } = tag;
      found.names.add(name);
      if (name === 'head') found.headStart = to;
      if (name === 'meta' && found.headStart >= 0 && attributes.some((it) => it.name === 'charset')) {
        found.hasEncoding = true;
        found.edits.push({ from, to, text: '' });
      }
      if (name === 'script' && isInline(tag)) text = { from: to, hashes: found.scripts };
      if (name === 'style') text = { from: to, hashes: found.sheets };
      if (name === 'astro-island') found.islands += 1;
      for (const attribute of attributes) readAttribute(tag, attribute, found, settings);
    },
    closes(name, from) {
      if (name === 'head' && found.headEnd < 0) found.headEnd = from;
      if (text !== undefined && (name === 'script' || name === 'style')) {
        text.hashes.push(hashOf(html.slice(text.from, from)));
        text = undefined;
      }
    },
  });
  return found;
}

function readAttribute(tag: StartTag, { name: written, value, from, to }: TagAttribute, found: Found, { base, styles }: Settings): void {
  const put = (text: string) => found.edits.push({ from, to, text });
  if (written.startsWith('on'))
    throw new Error(`<${tag.name} ${written}> is an inline handler: the policy forbids it. Add the listener in a script.`);
  // Starlight writes a dark theme; until a script has chosen one, a rule follows what the reader's system prefers.
  if (tag.name === 'html' && written === 'data-theme') put('');
  if (written === 'data-at-once') found.atOnce.add(value);
  if (written === 'data-edit-model' || written === 'data-edit-service') found.hasEditor = true;
  if (written === 'data-for') {
    found.wants.push({ from: tag.from, to: tag.to, names: value.split(' ') });
    put('');
  }
  if (written === 'class' && value.split(' ').includes('ec-line')) styles.highlighted = true;
  if (written === 'style') {
    // Starlight reveals its shortcut by clearing this one attribute, which it could not do to a rule.
    const revealed = tag.name === 'kbd' && value.replace(/\s/g, '') === 'display:none;';
    put(revealed ? '' : `data-s="${styles.keep(value)}"`);
    found.styled ||= !revealed;
  } else if (tag.name === 'astro-island' && written === 'uid') put(`uid="i${found.islands}"`);
  else {
    const withBase = valueWithBase(written, value, base);
    if (withBase !== value) put(`${written}="${asHtml(withBase)}"`);
  }
}

const ENCODING = '<meta charset="utf-8">';

/** Everything comes from this site alone; scripts and styles in the page are allowed by their hash. */
function policyOf({ scripts, sheets, names, hasEditor }: Found): string {
  const list = (hashes: readonly string[]) =>
    [...new Set(hashes)]
      .sort()
      .map((hash) => ` '${hash}'`)
      .join('');
  return [
    "default-src 'none'",
    `script-src 'self'${names.has('site-search') ? " 'wasm-unsafe-eval'" : ''}${list(scripts)}`, // the search runs WebAssembly,
    `style-src 'self'${list(sheets)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    ...(hasEditor ? ["frame-src 'self'"] : []), // edited models run in a frame of this site
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** A script with code of its own; data in a script element is never run. */
function isInline({ attributes }: StartTag): boolean {
  const valueOf = (name: string) => attributes.find((it) => it.name === name)?.value;
  return valueOf('src') === undefined && ['module', 'text/javascript', ''].includes(valueOf('type') ?? 'module');
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
