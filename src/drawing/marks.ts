/** Path data of every mark and glyph, on a 16 unit grid, drawn in the current colour. See the look: a shape means a kind. */

/** Marks of the systems and of the site. */
export const marks = {
  orrery:
    '<path d="M9.93 1.93a6.4 6.4 0 1 0 4.14 4.14" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="8" cy="8" r="2.4"/><circle cx="12.6" cy="3.4" r="1.9"/>',
  violetos: '<path fill-rule="evenodd" d="M.9 2h14.2L8 14.9zM4.9 4.4 8 10.1l3.1-5.7z"/>',
  starina: '<path d="M8 .4 9.9 6.1 15.6 8 9.9 9.9 8 15.6 6.1 9.9.4 8l5.7-1.9z"/>',
  zos: '<path fill-rule="evenodd" d="M8 1a4.5 4.5 0 0 1 4.5 4.5v5a4.5 4.5 0 0 1-9 0v-5A4.5 4.5 0 0 1 8 1zm0 2.4a2.1 2.1 0 0 0-2.1 2.1v5a2.1 2.1 0 0 0 4.2 0v-5A2.1 2.1 0 0 0 8 3.4z"/>',
  avyos: '<path d="M5 2h6v3H5zM3 6.5h10v3H3zM1 11h14v3H1z"/>',
  themelios: '<path d="M1.5 1.5h4v5h5v-5h4v13h-13z"/>',
} as const;

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

export type MarkName = keyof typeof marks;
export type StateName = keyof typeof states;
export type EvidenceName = keyof typeof evidence;

export const isMark = (name: string): name is MarkName => name in marks;
