/** The address of this page for links and the history, as an address within this host. */

/**
 * A server may answer `//platforms/` as it does `/platforms/`. As the start of a link, two slashes would name another host,
 * and the history would refuse it.
 */
export const samePath = (pathname: string): string => pathname.replace(/^\/{2,}/, '/');

/** The path of this page with a query, which is empty or begins with `?`. */
export const addressWith = (query: string): string => samePath(location.pathname) + query;
