import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Styles, useDataAttributes } from './inline-styles.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orrery-styles-'));
  mkdirSync(join(folder, '_astro'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (name: string, css: string): string => {
  const path = join(folder, '_astro', name);
  writeFileSync(path, css);
  return path;
};

describe('the styles of a site', () => {
  test('become one rule each, which weighs as much as the attribute did', () => {
    const styles = new Styles();
    const red = styles.keep('color:red');
    const address = styles.write(folder, '/orrery/');
    expect(red).toMatch(/^[0-9a-f]{8}$/);
    expect(address).toMatch(/^\/orrery\/_astro\/inline\.[0-9a-f]{8}\.css$/);
    expect(readFileSync(join(folder, address.replace('/orrery/', '')), 'utf8')).toBe(`[data-s="${red}"]:not(#_){color:red}`);
  });

  test('are kept once, and written in an order of their own', () => {
    const sheets = [
      ['top:0', 'left:0', 'top:0'],
      ['left:0', 'top:0'],
    ].map((list) => {
      const styles = new Styles();
      for (const style of list) styles.keep(style);
      expect(styles.size).toBe(2);
      return styles.write(folder, '/');
    });
    expect(new Set(sheets).size).toBe(1);
    expect(readdirSync(join(folder, '_astro'))).toHaveLength(1);
  });

  test('of other content have another address', () => {
    const [one, two] = ['top:0', 'left:0'].map((style) => {
      const styles = new Styles();
      styles.keep(style);
      return styles.write(folder, '/');
    });
    expect(one).not.toBe(two);
  });
});

describe('useDataAttributes', () => {
  test.each(["span[style^='--']:not([class])", 'span[style^="--"]:not([class])', 'span[style^=--]:not([class])'])(
    'finds %s',
    (selector) => {
      const path = write('ec.css', `.a{top:0}.ec-line ${selector}{color:var(--0)}.b ${selector}{}`);
      const other = write('other.css', '.a{top:0}');
      useDataAttributes([other, path], new Styles());
      expect(readFileSync(path, 'utf8')).toBe('.a{top:0}.ec-line span[data-s]:not([class]){color:var(--0)}.b span[data-s]:not([class]){}');
      expect(readFileSync(other, 'utf8')).toBe('.a{top:0}');
    },
  );

  test('refuses a site whose code would lose its colours', () => {
    const path = write('ec.css', '.ec-line span[style]{color:var(--0)}');
    const styles = new Styles();
    useDataAttributes([path], styles);
    styles.highlighted = true;
    expect(() => useDataAttributes([path], styles)).toThrow('adapt src/build/inline-styles.ts');
  });
});
