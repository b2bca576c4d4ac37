/**
 * What the element needs of the site's own sheets: the tokens on the host, in both themes at once, the accents, and how tables, marks and code
 * are set. Made of the site's files, so that a colour is told once.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AtRule, type ChildNode, type Declaration, type Root, type Rule } from 'postcss';
import { filesIn } from '../../../src/build/files.ts';

/** Faces that are on every machine, because a font in a page's shadow would have to come from the page. About as wide as those of the site. */
const FONTS: Readonly<Record<string, string>> = {
  '--font-text': "Georgia, 'Times New Roman', 'Liberation Serif', serif",
  '--font-label': "Arial, Helvetica, 'Liberation Sans', sans-serif",
  '--font-code': "ui-monospace, 'Courier New', 'Liberation Mono', monospace",
};

/** The rules of base.css that reach into a simulation. */
const KEPT =
  /^(?:\[hidden\]|::selection|strong$|b$|code$|:not\(pre\) > code|\.glyph|:where\(\.glyph|\.holds|\.violated|table$|th$|td$|thead |th[:[]|td[:.]|tbody |th\.|caption$)/;

/** What the page around must not give to a simulation, and what it must. */
const RESET =
  '.simulation{all:initial;display:block;color-scheme:inherit;visibility:inherit;forced-color-adjust:inherit;-webkit-text-size-adjust:inherit;text-size-adjust:inherit}';

const isRule = (node: ChildNode): node is Rule => node.type === 'rule';
const isMedia = (node: ChildNode): node is AtRule => node.type === 'atrule' && node.name === 'media';
const declarations = (rule: Rule): Declaration[] => rule.nodes.filter((node) => node.type === 'decl');

/** `root` is the folder of the project. */
export function baseSheet(root: string): string {
  const styles = (name: string): Root => parse(readFileSync(join(root, 'src/styles', name), 'utf8'));
  const rest = taken(styles('base.css'), KEPT);
  const accents = accentRules(styles('accents.css'));
  const used = [rest, accents, ...texts(root)].join('\n');
  return [
    '@layer tokens,base,components;',
    `@layer tokens{${hostTokens(styles('tokens.css'), used)}}`,
    `@layer base{${RESET}${rest}${accents}}`,
  ].join('\n');
}

/** Where a token may be named. */
const texts = (root: string): string[] =>
  ['src/drawing', 'src/components/simulation', 'src/mechanisms', 'packages/player/src']
    .flatMap((folder) => ['.css', '.tsx', '.ts'].flatMap((ending) => filesIn(join(root, folder), ending)))
    .map((file) => readFileSync(file, 'utf8'));

/** The tokens that `used` names, and those that these are made of, as rules for the host. */
function hostTokens(sheet: Root, used: string): string {
  const rules = sheet.nodes.filter(isRule);
  const light = new Map(rules.filter(isLight).flatMap((rule) => declarations(rule).map(({ prop, value }) => [prop, value] as const)));
  const usual = new Map(
    rules
      .filter((rule) => !isLight(rule))
      .flatMap((rule) => declarations(rule).map(({ prop, value }) => [prop, FONTS[prop] ?? value] as const)),
  );
  const wanted = reached(
    [...usual].map(([prop, value]) => [prop, `${value} ${light.get(prop) ?? ''}`] as const),
    used,
  );
  const kept = [...usual].filter(([prop]) => wanted.has(prop));
  const themed = kept.filter(([prop]) => light.has(prop));
  const media = sheet.nodes.filter(isMedia).flatMap(({ params, nodes = [] }) => {
    const own = nodes.filter(isRule).flatMap(declarations);
    const text = written(own.filter(({ prop }) => wanted.has(prop)).map(({ prop, value }) => [prop, value] as const));
    return text === '' ? [] : [`@media ${params}{:host{${text}}}`];
  });
  const inLight = themed.map(([prop]) => [prop, light.get(prop)!] as const);
  return [
    `:host{${written(kept.map(([prop, value]) => [prop, light.has(prop) ? `light-dark(${light.get(prop)},${value})` : value] as const))}}`,
    // Browsers of 2023 do not know the function, and follow the system instead of the page.
    `@supports not (color:light-dark(red,red)){:host{${written(inLight)}}@media (prefers-color-scheme:dark){:host{${written(themed)}}}}`,
    ...media,
  ].join('');
}

const isLight = ({ selector }: Rule): boolean => selector.includes("[data-theme='light']");

/** The names that a text names, and that what they stand for names. */
function reached(all: readonly (readonly [name: string, value: string])[], text: string): ReadonlySet<string> {
  const values = new Map(all);
  const found = new Set<string>();
  const follow = (from: string): void => {
    for (const [, name = ''] of from.matchAll(/var\((--[\w-]+)/g)) {
      if (found.has(name) || !values.has(name)) continue;
      found.add(name);
      follow(values.get(name)!);
    }
  };
  follow(text);
  return found;
}

const written = (pairs: readonly (readonly [name: string, value: string])[]): string =>
  pairs.map(([name, value]) => `${name}:${value.replaceAll(/\s+/g, ' ')}`).join(';');

/** The rules whose selectors all fit. */
function taken(sheet: Root, kept: RegExp): string {
  const fits = (selector: string) => kept.test(selector);
  return sheet.nodes
    .filter(isRule)
    .flatMap((rule) => {
      const selectors = rule.selectors.filter(fits);
      return selectors.length === 0 ? [] : [short(rule, selectors.join(','))];
    })
    .join('');
}

const short = (rule: Rule, selector = rule.selector): string =>
  `${selector}{${declarations(rule)
    .map(({ prop, value, important }) => `${prop}:${value}${important ? '!important' : ''}`)
    .join(';')}}`;

/** The two inks of each system, of which the theme takes one; media rules stay as they are. */
function accentRules(sheet: Root): string {
  const [paper, ink] = ['var(--accent-on-paper,var(--ink))', 'var(--accent-on-ink,var(--ink))'];
  const systems = sheet.nodes.filter(isRule).filter(({ selector }) => selector !== '.in-accent');
  const media = sheet.nodes.filter(isMedia).map(
    ({ params, nodes = [] }) =>
      `@media ${params}{${nodes
        .filter(isRule)
        .map((it) => short(it))
        .join('')}}`,
  );
  return [
    ...systems.map((rule) => short(rule)),
    `.in-accent{--accent:light-dark(${paper},${ink})}`,
    `@supports not (color:light-dark(red,red)){.in-accent{--accent:${paper}}@media (prefers-color-scheme:dark){.in-accent{--accent:${ink}}}}`,
    ...media,
  ].join('');
}
