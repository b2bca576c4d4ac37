/** Each badge as a picture. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Badge } from '../../../exports/badges/badge.ts';
import { badgeRoutes } from '../../../exports/badges/badge-routes.ts';
import { badgeSvg } from '../../../exports/badges/draw.ts';
import { palette } from '../../../styles/palette.ts';
import accents from '../../../styles/accents.css?raw';
import tokens from '../../../styles/tokens.css?raw';

export const getStaticPaths = badgeRoutes satisfies GetStaticPaths;

const dark = palette(tokens, 'dark', accents);

export const GET: APIRoute<{ badge: Badge }> = ({ props }) =>
  new Response(badgeSvg(props.badge, dark), { headers: { 'content-type': 'image/svg+xml' } });
