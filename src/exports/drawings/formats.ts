/** The forms in which every drawing of an architecture can be downloaded, and where each file lies. */

export const drawingFormats = [
  { name: 'SVG', extension: 'svg', type: 'image/svg+xml' },
  { name: 'Mermaid', extension: 'mmd', type: 'text/vnd.mermaid' },
  { name: 'DOT', extension: 'dot', type: 'text/vnd.graphviz' },
  { name: 'LikeC4', extension: 'c4', type: 'text/plain' },
  { name: 'Structurizr', extension: 'dsl', type: 'text/plain' },
] as const;
export type DrawingExtension = (typeof drawingFormats)[number]['extension'];

/** The root-relative address of a drawing as a file. */
export const drawingFile = (system: string, view: string, extension: DrawingExtension): string =>
  `/systems/${system}/architecture/drawings/${view}.${extension}`;
