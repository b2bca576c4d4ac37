/** Every drawing of every architecture in the forms of other tools. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dotOf } from '../../../../../exports/drawings/dot.ts';
import { figureOf, type Figure } from '../../../../../exports/drawings/figure.ts';
import { drawingFormats, type DrawingExtension } from '../../../../../exports/drawings/formats.ts';
import { likec4Of } from '../../../../../exports/drawings/likec4.ts';
import { mermaidOf } from '../../../../../exports/drawings/mermaid.ts';
import { structurizrOf } from '../../../../../exports/drawings/structurizr.ts';
import { svgOf } from '../../../../../exports/drawings/svg.ts';
import { address } from '../../../../../exports/site-address.ts';
import { find } from '../../../../../facts/entries.ts';
import { entries } from '../../../../../records/catalogue.ts';
import { palette } from '../../../../../styles/palette.ts';
import tokens from '../../../../../styles/tokens.css?raw';

const themes = { light: palette(tokens, 'light'), dark: palette(tokens, 'dark') };
const writers: Readonly<Record<DrawingExtension, (figure: Figure) => string>> = {
  svg: (figure) => svgOf(figure, entries, themes),
  mmd: mermaidOf,
  dot: dotOf,
  c4: likec4Of,
  dsl: structurizrOf,
};

export const getStaticPaths = (() =>
  entries.architecture.flatMap((architecture) => {
    const system = find(entries, 'systems', architecture.id)!.data.title;
    return architecture.data.views.flatMap((view) =>
      drawingFormats.map(({ extension, type }) => ({
        params: { system: architecture.id, view: view.id, format: extension },
        props: { figure: figureOf(architecture, view, system, address), extension, type },
      })),
    );
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ figure: Figure; extension: DrawingExtension; type: string }> = ({ props }) =>
  new Response(writers[props.extension](props.figure), { headers: { 'content-type': `${props.type}; charset=utf-8` } });
