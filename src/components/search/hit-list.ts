/** The list of hits as elements: the kind, the title, the id below it, and what the place says of the question. */
import type { NamedHit } from '../../facts/search/names-file.ts';
import type { FoundHit } from './ask.ts';
import type { Excerpt } from './library.ts';

export interface ShownHit extends FoundHit {
  readonly excerpt: Excerpt | undefined;
}

/** A page that is called what was asked is opened at its head, another one at the section that tells of it. */
const calledSo = 0.5;

/** `base` stands before every address. */
export function hitList(hits: readonly ShownHit[], base: string): HTMLElement {
  const list = document.createElement('ul');
  list.append(...hits.map((it) => item(it, base)));
  return list;
}

/** Pages that are offered before anything was asked. */
export function offerList(title: string, hits: readonly NamedHit[], base: string): HTMLElement {
  const section = document.createElement('section');
  const list = document.createElement('ul');
  list.append(
    ...hits.map((hit) => {
      const row = element('li');
      row.append(linkTo(hit, withBase(hit.address, base)), ...systemOf(hit));
      const question = /^[^?]+\?/.exec(hit.description)?.[0]; // what a simulation answers
      if (question !== undefined) row.append(element('p', question, 'search-question'));
      return row;
    }),
  );
  section.append(element('h2', title), list);
  return section;
}

function item({ hit, name, section, excerpt }: ShownHit, base: string): HTMLLIElement {
  const best = hit.extent === 'page' ? bestSection(excerpt) : undefined;
  const own = withBase(hit.address, base);
  const isSection = best !== undefined && section === undefined && name < calledSo && !best.url.endsWith('#_top');
  const link = linkTo(hit, section === undefined ? (isSection ? best.url : own) : `${own}#${encodeURIComponent(section)}`);
  const says = element('div', undefined, 'search-hit');
  const head = element('p', undefined, 'search-title');
  head.append(link, ...(isSection ? [' ', element('span', best.title, 'search-section')] : []), ...systemOf(hit));
  says.append(head);
  if (hit.id !== undefined) says.append(element('p', hit.id, 'search-id'));
  const text = excerptOf(hit, best?.excerpt ?? excerpt?.excerpt, best?.title);
  if (text) says.append(text);
  const whole = element('li');
  whole.append(element('p', hit.what ?? hit.kind, 'search-kind'), says);
  return whole;
}

const withBase = (address: string, base: string): string => base.replace(/\/?$/, '/') + address.slice(1);

const linkTo = (hit: NamedHit, href: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href, textContent: hit.title });

const systemOf = ({ system, title }: NamedHit): (string | HTMLElement)[] =>
  system === undefined || title.includes(system) ? [] : [' ', element('span', system, 'search-system')];

/** The section of a page that tells most of what was asked. */
function bestSection(excerpt: Excerpt | undefined): NonNullable<Excerpt['sub_results']>[number] | undefined {
  const weight = (it: NonNullable<Excerpt['sub_results']>[number]) =>
    (it.weighted_locations ?? []).reduce((sum, { balanced_score: score }) => sum + score, 0);
  return excerpt?.sub_results?.toSorted((a, b) => weight(b) - weight(a))[0];
}

/** The title is not said twice: a rule's is all that it says. */
function excerptOf(hit: NamedHit, excerpt: string | undefined, section = ''): HTMLElement | undefined {
  const text = element('p', undefined, 'search-excerpt');
  if (excerpt === undefined) text.textContent = hit.description;
  else text.innerHTML = excerpt; // Pagefind escapes the text and adds only <mark>
  for (const heading of [hit.title, '.', ' ', section, '. ']) cutStart(text, heading);
  const said = text.textContent.trim();
  return said === '' || said === '.' || hit.kind === 'Rule' ? undefined : text;
}

/** Takes a text away from the start of an element, across the marks inside it, if it begins so. */
function cutStart(whole: HTMLElement, text: string): void {
  if (!whole.textContent.startsWith(text)) return;
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  let left = text.length;
  for (let node = walker.nextNode() as Text | null; node && left > 0; node = walker.nextNode() as Text | null) {
    const cut = Math.min(left, node.length);
    node.deleteData(0, cut);
    left -= cut;
  }
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text?: string, className?: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}
