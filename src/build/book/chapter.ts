/**
 * A page of prose as a chapter of a book: its headings one level lower, its ids with the name of the chapter before them, links to other
 * chapters within the book, simulations as their storyboards, and nothing that can only be pressed. Edits the text by offsets, as the seal does.
 */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { asHtml } from '../../exports/html-text.ts';
import { attributeOf, classesOf, elementsOf, treeOf, type HtmlElement } from '../../exports/html-tree.ts';
import { edited, type Edit } from '../../exports/text-edits.ts';

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
const isLeftOut = (element: HtmlElement): boolean =>
  ['script', 'button', 'input', 'select', 'template', 'noscript'].includes(element.name) ||
  classesOf(element).some((it) => ['sl-anchor-link', 'go-on', 'controls', 'edit-model'].includes(it));
/** What stands below the text and belongs to it. */
const isOfPage = (element: HtmlElement): boolean =>
  !classesOf(element).some((it) => ['go-on', 'on-paper', 'page-footer'].includes(it)) && element.name !== 'script';

/**
 * `html` is the page as it was sealed; `names` are the chapters of the book by the addresses of their pages. Throws when the page is not made
 * as pages of prose are.
 */
export function chapterOf(html: string, address: string, names: ReadonlyMap<string, string>, base: string): Chapter {
  // What is around the text, the sidebar and all, is a fourth of a page, and nothing of it is needed.
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  const roots = treeOf(main);
  const elements = [...elementsOf(roots)];
  const content = elements.find((it) => classesOf(it).includes('sl-markdown-content'));
  const heading = elements.find((it) => it.name === 'h1');
  const name = names.get(address);
  if (!content || !heading || name === undefined) throw new Error(`${address} is no page of prose: adapt src/build/book/chapter.ts`);
  const parts = [...siblingsOf(heading, roots), ...siblingsOf(content, roots)].filter(isOfPage);
  const text = parts.map((part) => partOf(main, part, { address, name, names, base })).join('\n');
  const headings = [...elementsOf(content.children)].filter((it) => it.name === 'h2');
  return {
    name,
    title: textOf(main, heading),
    html: `<section class="chapter" id="${name}" aria-labelledby="${idIn(name, '_top')}">\n${text}\n</section>`,
    sections: headings.flatMap((it) => {
      const id = attributeOf(it, 'id');
      return id === undefined ? [] : [{ id: idIn(name, id), title: textOf(main, it) }];
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
function partOf(html: string, part: HtmlElement, place: Place): string {
  const edits: Edit[] = [];
  const visit = (element: HtmlElement): void => {
    if (isLeftOut(element)) return void edits.push({ from: element.from, to: element.end, text: '' });
    if (element.name === 'astro-island') unwrap(element, edits);
    else {
      lower(element, edits);
      for (const edit of attributeEdits(element, place)) edits.push(edit);
    }
    for (const child of element.children) visit(child);
  };
  visit(part);
  const within = edits.map(({ from, to, text }) => ({ from: from - part.from, to: to - part.from, text }));
  return edited(html.slice(part.from, part.end), within);
}

/** Only the tags of an element go. */
function unwrap({ from, to, endTag }: HtmlElement, edits: Edit[]): void {
  edits.push({ from, to, text: '' });
  if (endTag) edits.push({ ...endTag, text: '' });
}

/** The title of a page is a heading of the book; below the sixth level there is none. */
function lower({ name, from, endTag }: HtmlElement, edits: Edit[]): void {
  const level = /^h([1-5])$/.exec(name)?.[1];
  if (level === undefined) return;
  const text = `h${Number(level) + 1}`;
  for (const at of [from + 1, ...(endTag ? [endTag.from + 2] : [])]) edits.push({ from: at, to: at + 2, text });
}

function attributeEdits(element: HtmlElement, place: Place): Edit[] {
  return element.attributes.flatMap(({ name, value, from, to }) => {
    const next = isOfOnePage(element, name) ? undefined : valueIn(name, value, place);
    return next === value ? [] : [{ from, to, text: next === undefined ? '' : `${name}="${asHtml(next)}"` }];
  });
}

/**
 * Whether an attribute is to be there on the page of the chapter alone: a section with a name is a place to jump to, and a book would have twenty
 * of one name; the names of lanes lead where their steps lead too, and stand too close to be hit.
 */
function isOfOnePage(element: HtmlElement, name: string): boolean {
  if (name === 'aria-label' || name === 'aria-labelledby') return element.name === 'section' || element.name === 'aside';
  const list = element.parent?.parent;
  return name === 'href' && list !== undefined && classesOf(list).includes('heads');
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
function siblingsOf(element: HtmlElement, roots: readonly HtmlElement[]): readonly HtmlElement[] {
  const all = element.parent?.children ?? roots;
  return all.slice(all.indexOf(element));
}

/** What a heading says: marks of the text are read as a browser reads them. */
function textOf(html: string, { to, endTag, end }: HtmlElement): string {
  const said = (node: DefaultTreeAdapterTypes.Node): string =>
    'childNodes' in node ? node.childNodes.map(said).join('') : 'value' in node ? node.value : '';
  return said(parseFragment(html.slice(to, endTag?.from ?? end)));
}
