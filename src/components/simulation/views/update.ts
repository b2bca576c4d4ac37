/** What the picture of the A/B update reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/run.ts';

export interface Slot {
  readonly blocks: number;
  readonly image: 'broken' | 'working';
}
export interface Node {
  readonly slots: readonly Slot[];
  readonly fallback: number;
  readonly trial: number | null;
  readonly triesLeft: number;
  readonly running: number | null;
  readonly writing: number | null;
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const nodeIn = (state: PlainState) => state as unknown as Node;

export const RUNS = 'the slot to fall back to holds an image that runs';
export const TORN = 'a torn image is never started';
const ENDS = 'an image on trial is confirmed or rolled back';

/** The record that points at a broken slot, or the slot that runs and must not. */
export function blamed({ fallback, running }: Node, broken: readonly string[]): readonly number[] {
  return [...(broken.includes(RUNS) ? [fallback] : []), ...(broken.includes(TORN) && running !== null ? [running] : [])];
}

export interface Size {
  /** How many places for blocks there are at least. */
  readonly places: number;
  /** No image has more. */
  readonly isKnown: boolean;
}

/**
 * How long an image is. The state does not say it, the sentences that hold do: the slot to fall back to is whole, and so
 * is the one that runs. When both are broken it is at least one more than what is there.
 */
export function sizeOf(now: Node, was: Node, broken: readonly string[]): Size {
  if (!broken.includes(RUNS)) return { places: now.slots[now.fallback]!.blocks, isKnown: true };
  if (now.running !== null && !broken.includes(TORN)) return { places: now.slots[now.running]!.blocks, isKnown: true };
  const short = blamed(now, broken)
    .map((i) => now.slots[i]!)
    .filter(({ image }) => image === 'working' || broken.includes(TORN));
  return {
    places: Math.max(1, ...[...now.slots, ...was.slots].map(({ blocks }) => blocks), ...short.map(({ blocks }) => blocks + 1)),
    isKnown: false,
  };
}

const count = (blocks: number) => `${blocks} ${blocks === 1 ? 'block' : 'blocks'}`;

/** How a slot stands: something writes to it, or stopped doing so too early. */
export function statusOf({ slots, writing }: Node, i: number, { places, isKnown }: Size): 'empty' | 'being written' | 'torn' | undefined {
  const { blocks } = slots[i]!;
  if (writing === i) return 'being written';
  if (blocks === 0) return 'empty';
  return isKnown && blocks < places ? 'torn' : undefined;
}

export const lengthOf = (blocks: number, { places, isKnown }: Size) => (isKnown ? `${blocks} of ${count(places)}` : count(blocks));

export const nodeSays = ({ running }: Node) => (running === null ? 'The node is down.' : `The node runs from slot ${running}.`);

export function explain(rule: string, { slots, fallback, trial, triesLeft, running }: Node): string | undefined {
  if (rule === RUNS) {
    const { blocks, image } = slots[fallback]!;
    const why = image === 'broken' ? 'an image that is broken' : `only ${count(blocks)} of an image`;
    return `The boot record falls back to slot ${fallback}, which holds ${why}.`;
  }
  if (rule === TORN && running !== null)
    return `The node runs from slot ${running}, of whose image only ${count(slots[running]!.blocks)} ${slots[running]!.blocks === 1 ? 'is' : 'are'} written.`;
  if (rule === ENDS && trial !== null) return `Slot ${trial} is still on trial, and the record still allows tries: ${triesLeft} left.`;
  return undefined;
}
