/** Style attributes become rules of one stylesheet, because a policy without `unsafe-inline` forbids the attributes. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class Styles {
  readonly #rules = new Map<string, string>();
  /** Set when a page holds highlighted code, whose stylesheet selects its tokens by their style attribute. */
  highlighted = false;

  get size(): number {
    return this.#rules.size;
  }

  /** Keeps a style and returns the value of the `data-s` attribute that stands for it. */
  keep(style: string): string {
    const name = createHash('sha256').update(style).digest('hex').slice(0, 8);
    this.#rules.set(name, style);
    return name;
  }

  /** Writes the stylesheet and returns its address. The `:not(#_)` gives each rule the weight that an attribute has. */
  write(folder: string, base: string): string {
    const css = [...this.#rules]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, style]) => `[data-s="${name}"]:not(#_){${style}}`)
      .join('');
    const file = `_astro/inline.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
    writeFileSync(join(folder, file), css);
    return base + file;
  }
}

/** How Expressive Code finds the tokens of a code block; it must find them by what stands in place of the attribute. */
const tokens = /span\[style\^=(['"]?)--\1\]:not\(\[class\]\)/g;

/** Makes the stylesheets that select by style attribute select by `data-s`; throws if they no longer do as expected. */
export function useDataAttributes(sheets: readonly string[], styles: Styles): void {
  let found = false;
  for (const path of sheets) {
    const css = readFileSync(path, 'utf8');
    const next = css.replace(tokens, 'span[data-s]:not([class])');
    if (next === css) continue;
    found = true;
    writeFileSync(path, next);
  }
  if (styles.highlighted && !found)
    throw new Error('Expressive Code no longer selects its tokens by style attribute: adapt src/build/inline-styles.ts to its stylesheet.');
}
