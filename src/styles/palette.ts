/** The values of `tokens.css` for what is no stylesheet: a picture that stands alone, a test. */

/** The custom properties of one rule of a stylesheet, by name without the dashes; `selector` is the first of the rule's list. */
export function customProperties(css: string, selector: string): Record<string, string> {
  const bare = css.replace(/\/\*.*?\*\//gs, '');
  const start = bare.indexOf(`${selector},`);
  const rule = bare.slice(bare.indexOf('{', start) + 1, bare.indexOf('}', start));
  return Object.fromEntries([...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

/** A theme's value of each token, as a literal. Throws for a name that has none. */
export function palette(css: string, theme: 'dark' | 'light'): (token: string) => string {
  const tokens = {
    ...customProperties(css, ':root'),
    ...(theme === 'light' ? customProperties(css, ":root[data-theme='light']") : {}),
  };
  return function valueOf(token: string): string {
    const value = tokens[token];
    if (value === undefined) throw new Error(`tokens.css has no --${token}`);
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return other === undefined ? value : valueOf(other);
  };
}
