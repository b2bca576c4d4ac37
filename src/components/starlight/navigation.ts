/** The seven ways into the site, in the header and in the menu of a phone. */

export const navigation = [
  { label: 'Systems', href: '/systems/' },
  { label: 'Milestones', href: '/milestones/' },
  { label: 'Platforms', href: '/platforms/' },
  { label: 'Simulations', href: '/simulations/' },
  { label: 'Learn', href: '/learn/' },
  { label: 'Rules', href: '/rules/' },
  { label: 'Glossary', href: '/glossary/' },
] as const;

/** Whether a page lies below an entry; `base` is the site's base path. */
export const isBelow = (pathname: string, href: string, base: string): boolean => pathname.startsWith(base.replace(/\/$/, '') + href);
