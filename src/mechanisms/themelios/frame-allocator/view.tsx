/**
 * The frame allocator: memory as a row of cells, one a frame, with the regions above and the bit of each frame below;
 * then who holds what, and how far boot has come.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { Facts, type Fact } from '../../../drawing/Facts.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, same, sentences } from '../../../drawing/words.ts';
import { contentOf, holdersSay, REGIONS, type Memory } from './frames.ts';
import type { model } from './model.ts';

type Model = typeof model;

const BOOT = {
  zeroed: 'all bits are zero',
  marked: 'usable frames are marked',
  kept: 'its own frames are kept',
  counted: 'counted, ready',
} as const;

const COUNT = 'the count is the number of free frames';

const freeOnes = ({ frames }: Memory) => frames.filter(({ free }) => free).length;

const words: View<Model>['words'] = {
  'a frame has one owner': ({ now, rows }) => sentences(rows('frame'), (i) => `Frame ${i} is held by ${holdersSay(now, i)}.`),
  [COUNT]: ({ now }) => `The count says ${now.count}. Bits that are set: ${freeOnes(now)}.`,
  'the frames of the bitmap are never handed out': ({ now, rows }) =>
    sentences(rows('frame'), (i) => `Frame ${i} holds the bitmap, and ${holdersSay(now, i)} got it.`),
  'memory that the kernel still uses is not free': ({ rows }) =>
    sentences(rows('frame'), (i) => `Frame ${i} is marked as free. The kernel still uses what the boot loader left there.`),
};

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const was = before ?? now;
  const miscounted = breaks(broken, COUNT);
  const frames = brokenRows(
    broken.filter(({ rule }) => rule !== COUNT), // a wrong count is no frame's fault
    'frame',
  );
  return (
    <div class="memory">
      <MemoryMap now={now} was={was} brokenFrames={frames} caption={caption} />
      <p class="map-was">{changes(now, was)}</p>
      <Facts caption={`Callers and the allocator ${caption}`} facts={factsOf(now, was, miscounted)} />
    </div>
  );
}

interface MapProps {
  readonly now: Memory;
  readonly was: Memory;
  readonly brokenFrames: readonly number[];
  readonly caption: string;
}

function MemoryMap({ now, was, brokenFrames, caption }: MapProps) {
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
            <Cell key={i} index={i} now={now} was={was} isBroken={brokenFrames.includes(i)} />
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

function factsOf(now: Memory, was: Memory, miscounted: boolean): Fact[] {
  const held = (m: Memory, by: number) => {
    const holds = m.callers[by]?.holds ?? [];
    return holds.length > 0 ? `${holds.length > 1 ? 'frames' : 'frame'} ${listed(holds)}` : 'nothing';
  };
  const tables = (m: Memory) => (m.owned ? 'of its own' : 'of the boot loader');
  const rest = (m: Memory) => (m.reclaimed ? 'reclaimed' : 'kept');
  const counted = { name: 'Count of free frames', now: now.count, was: was.count, isCount: true, isBroken: miscounted };
  return [
    ...now.callers.map((_, by) => ({ name: `Caller ${by} (c${by}) holds`, now: held(now, by), was: held(was, by) })),
    miscounted ? { ...counted, note: `bits set: ${freeOnes(now)}` } : counted,
    { name: 'Bitmap', now: BOOT[now.boot], was: BOOT[was.boot] },
    { name: 'Tables and stack in use', now: tables(now), was: tables(was) },
    { name: 'Memory of the boot loader', now: rest(now), was: rest(was) },
  ];
}

export const view: View<Model> = { Picture, words };
