/** The plate that opens below the row of a cell: the target, both clocks with their sources, and every observation in its order. */
import type { PlatformState } from '../../schemas/platforms.ts';
import type { Details, Said } from './details.ts';

/** What a plate is made with. */
export interface PlateParts {
  readonly words: Readonly<Record<PlatformState, string>>;
  /** A mark or glyph of the page, by its name; undefined for a system without a mark. */
  readonly glyph: (name: string) => Node | undefined;
}

type Child = Node | string | undefined;

function element(tag: string, className: string, ...children: readonly Child[]): HTMLElement {
  const it = document.createElement(tag);
  if (className !== '') it.className = className;
  it.append(...children.filter((child) => child !== undefined));
  return it;
}

function link(href: string, ...children: readonly Child[]): HTMLElement {
  const it = element('a', '', ...children);
  it.setAttribute('href', href);
  return it;
}

const paragraph = (...children: readonly Child[]): HTMLElement => element('p', '', ...children);
const label = (...children: readonly Child[]): HTMLElement => element('p', 'label', ...children);

const sources = ({ places, why }: Said, { glyph }: PlateParts): HTMLElement =>
  element(
    'span',
    'sources',
    ...places.map(({ evidence, word, text, href }) =>
      element('span', 'source', glyph(evidence), ' ', element('span', 'sr-only', `${word}: `), link(href, text)),
    ),
    why === undefined ? undefined : element('span', 'why', why),
  );

function side(name: 'documented' | 'found', said: Details['documented'] | Details['found'], parts: PlateParts): HTMLElement {
  const when = said && 'when' in said ? `, ${said.when}` : '';
  const silent = name === 'documented' ? 'The primary source makes no claim.' : 'Nothing was found upstream.';
  return element(
    'div',
    '',
    label(parts.glyph(name), ` as ${name}${when}`),
    paragraph(parts.glyph(`state-${said?.state ?? 'unnamed'}`)),
    said === undefined ? paragraph(silent) : said.note === undefined ? undefined : paragraph(said.note),
    said && sources(said, parts),
  );
}

function target({ title, system, systemTitle, href, names, covers }: Details, { glyph }: PlateParts): HTMLElement {
  const called = names.flatMap((name, i) => [i === 0 ? ': ' : ', later ', element('code', '', name)]);
  return element(
    'div',
    '',
    element('p', 'title', glyph(system), ` ${title}`),
    label(systemTitle, ...called),
    covers.length > 0 ? paragraph(`Covers ${covers.join(', ')}.`) : undefined,
    paragraph(link(href, 'All that is known', element('span', 'sr-only', ` of ${title} of ${systemTitle}`))),
  );
}

/** The plate of a platform as an element. */
export function plateOf(details: Details, parts: PlateParts): HTMLElement {
  const { title, systemTitle, documented, found, tier, times } = details;
  const list = element(
    'ol',
    'times',
    ...times.map(([when, state]) => element('li', '', element('span', 'date', when), ` ${parts.words[state]}`)),
  );
  const aim = tier ? [label('Aim'), paragraph(tier.text), sources(tier, parts)] : [];
  const plate = element(
    'article',
    'platform',
    target(details, parts),
    side('documented', documented, parts),
    side('found', found, parts),
    element('div', '', ...aim, label('Over time'), list),
  );
  plate.setAttribute('aria-label', `${title} of ${systemTitle}`);
  return plate;
}
