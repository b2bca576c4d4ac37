/** What shields.io needs to draw each badge in its own way. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Badge } from '../../../exports/badges/badge.ts';
import { badgeRoutes } from '../../../exports/badges/badge-routes.ts';
import { shieldsEndpoint } from '../../../exports/badges/draw.ts';
import { palette } from '../../../styles/palette.ts';
import accents from '../../../styles/accents.css?raw';
import tokens from '../../../styles/tokens.css?raw';

export const getStaticPaths = badgeRoutes satisfies GetStaticPaths;

const [dark, light] = [palette(tokens, 'dark', accents), palette(tokens, 'light', accents)];

export const GET: APIRoute<{ badge: Badge }> = ({ props }) =>
  new Response(`${JSON.stringify(shieldsEndpoint(props.badge, dark, light))}\n`, { headers: { 'content-type': 'application/json' } });
