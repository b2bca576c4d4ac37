/** The system that a page belongs to, read from its address. */

/** `themelios` for `/orrery/systems/themelios/start/`; undefined for a page about all systems. */
export const systemOfPage = (pathname: string): string | undefined => /\/systems\/([a-z]+)\//.exec(pathname)?.[1];
