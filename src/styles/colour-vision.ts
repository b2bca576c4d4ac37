/**
 * How well two colours can be told apart: WCAG's contrast, and the distance in OKLab for usual and for unusual colour vision (Machado,
 * Oliveira and Fernandes 2009, severity 1). Colours are `#rrggbb`.
 */

type Triple = readonly [number, number, number];

/** The red, green and blue light of a colour, each 0 to 1. Throws for what is not a colour of six digits. */
function light(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`'${hex}' is not a colour of six digits`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return [r, g, b];
}

/** The WCAG 2 contrast of two colours. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], light(hex));
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (bright + 0.05) / (dim + 0.05);
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (rows: readonly [Triple, Triple, Triple], it: Triple): Triple => [dot(rows[0], it), dot(rows[1], it), dot(rows[2], it)];

// prettier-ignore
const visions = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const;

// prettier-ignore
const toCones = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]] as const;
// prettier-ignore
const toLab = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]] as const;
// prettier-ignore
const fromLab = [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]] as const;
// prettier-ignore
const fromCones = [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965], [-0.0041960863, -0.7034186147, 1.707614701]] as const;

function labIn(vision: keyof typeof visions, hex: string): Triple {
  const [r, g, b] = times(visions[vision], light(hex)).map((it) => Math.min(1, Math.max(0, it)));
  const [l, m, s] = times(toCones, [r!, g!, b!]).map((it) => Math.cbrt(it));
  return times(toLab, [l!, m!, s!]);
}

/** The distance of two colours for whoever tells them apart worst, in OKLab times 100; about 2 is just visible. */
export function leastDistance(a: string, b: string): number {
  const distances = (Object.keys(visions) as (keyof typeof visions)[]).map((vision) => {
    const [p, q] = [labIn(vision, a), labIn(vision, b)];
    return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  });
  return Math.min(...distances);
}

/** A colour by lightness (0 to 1), chroma and hue in degrees, in OKLCH; undefined when no screen shows it. */
export function fromLightness(lightness: number, chroma: number, hue: number): string | undefined {
  const angle = (hue * Math.PI) / 180;
  const [l, m, s] = times(fromLab, [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]).map((it) => it ** 3);
  const parts = times(fromCones, [l!, m!, s!]);
  if (parts.some((it) => it < 0 || it > 1)) return undefined;
  const digits = parts.map((it) => Math.round(255 * (it <= 0.0031308 ? 12.92 * it : 1.055 * it ** (1 / 2.4) - 0.055)));
  return `#${digits.map((it) => it.toString(16).padStart(2, '0')).join('')}`;
}
