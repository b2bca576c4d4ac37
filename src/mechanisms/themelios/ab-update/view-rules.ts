/** What the picture of the A/B update reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';

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

const count = (blocks: number) => `${blocks} ${blocks === 1 ? 'block' : 'blocks'}`;

/** How a slot stands: something writes to it, or stopped doing so before the last of `size` blocks. */
export function statusOf({ slots, writing }: Node, i: number, size: number): 'empty' | 'being written' | 'torn' | 'whole' {
  const { blocks } = slots[i]!;
  if (writing === i) return 'being written';
  if (blocks === 0) return 'empty';
  return blocks < size ? 'torn' : 'whole';
}

export const lengthOf = (blocks: number, size: number) => `${blocks} of ${count(size)}`;

export const nodeSays = ({ running }: Node) => (running === null ? 'The node is down.' : `The node runs from slot ${running}.`);

export function explain(rule: string, { slots, fallback, trial, triesLeft, running }: Node, size: number): string | undefined {
  if (rule === RUNS) {
    const { blocks, image } = slots[fallback]!;
    const why = blocks === 0 ? 'nothing' : blocks < size ? `only ${lengthOf(blocks, size)} of an image` : `an image that is ${image}`;
    return `The boot record falls back to slot ${fallback}, which holds ${why}.`;
  }
  if (rule === TORN && running !== null) {
    const { blocks } = slots[running]!;
    const written = blocks === 0 ? 'nothing is' : `only ${lengthOf(blocks, size)} ${blocks === 1 ? 'is' : 'are'}`;
    return `The node runs from slot ${running}, of whose image ${written} written.`;
  }
  if (rule === ENDS && trial !== null) return `Slot ${trial} is still on trial, and the record still allows tries: ${triesLeft} left.`;
  return undefined;
}
