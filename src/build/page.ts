/** Seals one HTML page by editing its text in place: nothing changes but what has to. */
import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { escapeValue, valueWithBase } from './base-path.ts';
import type { Styles } from './inline-styles.ts';
import { edited, type Edit } from '../exports/text-edits.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Settings {
  /** The base path, beginning and ending in a slash. */
  readonly base: string;
  readonly styles: Styles;
  /** The addresses of the scripts that the simulation of a model loads. */
  readonly scripts: (id: string) => readonly string[];
}

/** The sealed page, as a function of the address of the stylesheet that is only known when all pages have been read. */
export function sealPage(html: string, { base, styles, scripts: scriptsOf }: Settings): (sheet: string) => string {
  const edits: Edit[] = [];
  const scripts: string[] = [];
  const sheets: string[] = [];
  /** Where elements begin: one that is not closed is there again in each block behind it, with the same place. */
  const seen = new Set<number>();
  const names = new Set<string>();
  /** Links that only a page with one of certain elements needs. */
  const wants: { readonly from: number; readonly to: number; readonly names: readonly string[] }[] = [];
  let islands = 0;
  let styled = false;
  let headStart = -1;
  let headEnd = -1;
  let hasEncoding = false;
  let hasSearch = false;
  let hasEditor = false;
  /** The models whose simulations are seen as soon as the page is. */
  const atOnce = new Set<string>();

  for (const element of elementsOf(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes)) {
    const at = element.sourceCodeLocation;
    if (!at || seen.has(at.startOffset)) continue;
    seen.add(at.startOffset);
    names.add(element.tagName);
    if (element.tagName === 'head' && at.startTag && at.endTag) {
      headStart = at.startTag.endOffset;
      headEnd = at.endTag.startOffset;
    }
    if (element.tagName === 'meta' && headStart >= 0 && element.attrs.some(({ name }) => name === 'charset')) {
      hasEncoding = true;
      edits.push({ from: at.startOffset, to: at.endOffset, text: '' });
    }
    if (element.tagName === 'site-search') hasSearch = true;
    if (element.tagName === 'script' && isInline(element)) scripts.push(hashOf(textOf(element)));
    if (element.tagName === 'style') sheets.push(hashOf(textOf(element)));
    const island = element.tagName === 'astro-island';
    if (island) islands += 1;
    for (const { name, prefix, value } of element.attrs) {
      const place = at.attrs?.[prefix ? `${prefix}:${name}` : name];
      if (!place) continue;
      const put = (text: string) => edits.push({ from: place.startOffset, to: place.endOffset, text });
      if (name.startsWith('on'))
        throw new Error(`<${element.tagName} ${name}> is an inline handler: the policy forbids it. Add the listener in a script.`);
      // Starlight writes a dark theme; until a script has chosen one, a rule follows what the reader's system prefers.
      if (element.tagName === 'html' && name === 'data-theme') put('');
      if (name === 'data-at-once') atOnce.add(value);
      if (name === 'data-edit-model' || name === 'data-edit-service') hasEditor = true;
      if (name === 'data-for') {
        wants.push({ from: at.startOffset, to: at.endOffset, names: value.split(' ') });
        put('');
      }
      if (name === 'class' && value.split(' ').includes('ec-line')) styles.highlighted = true;
      if (name === 'style') {
        // Starlight reveals its shortcut by clearing this one attribute, which it could not do to a rule.
        const revealed = element.tagName === 'kbd' && value.replace(/\s/g, '') === 'display:none;';
        put(revealed ? '' : `data-s="${styles.keep(value)}"`);
        styled ||= !revealed;
      } else if (island && name === 'uid') put(`uid="i${islands}"`);
      else if (valueWithBase(name, value, base) !== value)
        put(`${prefix ? `${prefix}:` : ''}${name}="${escapeValue(valueWithBase(name, value, base))}"`);
    }
  }
  if (headStart < 0) throw new Error('a page has no <head>');
  if (!hasEncoding) throw new Error('a page does not name its encoding: put <meta charset="utf-8"> into its <head>');

  // A browser looks for the encoding in the first 1,024 bytes, and the policy grows with every script: so the encoding comes first.
  const policy = `${ENCODING}<meta http-equiv="content-security-policy" content="${policyOf({ scripts, sheets, hasSearch, hasEditor })}">`;
  const preloads = new Set([...atOnce].flatMap(scriptsOf));
  const preload = [...preloads].map((address) => `<link rel="modulepreload" href="${address}">`).join('');
  const unwanted = wants.filter((it) => !it.names.some((name) => names.has(name)));
  const kept = edits.filter((edit) => !unwanted.some(({ from, to }) => from <= edit.from && edit.to <= to));
  kept.push(...unwanted.map(({ from, to }) => ({ from, to, text: '' })));
  return (sheet) => {
    const link = (styled ? `<link rel="stylesheet" href="${sheet}">` : '') + preload;
    return edited(html, [{ from: headStart, to: headStart, text: policy }, ...kept, { from: headEnd, to: headEnd, text: link }]);
  };
}

const ENCODING = '<meta charset="utf-8">';

interface Allowed {
  readonly scripts: readonly string[];
  readonly sheets: readonly string[];
  /** The search runs WebAssembly. */
  readonly hasSearch: boolean;
  /** Edited models run in a frame of this site. */
  readonly hasEditor: boolean;
}

/** Everything comes from this site alone; scripts and styles in the page are allowed by their hash. */
function policyOf({ scripts, sheets, hasSearch, hasEditor }: Allowed): string {
  const list = (hashes: readonly string[]) =>
    [...new Set(hashes)]
      .sort()
      .map((hash) => ` '${hash}'`)
      .join('');
  return [
    "default-src 'none'",
    `script-src 'self'${hasSearch ? " 'wasm-unsafe-eval'" : ''}${list(scripts)}`,
    `style-src 'self'${list(sheets)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    ...(hasEditor ? ["frame-src 'self'"] : []),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** A script with code of its own; data in a script element is never run. */
function isInline(script: Element): boolean {
  const attribute = (name: string) => script.attrs.find((it) => it.name === name)?.value;
  const type = attribute('type') ?? 'module';
  return attribute('src') === undefined && ['module', 'text/javascript', ''].includes(type);
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const textOf = (element: Element): string => element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsOf(node.childNodes);
    if ('content' in node) yield* elementsOf((node as DefaultTreeAdapterTypes.Template).content.childNodes);
  }
}
