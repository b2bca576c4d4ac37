/**
 * The frame allocator: memory as a row of cells, one a frame, with the regions above and the bit of each frame below;
 * then who holds what, and how far boot has come.
 */
import type { PlainState } from '../../../engine/checker.ts';
import { type NamedProps as PictureProps, withNames } from '../../../drawing/named-rules.ts';
import { model } from './model.ts';
import { Facts, type Fact } from '../../../drawing/Facts.tsx';
import { classes, listed, same } from '../../../drawing/words.ts';

interface Frame {
  readonly region: 'kernel' | 'bitmap' | 'usable' | 'boot';
  readonly free: boolean;
}
interface Memory {
  readonly frames: readonly Frame[];
  readonly callers: readonly { readonly holds: readonly number[] }[];
  readonly count: number;
  readonly boot: 'zeroed' | 'marked' | 'kept' | 'counted';
  readonly owned: boolean;
  readonly reclaimed: boolean;
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
const memoryIn = (state: PlainState) => state as unknown as Memory;

const REGIONS = { kernel: 'kernel', bitmap: 'bitmap', usable: 'usable', boot: 'boot loader' } as const;
const LETTERS = { kernel: 'K', bitmap: 'B', usable: '', boot: 'L' } as const;
const BOOT = {
  zeroed: 'all bits are zero',
  marked: 'usable frames are marked',
  kept: 'its own frames are kept',
  counted: 'counted, ready',
} as const;

const ONE = 'a frame has one owner';
const COUNT = 'the count is the number of free frames';
const BITMAP = 'the frames of the bitmap are never handed out';
const USED = 'memory that the kernel still uses is not free';

const holdersOf = ({ callers }: Memory, i: number) => [...callers.keys()].filter((by) => callers[by]!.holds.includes(i));
const freeOnes = ({ frames }: Memory) => frames.filter(({ free }) => free).length;

const breakers: Readonly<Record<string, (m: Memory, frame: Frame, i: number) => boolean>> = {
  [ONE]: (m, _, i) => holdersOf(m, i).length > 1,
  [BITMAP]: (m, { region }, i) => region === 'bitmap' && holdersOf(m, i).length > 0,
  [USED]: (m, { region, free }) => !m.owned && region === 'boot' && free,
};
const blamed = (m: Memory, rule: string) => [...m.frames.keys()].filter((i) => breakers[rule]?.(m, m.frames[i]!, i));

function explain(rule: string, now: PlainState): string | undefined {
  const m = memoryIn(now);
  if (rule === COUNT) return `The count says ${m.count}. Bits that are set: ${freeOnes(m)}.`;
  const said = blamed(m, rule).map((i) => {
    if (rule === USED) return `Frame ${i} is marked as free. The kernel still uses what the boot loader left there.`;
    const holders = `${holdersOf(m, i).length > 1 ? 'callers' : 'caller'} ${listed(holdersOf(m, i))}`;
    return rule === ONE ? `Frame ${i} is held by ${holders}.` : `Frame ${i} holds the bitmap, and ${holders} got it.`;
  });
  return said.join(' ') || undefined;
}

/** What is in a cell: for the eye a letter or two, for the ear words. */
function contentOf(m: Memory, i: number): { readonly letters: string; readonly words: string; readonly as: string } {
  const { region, free } = m.frames[i]!;
  const holders = holdersOf(m, i);
  if (holders.length > 0) {
    const words = `held by ${holders.length > 1 ? 'callers' : 'caller'} ${listed(holders)}`;
    return { letters: holders.map((by) => `c${by}`).join(' '), words, as: 'held' };
  }
  if (free) return { letters: '', words: 'free', as: 'free' };
  if (region === 'usable') return { letters: '', words: 'not marked as free', as: 'barred' };
  return { letters: LETTERS[region], words: `kept for the ${REGIONS[region]}`, as: region };
}

function Picture({ now, before, broken, caption }: PictureProps) {
  const m = memoryIn(now);
  const was = before ? memoryIn(before) : m;
  return (
    <div class="memory">
      <MemoryMap now={m} was={was} blame={broken.flatMap((rule) => blamed(m, rule))} caption={caption} />
      <p class="map-was">{changes(m, was)}</p>
      <Facts caption={`Callers and the allocator ${caption}`} facts={factsOf(m, was, broken)} />
    </div>
  );
}

interface MapProps {
  readonly now: Memory;
  readonly was: Memory;
  readonly blame: readonly number[];
  readonly caption: string;
}

function MemoryMap({ now, was, blame, caption }: MapProps) {
  const regions = now.frames.filter(({ region }, i) => region !== now.frames[i - 1]?.region).map(({ region }) => region);
  return (
    <table class="map">
      <caption class="visually-hidden">{`Memory ${caption}`}</caption>
      <thead>
        <tr class="map-regions">
          <td />
          {regions.map((region) => (
            <th key={region} scope="colgroup" colSpan={now.frames.filter((each) => each.region === region).length} class={`map-${region}`}>
              <span>{REGIONS[region]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Holds</th>
          {now.frames.map((_, i) => (
            <Cell key={i} index={i} now={now} was={was} isBroken={blame.includes(i)} />
          ))}
        </tr>
        <tr class="map-ticks">
          <th scope="row">Frame</th>
          {now.frames.map((_, i) => (
            <th key={i} scope="col">
              {i}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="row">Bit</th>
          {now.frames.map(({ free }, i) => (
            <td key={i}>
              <span class={classes('window', free !== was.frames[i]?.free && 'is-changed')}>{free ? 1 : 0}</span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly index: number;
  readonly now: Memory;
  readonly was: Memory;
  readonly isBroken: boolean;
}

function Cell({ index, now, was, isBroken }: CellProps) {
  const content = contentOf(now, index);
  const before = contentOf(was, index);
  const changed = !same(content, before);
  const ghost = changed && content.letters === '' && before.letters !== '';
  return (
    <td>
      <span
        class={classes('cell', `is-${content.as}`, changed && 'is-changed', ghost && 'is-gone', isBroken && 'is-broken')}
        aria-hidden="true"
      >
        {ghost ? before.letters : content.letters}
      </span>
      <span class="visually-hidden">{content.words}</span>
    </td>
  );
}

/** What the changed cells and bits were, since a cell has no room for it. */
function changes(now: Memory, was: Memory): string {
  const at = [...now.frames.keys()];
  const moved = at.filter((i) => contentOf(now, i).words !== contentOf(was, i).words);
  const before = [...new Set(moved.map((i) => contentOf(was, i).words))];
  const said = before.map((words) => {
    const these = moved.filter((i) => contentOf(was, i).words === words);
    return `${these.length > 1 ? 'Frames' : 'Frame'} ${listed(these)} ${these.length > 1 ? 'were' : 'was'} ${words}.`;
  });
  return said.join(' ');
}

function factsOf(now: Memory, was: Memory, broken: readonly string[]): Fact[] {
  const held = (m: Memory, by: number) => {
    const holds = m.callers[by]?.holds ?? [];
    return holds.length > 0 ? `${holds.length > 1 ? 'frames' : 'frame'} ${listed(holds)}` : 'nothing';
  };
  const tables = (m: Memory) => (m.owned ? 'of its own' : 'of the boot loader');
  const rest = (m: Memory) => (m.reclaimed ? 'reclaimed' : 'kept');
  const miscounted = broken.includes(COUNT);
  const counted = { name: 'Count of free frames', now: now.count, was: was.count, isCount: true, isBroken: miscounted };
  return [
    ...now.callers.map((_, by) => ({ name: `Caller ${by} (c${by}) holds`, now: held(now, by), was: held(was, by) })),
    miscounted ? { ...counted, note: `bits set: ${freeOnes(now)}` } : counted,
    { name: 'Bitmap', now: BOOT[now.boot], was: BOOT[was.boot] },
    { name: 'Tables and stack in use', now: tables(now), was: tables(was) },
    { name: 'Memory of the boot loader', now: rest(now), was: rest(was) },
  ];
}

export const view = withNames({ Picture, explain }, Object.keys(model.model.always));
