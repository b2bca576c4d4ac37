/** Path data of every mark and glyph, on a 16 unit grid, drawn in the current colour. See the look: a shape means a kind. */

/** The mark of the site. */
export const site = {
  orrery:
    '<path d="M9.93 1.93a6.4 6.4 0 1 0 4.14 4.14" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="8" cy="8" r="2.4"/><circle cx="12.6" cy="3.4" r="1.9"/>',
} as const;

/** The marks of systems that have one of their own, by id. */
const own: Readonly<Record<string, string>> = {
  violetos: '<path fill-rule="evenodd" d="M.9 2h14.2L8 14.9zM4.9 4.4 8 10.1l3.1-5.7z"/>',
  starina: '<path d="M8 .4 9.9 6.1 15.6 8 9.9 9.9 8 15.6 6.1 9.9.4 8l5.7-1.9z"/>',
  zos: '<path fill-rule="evenodd" d="M8 1a4.5 4.5 0 0 1 4.5 4.5v5a4.5 4.5 0 0 1-9 0v-5A4.5 4.5 0 0 1 8 1zm0 2.4a2.1 2.1 0 0 0-2.1 2.1v5a2.1 2.1 0 0 0 4.2 0v-5A2.1 2.1 0 0 0 8 3.4z"/>',
  avyos: '<path d="M5 2h6v3H5zM3 6.5h10v3H3zM1 11h14v3H1z"/>',
  themelios: '<path d="M1.5 1.5h4v5h5v-5h4v13h-13z"/>',
};

/** The strokes of a letter or digit, inside a ring. */
const strokes: Readonly<Record<string, string>> = {
  a: 'M6 11 8 5l2 6M6.7 9h2.6',
  b: 'M6.3 5v6h2a1.6 1.6 0 0 0 0-3.2h-2 1.7a1.4 1.4 0 0 0 0-2.8H6.3',
  c: 'M9.9 6.2a2.6 3 0 1 0 0 3.6',
  d: 'M6.3 5v6h1a2.6 3 0 0 0 0-6z',
  e: 'M9.7 5H6.4v6h3.3M6.4 8h2.8',
  f: 'M9.7 5H6.4v6M6.4 8h2.8',
  g: 'M9.9 6.2a2.6 3 0 1 0 .1 3.4V8.2H8.3',
  h: 'M6.2 5v6M9.8 5v6M6.2 8h3.6',
  i: 'M8 5v6',
  j: 'M9 5v4.4a1.5 1.5 0 0 1-3 0',
  k: 'M6.3 5v6M9.8 5 6.3 8.4M7.5 7.4 9.9 11',
  l: 'M6.6 5v6h3.1',
  m: 'M5.7 11V5L8 9l2.3-4v6',
  n: 'M6.2 11V5l3.6 6V5',
  o: 'M8 5a2.3 3 0 1 0 0 6 2.3 3 0 0 0 0-6z',
  p: 'M6.4 11V5h1.7a1.7 1.7 0 0 1 0 3.4H6.4',
  q: 'M8 5a2.3 3 0 1 0 0 6 2.3 3 0 0 0 0-6zM8.6 9.4l1.7 2',
  r: 'M6.4 11V5h1.7a1.7 1.7 0 0 1 0 3.4H6.4M8.2 8.4 9.9 11',
  s: 'M9.7 6a1.9 1.5 0 1 0-1.7 2 1.9 1.5 0 1 1-1.8 2',
  t: 'M5.9 5h4.2M8 5v6',
  u: 'M6.2 5v4a1.8 2 0 0 0 3.6 0V5',
  v: 'm6 5 2 6 2-6',
  w: 'M5.5 5 6.7 11 8 6.5 9.3 11l1.2-6',
  x: 'm6.1 5 3.8 6M9.9 5 6.1 11',
  y: 'm6 5 2 3 2-3M8 8v3',
  z: 'M6.2 5h3.6l-3.6 6h3.6',
  0: 'M8 5a2 3 0 1 0 0 6 2 3 0 0 0 0-6z',
  1: 'M6.8 6 8.2 5v6',
  2: 'M6.3 6.4a1.8 1.5 0 1 1 3.2.9L6.3 11h3.5',
  3: 'M6.4 5h3.3L8 7.4a1.8 1.8 0 1 1-1.8 2.4',
  4: 'M8.9 11V5L6 9.2h4.2',
  5: 'M9.6 5H6.7l-.2 2.7a1.9 1.8 0 1 1-.2 2.4',
  6: 'M9.3 5.2Q6.4 6.4 6.3 9a1.8 1.9 0 1 0 .3-1',
  7: 'M6.2 5h3.7L7.4 11',
  8: 'M8 7.8A1.4 1.4 0 1 0 8 5a1.4 1.4 0 0 0 0 2.8 1.7 1.6 0 1 0 0 3.2 1.7 1.6 0 0 0 0-3.2z',
  9: 'M6.7 10.8Q9.6 9.6 9.7 7a1.8 1.9 0 1 0-.3 1',
};

/** The mark of a system: its own, or a ring around the first letter of its id. */
export function markOf(system: string): string {
  if (Object.hasOwn(own, system)) return own[system]!;
  const letter = strokes[system.charAt(0).toLowerCase()] ?? '';
  return `<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z${letter}" fill="none" stroke="currentColor" stroke-width="1.4"/>`;
}

/** Glyphs of states; each stands beside its word. */
export const states = {
  complete: '<circle cx="8" cy="8" r="6"/>',
  progress:
    '<circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 2.75a5.25 5.25 0 0 0 0 10.5z"/>',
  planned: '<circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  unknown:
    '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="1.7 1.7"/><path d="M6.1 6.3C6.2 5 7 4.3 8.1 4.3c1.2 0 2 .7 2 1.7 0 1.5-1.9 1.6-1.9 3.2" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="8.15" cy="11.3" r=".95"/>',
  unnamed: '<circle cx="8" cy="8" r="1.3"/>',
  holds: '<path d="m2.5 8.6 3.6 3.6 7.4-8.4" fill="none" stroke="currentColor" stroke-width="2"/>',
  violated:
    '<path fill-rule="evenodd" d="M1.5 1.5h13v13h-13zM5.2 4.1 4.1 5.2 6.9 8l-2.8 2.8 1.1 1.1L8 9.1l2.8 2.8 1.1-1.1L9.1 8l2.8-2.8-1.1-1.1L8 6.9z"/>',
  moved:
    '<path d="M10.2 3.1A5.25 5.25 0 1 0 10.2 12.9" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M7 7.25h4.5V4.6L15.4 8l-3.9 3.4V8.75H7z"/>',
  refused: '<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M4.5 7.1h7v1.8h-7z"/>',
} as const;

/** Glyphs of evidence: a page of text, code, a conclusion. They stand at citations and are not states. */
export const evidence = {
  documented: '<path d="M3.25 1.75h9.5v12.5h-9.5zM5.5 5h5M5.5 8h5M5.5 11h3" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  found: '<path d="M5.5 3 1.5 8l4 5M10.5 3l4 5-4 5" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  inferred: '<circle cx="8" cy="4" r="1.7"/><circle cx="3.5" cy="11.5" r="1.7"/><circle cx="12.5" cy="11.5" r="1.7"/>',
} as const;

export type StateName = keyof typeof states;
export type EvidenceName = keyof typeof evidence;
