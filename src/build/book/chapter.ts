/**
 * A page of prose as a chapter of a book: its headings one level lower, its ids with the name of the chapter before them, links to other
 * chapters within the book, simulations as their storyboards, and nothing that can only be pressed. Edits the text by offsets, as the seal does.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { edited, type Edit } from '../../exports/text-edits.ts';
import { escapeValue } from '../base-path.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface Chapter {
  /** What its ids begin with, and the id of the chapter itself. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** The headings of its sections, with their ids in the book. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** The style sheets, fonts and styles that the head of the page names, as they stand there, and the hashes of styles that its policy allows. */
  readonly styles: readonly string[];
  readonly allowed: readonly string[];
}

/** `architecture-boot` for `/systems/themelios/architecture/boot/`. */
export const chapterName = (address: string): string => address.split('/').slice(3, -1).join('-');

/** The id in the book of one on the page of a chapter. No name of a chapter has two hyphens. */
const idIn = (name: string, id: string): string => `${name}--${id}`;

/** Attributes that hold ids, one or several. */
const idReferences = new Set([
  'id',
  'for',
  'data-tells',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
  'headers',
]);
/** What is of no use in a book: what can only be pressed, what runs, and what leads to the same heading. */
const isLeftOut = (element: Element): boolean =>
  ['script', 'button', 'input', 'select', 'template', 'noscript'].includes(element.tagName) ||
  classesOf(element).some((it) => ['sl-anchor-link', 'go-on', 'controls', 'edit-model'].includes(it));
/** What stands below the text and belongs to it. */
const isOfPage = (element: Element): boolean =>
  !classesOf(element).some((it) => ['go-on', 'on-paper', 'page-footer'].includes(it)) && element.tagName !== 'script';

/**
 * `html` is the page as it was sealed; `names` are the chapters of the book by the addresses of their pages. Throws when the page is not made
 * as pages of prose are.
 */
export function chapterOf(html: string, address: string, names: ReadonlyMap<string, string>, base: string): Chapter {
  // What is around the text, the sidebar and all, is a fourth of a page, and nothing of it is needed.
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  const elements = [...elementsOf(parse(main, { sourceCodeLocationInfo: true }).childNodes)];
  const content = elements.find((it) => classesOf(it).includes('sl-markdown-content'));
  const heading = elements.find((it) => it.tagName === 'h1');
  const name = names.get(address);
  if (!content || !heading || name === undefined) throw new Error(`${address} is no page of prose: adapt src/build/book/chapter.ts`);
  const parts = [...siblingsOf(heading), ...siblingsOf(content)].filter(isOfPage);
  const text = parts.map((part) => partOf(main, part, { address, name, names, base })).join('\n');
  const headings = [...elementsOf(content.childNodes)].filter((it) => it.tagName === 'h2');
  return {
    name,
    title: textOf(heading),
    html: `<section class="chapter" id="${name}" aria-labelledby="${idIn(name, '_top')}">\n${text}\n</section>`,
    sections: headings.flatMap((it) => {
      const id = attribute(it, 'id');
      return id === undefined ? [] : [{ id: idIn(name, id), title: textOf(it) }];
    }),
    styles: html.slice(0, html.indexOf('</head>')).match(/<link rel="(?:stylesheet|preload)"[^>]*>|<style\b[^>]*>[\s\S]*?<\/style>/g) ?? [],
    allowed: allowedStyles(html),
  };
}

/** The hashes of styles that the policy of a page allows. */
export const allowedStyles = (html: string): readonly string[] => /style-src 'self'([^;]*)/.exec(html)?.[1]?.match(/'[^']+'/g) ?? [];

interface Place {
  readonly address: string;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly base: string;
}

/** One element of the page as it stands in the book. */
function partOf(html: string, part: Element, place: Place): string {
  const { startOffset, endOffset } = part.sourceCodeLocation!;
  const edits: Edit[] = [];
  const visit = (element: Element): void => {
    const at = element.sourceCodeLocation;
    if (!at) return;
    if (isLeftOut(element)) return void edits.push({ from: at.startOffset, to: at.endOffset, text: '' });
    if (element.tagName === 'astro-island') unwrap(at, edits);
    else {
      lower(element, edits);
      for (const edit of attributeEdits(element, place)) edits.push(edit);
    }
    for (const child of element.childNodes) if ('tagName' in child) visit(child);
  };
  visit(part);
  const within = edits.map(({ from, to, text }) => ({ from: from - startOffset, to: to - startOffset, text }));
  return edited(html.slice(startOffset, endOffset), within);
}

type Location = NonNullable<Element['sourceCodeLocation']>;

/** Only the tags of an element go. */
function unwrap(at: Location, edits: Edit[]): void {
  for (const tag of [at.startTag, at.endTag]) if (tag) edits.push({ from: tag.startOffset, to: tag.endOffset, text: '' });
}

/** The title of a page is a heading of the book; below the sixth level there is none. */
function lower({ tagName, sourceCodeLocation: at }: Element, edits: Edit[]): void {
  const level = /^h([1-5])$/.exec(tagName)?.[1];
  if (level === undefined) return;
  const text = `h${Number(level) + 1}`;
  for (const [tag, skipped] of [
    [at?.startTag, 1],
    [at?.endTag, 2],
  ] as const)
    if (tag) edits.push({ from: tag.startOffset + skipped, to: tag.startOffset + skipped + 2, text });
}

function attributeEdits(element: Element, place: Place): Edit[] {
  return element.attrs.flatMap(({ name, prefix, value }) => {
    const written = prefix ? `${prefix}:${name}` : name;
    const at = element.sourceCodeLocation?.attrs?.[written];
    const next = isOfOnePage(element, name) ? undefined : valueIn(name, value, place);
    if (!at || next === value) return [];
    return [{ from: at.startOffset, to: at.endOffset, text: next === undefined ? '' : `${written}="${escapeValue(next)}"` }];
  });
}

/**
 * Whether an attribute is to be there on the page of the chapter alone: a section with a name is a place to jump to, and a book would have twenty
 * of one name; the names of lanes lead where their steps lead too, and stand too close to be hit.
 */
function isOfOnePage({ tagName, parentNode }: Element, name: string): boolean {
  if (name === 'aria-label' || name === 'aria-labelledby') return tagName === 'section' || tagName === 'aside';
  const list = (parentNode as Element | null)?.parentNode as Element | null | undefined;
  return name === 'href' && list !== null && list !== undefined && classesOf(list).includes('heads');
}

/** The value of an attribute in the book; undefined when it is not to be there. */
function valueIn(name: string, value: string, place: Place): string | undefined {
  if (name.startsWith('data-pagefind')) return undefined;
  if (idReferences.has(name)) return value.replace(/[^\s]+/g, (id) => idIn(place.name, id));
  if (name === 'href') return linkIn(value, place);
  if (name === 'class') return value.replace(/\blevel-h([1-5])\b/, (_, level) => `level-h${Number(level) + 1}`);
  return value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${idIn(place.name, id)})`);
}

/** A link to a chapter leads within the book, and so does one to a place in it. */
function linkIn(href: string, { address, names, base }: Place): string {
  const [page = '', fragment] = href.split('#');
  if (page.includes('?')) return href;
  const own = page === '' ? address : page.startsWith(base) ? `/${page.slice(base.length)}` : page;
  const name = names.get(own);
  if (name === undefined) return href;
  return `#${fragment ? idIn(name, fragment) : name}`;
}

/** An element and those behind it, within the same parent. */
function siblingsOf(element: Element): Element[] {
  const all = (element.parentNode?.childNodes ?? []) as Node[];
  return all.slice(all.indexOf(element)).filter((it): it is Element => 'tagName' in it);
}

const attribute = (element: Element, name: string): string | undefined => element.attrs?.find((it) => it.name === name)?.value;
const classesOf = (element: Element): readonly string[] => (attribute(element, 'class') ?? '').split(' ');
const textOf = (element: Element): string =>
  element.childNodes.map((it) => ('tagName' in it ? textOf(it) : 'value' in it ? it.value : '')).join('');

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsOf(node.childNodes);
  }
}
