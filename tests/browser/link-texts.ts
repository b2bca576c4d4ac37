/** Texts as they might stand behind `#run=`: links that are sound, links that were damaged on their way, and anything at all. */
import type { Mechanism } from '../../src/engine/language.ts';
import { formerBeginnings, linkTo, machine, randomFrom, walk } from '../../src/engine/checker.ts';

const LINKS_OF_EACH = 8;
const LONGEST_RUN = 40;
const OWN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** What an address may hold besides, as a browser hands it on. */
const OTHERS = [
  '%',
  '%25',
  '%E2%82%AC',
  '%ZZ',
  '=',
  '&',
  '#',
  '/',
  '?',
  ' ',
  '\u00e9',
  '\u2028',
  '\ud83d\ude00',
  '\ud800',
  "'",
  '<',
  '\\',
  '+',
  '~',
];

/** Always the same texts for the same models, count and seed. */
export function linkTexts(mechanisms: readonly Mechanism[], count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const below = (most: number) => random() % most;
  const one = <Of>(from: { readonly length: number; readonly [at: number]: Of }): Of => from[below(from.length)]!;
  const links = mechanisms.flatMap((mechanism) => Array.from({ length: LINKS_OF_EACH }, () => someLink(mechanism, below)));
  const noise = (length: number): string => Array.from({ length }, () => one(OWN)).join('');
  const rubbish = (length: number): string => Array.from({ length }, () => (below(3) === 0 ? one(OTHERS) : one(OWN))).join('');
  const ways: (() => string)[] = [
    () => one(links),
    () => changed(one(links), 1 + below(3), () => one(OWN), below),
    () => changed(one(links), 1 + below(3), () => one(OTHERS), below),
    () => one(links).slice(0, below(80)),
    () => one(links) + noise(1 + below(12)),
    () => one(links).replace(/:.*/, ':') + one(links).replace(/.*:/, '').slice(0, below(8)) + noise(below(60)),
    () => one(formerBeginnings(one(mechanisms).model.id)).slice(0, 4 + below(2)) + noise(below(40)),
    () => one(links).slice(0, below(60)) + one(links).slice(below(60)),
    () => noise(below(80)),
    () => rubbish(below(40)),
  ];
  return Array.from({ length: count }, () => ways[below(ways.length)]!());
}

/** A run of some length, with some parameters turned and some faults on. */
function someLink(mechanism: Mechanism, below: (most: number) => number): string {
  const parameters = Object.entries(mechanism.parameters).map(
    ([name, { least, most }]) => [name, least + below(most - least + 1)] as const,
  );
  const faults = Object.keys(mechanism.faults).map((name) => [name, below(4) === 0] as const);
  const m = machine(mechanism, Object.fromEntries([...parameters, ...faults]));
  const { log } = walk(m, { seed: below(2 ** 30), steps: below(LONGEST_RUN) });
  return linkTo(m, log, below(log.length + 1));
}

/** `times` characters are put in, taken out or replaced. */
function changed(link: string, times: number, other: () => string, below: (most: number) => number): string {
  let text = link;
  for (let i = 0; i < times; i++) {
    const at = below(text.length + 1);
    const cut = below(3);
    text = text.slice(0, at) + (cut === 2 ? '' : other()) + text.slice(at + (cut === 0 ? 0 : 1));
  }
  return text;
}
