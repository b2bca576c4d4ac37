/** The figures of the palette: what can be read on what, and that no file but tokens.css and accents.css holds a colour of its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeThemes } from './code-themes.ts';
import { contrast } from './colour-vision.ts';
import { customProperties } from './palette.ts';

const styles = import.meta.dirname;
const src = join(styles, '..');
const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8');
const withoutComments = (css: string): string => css.replace(/\/\*.*?\*\//gs, '');

const theme = (selector: string): Record<string, string> => customProperties(tokens, selector);
const dark = theme(':root');
const themes = { dark, light: { ...dark, ...theme(":root[data-theme='light']") } };

const surfaces = ['ground', 'plate', 'well', 'raised'];
const inks = ['ink', 'ink-2', 'ink-3', 'brass', 'verdigris', 'vermilion', 'steel'];
const washed = ['brass', 'verdigris', 'vermilion', 'steel'];

describe.each(['dark', 'light'] as const)('in the %s theme', (name) => {
  const of = (token: string): string => themes[name][token] ?? '';

  test.each(inks)('%s is text on every surface', (ink) => {
    for (const surface of surfaces) expect(contrast(of(ink), of(surface)), surface).toBeGreaterThanOrEqual(4.5);
  });

  test('an outline that carries meaning is seen on every surface', () => {
    for (const surface of surfaces) expect(contrast(of('rule'), of(surface)), surface).toBeGreaterThanOrEqual(3);
  });

  test.each(washed)('%s and ink are text on the wash of it', (colour) => {
    for (const ink of ['ink', colour]) expect(contrast(of(ink), of(`${colour}-wash`)), ink).toBeGreaterThanOrEqual(4.5);
  });

  test('what stands on a filled key, on a filled ground or on a selection is text', () => {
    const pairs = [['on-brass', 'brass'], ['on-vermilion', 'vermilion'], ['on-ink', 'ink'], ['ink', 'selection']] as const; // prettier-ignore
    for (const [ink, ground] of pairs) expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

test('the lowest figures that look.md gives are still so', () => {
  const lowest = (name: 'dark' | 'light', ink: string) =>
    Math.min(...surfaces.map((surface) => contrast(themes[name][ink]!, themes[name][surface]!))).toFixed(1);
  expect(['ink-3', 'vermilion', 'rule'].map((ink) => lowest('dark', ink))).toEqual(['6.0', '5.6', '4.0']);
  expect(['vermilion', 'verdigris', 'ink-3', 'rule'].map((ink) => lowest('light', ink))).toEqual(['5.1', '5.2', '5.3', '3.5']);
});

test('every colour of the dark theme has its counterpart in the light one', () => {
  const light = theme(":root[data-theme='light']");
  const literal = Object.keys(dark).filter((token) => dark[token]!.startsWith('#') || token === 'share-of-paper');
  expect(Object.keys(light).sort()).toEqual(literal.sort());
});

test.each(codeThemes)('$name has the colours of the page', ({ type, colors, settings }) => {
  const { well, ink, steel, verdigris, 'ink-3': comment } = themes[type];
  expect(colors).toEqual({ 'editor.background': well, 'editor.foreground': ink });
  expect(settings.map((it) => it.settings.foreground)).toEqual([ink, comment, steel, verdigris]);
  expect(settings[0]!.settings).toEqual({ foreground: ink, background: well });
});

/** The names of CSS that a person would write; words like `inherit` and `currentColor` are none. */
const names =
  'aqua|azure|beige|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|linen|magenta|maroon|' +
  'navy|olive|orange|orchid|pink|plum|purple|red|salmon|sienna|silver|tan|teal|tomato|turquoise|violet|wheat|white|yellow|' +
  '(?:dark|light|medium|pale|deep|hot|dim|royal|sky|steel|slate|dodger|midnight|forest|sea|spring|lawn|fire)[a-z]*(?:blue|gr[ae]y|green|pink|red|orange|cyan|salmon)';
const colour = new RegExp(`#[0-9a-f]{3,8}\\b|\\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\(|(?<![-\\w])(?:${names})(?![-\\w])`, 'i');
/** Properties, attributes and fields that take a colour. */
const takes = '[\\w-]*(?:color|background|border|outline|fill|stroke|shadow|decoration|caret|accent|flood|image|column-rule)[\\w-]*';

/** Literal colours in the text of a file. */
function coloursIn(file: string, text: string): string[] {
  const css = file.endsWith('.css') ? [text] : [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, inner]) => inner!);
  const declared = css.flatMap((it) => [...withoutComments(it).matchAll(/[\w-]+\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, value]) => value!));
  const code = file.endsWith('.css') ? '' : text.replace(/<style[^>]*>.*?<\/style>/gs, '');
  const attributes = [...code.matchAll(new RegExp(`(?<![-\\w])${takes}\\s*[=:]\\s*[{]?\\s*(["'\`])([^"'\`]*)\\1`, 'gi'))].map(
    (it) => it[2]!,
  );
  const inline = [...code.matchAll(/\bstyle=(["'])(.*?)\1/gs)].map((it) => it[2]!);
  return [...declared, ...attributes, ...inline].filter((value) => colour.test(value.replace(/url\([^)]*\)|var\([^)]*\)/g, '')));
}

test.each([
  ['a.css', 'p { color: #fff; }', ['#fff']],
  ['a.css', 'p { border: 1px solid RED }', ['1px solid RED ']],
  ['a.css', 'p { --x: rgb(0 0 0 / 50%); background: hsl(1 2% 3%); }', ['rgb(0 0 0 / 50%)', 'hsl(1 2% 3%)']],
  [
    'a.css',
    'p:hover { color: var(--red); } #add { top: 0 } /* color: red; */ p { fill: currentColor; color: transparent; animation: fade-red 1s; }',
    [],
  ],
  [
    'a.astro',
    '<p style="color: tan">a</p><svg fill="#000"></svg><style>p { color: darkblue; }</style>',
    ['darkblue', '#000', 'color: tan'],
  ],
  ['a.astro', '<a href="#add">The red one</a><path fill="none" stroke="currentColor" stroke-width="1.5"/>', []],
  [
    'a.tsx',
    "<i style={{ color: 'white' }} />; <path stroke='orange' />; const background = `#12345678`;",
    ['white', 'orange', '#12345678'],
  ],
  ['a.tsx', "<a href='#fade'>red</a>; const word = 'green';", []],
])('the search for colours in %s: %s', (file, text, found) => {
  expect(coloursIn(file, text)).toEqual(found);
});

test('no other stylesheet, component or page has a colour of its own', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(css|astro|tsx?)$/.test(file) && !/(tokens|accents)\.css$|code-themes\.ts$|\.test\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap((file) => coloursIn(file, readFileSync(join(src, file), 'utf8')).map((it) => `src/${file}: ${it}`))).toEqual([]);
});
