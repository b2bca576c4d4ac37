/** What is changed of the data that Starlight makes for a page, before the page is drawn: how the page is seen where it is not. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { cardAddress, cardSize } from '../../exports/cards/card.ts';
import { asHtml } from '../../exports/html-text.ts';
import { address } from '../../exports/site-address.ts';
import { partOfPage, partsAddress } from '../../facts/addresses.ts';
import { find } from '../../facts/entries.ts';
import { systemOfPage } from '../../facts/page-file.ts';
import { pageDescription, pageName } from '../../facts/page-words.ts';
import { canonicalPage } from '../../facts/site-pages.ts';
import { entries } from '../../records/catalogue.ts';
import { pageAt } from './page-at.ts';

type Head = StarlightRouteData['head'];
type Attributes = Readonly<Record<string, string>>;

export const onRequest = defineRouteMiddleware(({ url, site, locals: { starlightRoute: route } }) => {
  const page = pageAt(url);
  const { title, description: lead = '' } = route.entry.data;
  const system = find(entries, 'systems', systemOfPage(page, entries) ?? '')?.data.title;
  const name = pageName(page, title, system);
  // The page for what is not there has no address of its own: a host shows it at any.
  const canonical = route.id === '404' || site === undefined ? undefined : canonicalPage(page);
  const description = pageDescription(lead || descriptionIn(route.head), name);
  const part = partOfPage(page);
  if (part) markCurrent(route.sidebar, (href) => pageAt(new URL(href, url)) === partsAddress(part.system));
  route.head = [
    ...route.head.filter((it) => !isReplaced(it)),
    // Starlight writes what an element of the head holds as it is.
    { tag: 'title', attrs: {}, content: asHtml(`${name} | ${route.siteTitle}`) },
    meta({ name: 'description', content: description }),
    meta({ property: 'og:title', content: name }),
    meta({ property: 'og:description', content: description }),
    ...(route.id === '404' ? [meta({ name: 'robots', content: 'noindex' })] : []),
    ...(canonical === undefined ? [meta({ name: 'twitter:card', content: 'summary' })] : addressed(canonical, `${name}. ${description}`)),
  ];
});

/** The sidebar lists no single part: there the list of all is the current page. */
function markCurrent(sidebar: StarlightRouteData['sidebar'], isIt: (href: string) => boolean): void {
  for (const entry of sidebar)
    if (entry.type === 'group') markCurrent(entry.entries, isIt);
    else if (isIt(entry.href)) entry.isCurrent = true;
}

const meta = (attrs: Attributes): Head[number] => ({ tag: 'meta', attrs, content: '' });

/** What a page says of its own address, and the card that is drawn of it; `alt` is what the card says. */
const addressed = (canonical: string, alt: string): Head => [
  { tag: 'link', attrs: { rel: 'canonical', href: address(canonical) }, content: '' },
  meta({ property: 'og:url', content: address(canonical) }),
  meta({ property: 'og:image', content: address(cardAddress(canonical)) }),
  meta({ property: 'og:image:type', content: 'image/png' }),
  meta({ property: 'og:image:width', content: String(cardSize.width) }),
  meta({ property: 'og:image:height', content: String(cardSize.height) }),
  meta({ property: 'og:image:alt', content: alt }),
  meta({ name: 'twitter:card', content: 'summary_large_image' }),
];

/** What Starlight writes of the same, from the title and the lead as they are. */
function isReplaced({ tag, attrs = {} }: Head[number]): boolean {
  const of = String(attrs['name'] ?? attrs['property'] ?? attrs['rel'] ?? '');
  return tag === 'title' || ['description', 'canonical', 'twitter:card', 'og:title', 'og:description', 'og:url'].includes(of);
}

/** A page without a lead is described as the site is. */
const descriptionIn = (head: Head): string => String(head.find(({ attrs }) => attrs?.['name'] === 'description')?.attrs?.['content'] ?? '');
