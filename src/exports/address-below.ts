/** Addresses as they stand in a file that leaves the site: a feed, a text, a snippet. The seal puts the base path into pages alone. */

/** Turns a root-relative address, such as `/rules/#x`, into one that holds elsewhere. */
export type Address = (path: string) => string;

/**
 * The base path stands before the address, and the site's own address before that where it is known. Without it the address
 * stays root-relative: it holds for every host that serves the file. An address with a scheme comes back as it is.
 */
export function addressBelow(base: string, site: string | undefined): Address {
  const prefix = base.replace(/\/$/, '');
  return (path) => {
    if (!path.startsWith('/')) return path;
    return site === undefined ? prefix + path : new URL(prefix + path, site).href;
  };
}
