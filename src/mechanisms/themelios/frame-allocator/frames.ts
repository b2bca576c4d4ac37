/** What the pictures of the frame allocator and its words read from a state. */
import { listed } from '../../../drawing/words.ts';
import type { StateOf } from '../../../engine/language.ts';
import type { model } from './model.ts';

export type Memory = StateOf<typeof model>;

export const REGIONS = { kernel: 'kernel', bitmap: 'bitmap', usable: 'usable', boot: 'boot loader' } as const;
const LETTERS = { kernel: 'K', bitmap: 'B', usable: '', boot: 'L' } as const;

const holdersOf = ({ callers }: Memory, i: number) => [...callers.keys()].filter((by) => callers[by]!.holds.includes(i));

/** `callers 0 and 1`. */
export const holdersSay = (m: Memory, i: number) => `${holdersOf(m, i).length > 1 ? 'callers' : 'caller'} ${listed(holdersOf(m, i))}`;

/** What is in a cell: for the eye a letter or two, for the ear words. */
export function contentOf(
  m: Memory,
  i: number,
): { readonly letters: string; readonly words: string; readonly as: 'held' | 'free' | 'barred' | 'kernel' | 'bitmap' | 'boot' } {
  const { region, free } = m.frames[i]!;
  const holders = holdersOf(m, i);
  if (holders.length > 0) {
    return { letters: holders.map((by) => `c${by}`).join(' '), words: `held by ${holdersSay(m, i)}`, as: 'held' };
  }
  if (free) return { letters: '', words: 'free', as: 'free' };
  if (region === 'usable') return { letters: '', words: 'not marked as free', as: 'barred' };
  return { letters: LETTERS[region], words: `kept for the ${REGIONS[region]}`, as: region };
}
