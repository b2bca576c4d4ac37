/** What the picture of the boot graph reads from a state, what it says of it, and where a line of the graph runs. */
import type { View } from '../../../drawing/view.ts';
import { listed } from '../../../drawing/words.ts';
import type { InvariantOf, StateOf } from '../../../engine/language.ts';
import { afterOf, isOneShot, isTested, type model, tested, type Unit, units } from './model.ts';

export type Model = typeof model;
export type Boot = StateOf<Model>;

export const isUp = (s: Boot, it: Unit): boolean => s[it] === (isOneShot(it) ? 'success' : 'running');

/** What a unit is, and where it has a test, how that stands. */
export function kindOf(s: Boot, it: Unit): string {
  if (isOneShot(it)) return 'one-shot';
  if (!isTested(it)) return 'daemon';
  const isThere = s.there.includes(it);
  if (s[it] === 'running') return isThere ? 'test passed' : 'test not passed';
  return s[it] === 'spawned' ? (isThere ? 'test can pass' : 'test in vain') : 'has a test';
}

const brokenBy: Readonly<Record<InvariantOf<Model>, (s: Boot) => readonly Unit[]>> = {
  'nothing is started before what it comes after is ready': ({ early }) => (early === null ? [] : [early]),
  'a one-shot that has ended is left alone': ({ again }) => (again === null ? [] : [again]),
  'a daemon with a test runs only once its test can pass': (s) => tested.filter((it) => s[it] === 'running' && !s.there.includes(it)),
};

/** The units by which any of these rules is broken. They are words and no rows, so the engine cannot name them. */
export const brokenUnits = (s: Boot, rules: readonly InvariantOf<Model>[]): readonly Unit[] => rules.flatMap((rule) => brokenBy[rule](s));

export const words: View<Model>['words'] = {
  'nothing is started before what it comes after is ready': ({ now }) => {
    const missing = now.early === null ? [] : afterOf(now.early, now.line).filter((it) => !isUp(now, it));
    return `The unit ${now.early} was started without a wait for ${listed(missing) || 'the others'}.`;
  },
  'a one-shot that has ended is left alone': ({ now }) => `The one-shot ${now.again} has ended, and is to run again.`,
  'a daemon with a test runs only once its test can pass': ({ now }) =>
    `The test of ${listed(brokenBy['a daemon with a test runs only once its test can pass'](now))} cannot pass, and it counts as running.`,
};

export const lineOf = ({ line }: Boot): string => (line === null ? 'none' : `${line.to} comes after ${line.after}`);

export interface Edge {
  readonly from: Unit;
  readonly to: Unit;
  readonly isAdded: boolean;
}

/** Each line of a unit, from what it names to the unit. */
export const edgesOf = ({ line }: Boot): readonly Edge[] => [
  ...units.flatMap((to) => afterOf(to, null).map((from) => ({ from, to, isAdded: false }))),
  ...(line === null ? [] : [{ from: line.after, to: line.to, isAdded: true }]),
];

/** Its layer, and whether it stands beside the others: six units are in one row, two in another. */
export const places: Readonly<Record<Unit, readonly [layer: number, lane: 0 | 1]>> = {
  'node-ready': [0, 0],
  internet: [0, 1],
  storaged: [1, 0],
  boot: [2, 0],
  identityd: [3, 0],
  networkd: [3, 1],
  flistd: [4, 0],
  provisiond: [5, 0],
};

/** Sixteenths of a rem, as the style sheet has them: along the layers, and across them. */
export interface Size {
  readonly isUpright: boolean;
  readonly long: number;
  readonly wide: number;
  readonly between: number;
}

export const flat: Size = { isUpright: false, long: 104, wide: 64, between: 40 };
export const upright: Size = { isUpright: true, long: 60, wide: 108, between: 24 };
const gap = 16; // between two layers
const margin = 36; // for lines that pass other units

export const lengthOf = ({ long }: Size) => 6 * long + 5 * gap;
export const widthOf = ({ wide, between }: Size) => margin + 2 * wide + between;

/** Where a line runs, and its head. */
export function drawnEdge({ from, to, isAdded }: Edge, size: Size): { readonly line: string; readonly head: string } {
  const { long, wide, between } = size;
  const [[fromLayer, fromLane], [toLayer, toLane]] = [places[from], places[to]];
  const ahead = Math.sign(toLayer - fromLayer);
  const middle = (layer: number) => layer * (long + gap) + long / 2;
  const xy = (along: number, across: number) => (size.isUpright ? `${across} ${along}` : `${along} ${across}`);
  /** The tip of its head, which points along or across the layers. */
  const drawn = (path: string, [along, across]: readonly [number, number], [dx, dy]: readonly [number, number]) => ({
    line: `${path} ${xy(along - 6 * dx, across - 6 * dy)}`,
    head: `M${xy(along, across)}L${xy(along - 8 * dx - 4 * dy, across - 8 * dy - 4 * dx)}L${xy(along - 8 * dx + 4 * dy, across - 8 * dy + 4 * dx)}z`,
  });
  if (fromLane === toLane && (fromLane === 1 || toLayer - fromLayer === 1)) {
    const across = margin + wide / 2 + fromLane * (wide + between);
    const tip = middle(toLayer) - (ahead * long) / 2;
    return drawn(`M${xy(middle(fromLayer) + (ahead * long) / 2, across)}L`, [tip, across], [ahead, 0]);
  }
  // An added line keeps clear of those that stand in the units.
  const aside = ahead * (isAdded ? long / 3 : 12);
  const [leaves, arrives] = [middle(fromLayer) + aside, middle(toLayer) - aside];
  if (fromLane === toLane) {
    const over = margin - (6 + 5 * Math.abs(toLayer - fromLayer)) * 1.33;
    return drawn(`M${xy(leaves, margin)}C${xy(leaves, over)} ${xy(arrives, over)}`, [arrives, margin], [0, 1]);
  }
  const sides = [margin + wide, margin + wide + between] as const;
  const down = toLane - fromLane;
  const bendAt = (share: number) => sides[fromLane] + share * between * down;
  const [first, second] = isAdded ? [bendAt(0.3), bendAt(0.3)] : [bendAt(0.7), bendAt(0.3)];
  return drawn(`M${xy(leaves, sides[fromLane])}C${xy(leaves, first)} ${xy(arrives, second)}`, [arrives, sides[toLane]], [0, down]);
}
