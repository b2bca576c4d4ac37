/** The values of `tokens.css` for what is no stylesheet: a picture that stands alone, a test. */

/** The custom properties of one rule of a stylesheet, by name without the dashes; `selector` is the first of the rule's list. */
export function customProperties(css: string, selector: string): Record<string, string> {
  const bare = css.replace(/\/\*.*?\*\//gs, '');
  const start = bare.indexOf(`${selector},`);
  const rule = bare.slice(bare.indexOf('{', start) + 1, bare.indexOf('}', start));
  return Object.fromEntries([...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

const inTheme = { dark: 'accent-on-ink', light: 'accent-on-paper' } as const;

/** The accents of `accents.css`, by system: `accent-on-paper` and `accent-on-ink`. */
export const accentsIn = (css: string): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z0-9-]+)\s*\{([^}]*--accent-on-[^}]*)\}/g)]
      .map(([, system, rule]): [string, Record<string, string>] => [
        system!,
        Object.fromEntries([...rule!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, value]) => [name!, value!])),
      ])
      .filter(([, colours]) => Object.keys(colours).length > 0),
  );

/**
 * A theme's value of each token, as a literal, and of `accent-<system>`, which is ink for a system without an accent. Throws for a name that
 * has none.
 */
export function palette(css: string, theme: 'dark' | 'light', accents = ''): (token: string) => string {
  const tokens = {
    ...customProperties(css, ':root'),
    ...(theme === 'light' ? customProperties(css, ":root[data-theme='light']") : {}),
  };
  const ofSystems = accentsIn(accents);
  return function valueOf(token: string): string {
    const system = /^accent-(.+)$/.exec(token)?.[1];
    if (system !== undefined) return (Object.hasOwn(ofSystems, system) ? ofSystems[system]![inTheme[theme]] : undefined) ?? valueOf('ink');
    const value = tokens[token];
    if (value === undefined) throw new Error(`tokens.css has no --${token}`);
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return other === undefined ? value : valueOf(other);
  };
}
