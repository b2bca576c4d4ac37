/** An accent for one system more: told apart from all others by every eye, and read on every ground. */
import { contrast, fromLightness, leastDistance } from './colour-vision.ts';

/** A system's colour on paper (the light theme) and on ink (the dark theme). */
export interface Accent {
  readonly onPaper: string;
  readonly onInk: string;
}

/** What an accent lies on, in each theme. */
export interface Grounds {
  readonly paper: readonly string[];
  readonly ink: readonly string[];
}

/** WCAG 2.2 asks 3 of a graphic; text is 4.5, and accents are kept to it. */
export const leastContrast = 4.5;
/** In OKLab times 100, where about 2 is just visible. */
export const leastApart = 4;

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

/** The accent that lies furthest from those that are taken; undefined when none is far enough from all of them. */
export function freeAccent(taken: readonly Accent[], grounds: Grounds): Accent | undefined {
  let best: (Accent & { readonly apart: number }) | undefined;
  for (const hue of range(0, 355, 5)) {
    const onPaper = furthest(hue, range(0.3, 0.55, 0.05), taken.map((it) => it.onPaper), grounds.paper); // prettier-ignore
    const onInk = furthest(hue, range(0.6, 0.9, 0.05), taken.map((it) => it.onInk), grounds.ink); // prettier-ignore
    if (!onPaper || !onInk) continue;
    const apart = Math.min(onPaper.apart, onInk.apart);
    if (apart >= leastApart && apart > (best?.apart ?? 0)) best = { onPaper: onPaper.hex, onInk: onInk.hex, apart };
  }
  return best && { onPaper: best.onPaper, onInk: best.onInk };
}

function furthest(
  hue: number,
  lightnesses: readonly number[],
  taken: readonly string[],
  grounds: readonly string[],
): { readonly hex: string; readonly apart: number } | undefined {
  let best: { readonly hex: string; readonly apart: number } | undefined;
  for (const lightness of lightnesses)
    for (const chroma of range(0.06, 0.22, 0.04)) {
      const hex = fromLightness(lightness, chroma, hue);
      if (hex === undefined || grounds.some((ground) => contrast(hex, ground) < leastContrast)) continue;
      const apart = Math.min(Infinity, ...taken.map((it) => leastDistance(hex, it)));
      if (!best || apart > best.apart) best = { hex, apart };
    }
  return best;
}
