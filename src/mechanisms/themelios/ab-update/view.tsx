/**
 * The A/B update: what the boot record says at the start, the two slots with their images block by block, and a hand at
 * the slot that runs. Lines lead from the record to the slots that it names. A power cut lifts the hand, and leaves
 * an edge torn where nobody writes on.
 */
import { type NamedProps as PictureProps, withNames } from '../../../drawing/named-rules.ts';
import { model } from './model.ts';
import { blamed, explain, lengthOf, nodeIn, nodeSays, RUNS, statusOf, TORN, type Node, type Slot } from './view-rules.ts';
import { Wires, type Wire } from '../../../drawing/Wires.tsx';
import { classes, same } from '../../../drawing/words.ts';

/** Three rows of the record are as high as two of the slots. */
const HEIGHT = 180;
const recordAt = (row: number) => ((row + 0.5) * HEIGHT) / 3;
const slotAt = (i: number) => ((i + 0.5) * HEIGHT) / 2;

interface Props {
  readonly now: Node;
  readonly was: Node;
  readonly broken: readonly string[];
}

function Picture({ now: state, before, broken, caption, config, step = 0 }: PictureProps) {
  const now = nodeIn(state);
  const was = before ? nodeIn(before) : now;
  const size = Number(config['blocks']);
  const moved = now.running !== was.running;
  return (
    <div class="update">
      <div class="update-parts">
        <Record now={now} was={was} broken={broken} caption={caption} />
        <Wires height={HEIGHT} wires={wiresOf(now, was, broken)} />
        <table class="images">
          <caption class="visually-hidden">{`Slots ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">Slot</th>
              <th scope="col">Image</th>
            </tr>
          </thead>
          <tbody>
            {now.slots.map((_, i) => (
              <SlotRow key={i} index={i} now={now} was={was} broken={broken} size={size} />
            ))}
          </tbody>
        </table>
        <Hand now={now.running} was={was.running} isBroken={broken.includes(TORN)} step={step} />
      </div>
      <p class={classes('handle', moved && 'is-changed', broken.includes(TORN) && 'is-broken')}>
        <span>{nodeSays(now)}</span>
        {moved && <span class="was">{was.running === null ? 'was down' : `was running from slot ${was.running}`}</span>}
      </p>
    </div>
  );
}

function Record({ now, was, broken, caption }: Props & { readonly caption: string }) {
  const slot = (it: number | null) => (it === null ? 'none' : String(it));
  return (
    <table class="record">
      <caption class="visually-hidden">{`Boot record ${caption}`}</caption>
      <colgroup>
        <col class="record-name" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={2}>
            Boot record
          </th>
        </tr>
      </thead>
      <tbody>
        <RecordRow name="Falls back to" now={slot(now.fallback)} was={slot(was.fallback)} isBroken={broken.includes(RUNS)} />
        <RecordRow name="Tries first" now={slot(now.trial)} was={slot(was.trial)} />
        <RecordRow name="Tries left" now={String(now.triesLeft)} was={String(was.triesLeft)} />
      </tbody>
    </table>
  );
}

interface RecordRowProps {
  readonly name: string;
  readonly now: string;
  readonly was: string;
  readonly isBroken?: boolean;
}

function RecordRow({ name, now, was, isBroken }: RecordRowProps) {
  const changed = now !== was;
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">{name}</th>
      <td>
        <span class={classes('window', changed && 'is-changed')}>{now}</span>
        {changed && <span class="was"> was {was}</span>}
      </td>
    </tr>
  );
}

function wiresOf(now: Node, was: Node, broken: readonly string[]): Wire[] {
  const one = (row: number, to: number | null, from: number | null, isBroken: boolean): Wire[] => [
    ...(from !== null && from !== to ? [{ from: recordAt(row), to: slotAt(from), as: 'gone' as const }] : []),
    ...(to === null
      ? []
      : [{ from: recordAt(row), to: slotAt(to), as: isBroken ? ('broken' as const) : from === to ? ('kept' as const) : ('new' as const) }]),
  ];
  return [...one(0, now.fallback, was.fallback, broken.includes(RUNS)), ...one(1, now.trial, was.trial, false)];
}

interface SlotProps extends Props {
  readonly index: number;
  /** Blocks of a whole image. */
  readonly size: number;
}

function SlotRow({ index, now, was, broken, size }: SlotProps) {
  const slot = now.slots[index]!;
  const old = was.slots[index]!;
  const [status, wasStatus] = [statusOf(now, index, size), statusOf(was, index, size)];
  const changed = !same(slot, old) || status !== wasStatus;
  return (
    <tr class={classes(changed && 'is-changed', blamed(now, broken).includes(index) && 'is-broken')}>
      <th scope="row">{index}</th>
      <td>
        <span class="image-blocks" aria-hidden="true">
          {Array.from({ length: size }, (_, i) => (
            <Block
              key={i}
              isHere={i < slot.blocks}
              wasHere={i < old.blocks}
              isUseless={slot.image === 'broken'}
              isTorn={status === 'torn' && i === slot.blocks - 1}
            />
          ))}
        </span>
        {status !== 'empty' && <Written now={slot} was={wasStatus === 'empty' ? slot : old} size={size} />}
        <span class="image-says">
          {status}
          {status !== wasStatus && <span class="was"> was {wasStatus}</span>}
        </span>
      </td>
    </tr>
  );
}

/** What a slot holds, and how much of it. */
function Written({ now, was, size }: { readonly now: Slot; readonly was: Slot; readonly size: number }) {
  return (
    <>
      <span class="image-says">
        {now.image} image
        {now.image !== was.image && <span class="was"> was {was.image}</span>}
      </span>
      <span class="image-says">
        {lengthOf(now.blocks, size)}
        {now.blocks !== was.blocks && <span class="was"> was {was.blocks}</span>}
      </span>
    </>
  );
}

interface BlockProps {
  readonly isHere: boolean;
  readonly wasHere: boolean;
  readonly isUseless: boolean;
  readonly isTorn: boolean;
}

/** A block of an image that runs is filled; one of an image that can never run is hatched. */
function Block({ isHere, wasHere, isUseless, isTorn }: BlockProps) {
  const here = isHere && (isUseless ? 'is-useless' : 'is-useful');
  return <span class={classes('block', here, isHere && !wasHere && 'is-changed', !isHere && wasHere && 'is-gone', isTorn && 'is-torn')} />;
}

interface HandProps {
  readonly now: number | null;
  readonly was: number | null;
  readonly isBroken: boolean;
  readonly step: number;
}

/** It turns between the slots; lifted off both while the node is down. */
function Hand({ now, was, isBroken, step }: HandProps) {
  const y = HEIGHT / 2;
  const moves = now !== was && `moves from-${was ?? 'none'}`;
  return (
    <svg class="boot-hand" viewBox={`0 0 48 ${HEIGHT}`} width="3rem" height={`${HEIGHT / 16}rem`} aria-hidden="true">
      {was !== null && was !== now && <path class="ghost" d={`M38 ${y}L6 ${slotAt(was)}`} />}
      <g key={moves ? step : 'still'} class={classes('hand', now === null ? 'is-open' : `points-${now}`, moves)}>
        {now === null ? <path class="hand-edge" d={`M38 ${y - 3}H14v6H38z`} /> : <path class="hand-bar" d={`M50 ${y}H-8`} />}
        {now !== null && <path class="hand-full" d={`M-17 ${y}l12-7v14z`} />}
        <circle class="hand-full" cx="38" cy={y} r="8" />
        <circle class="hand-hole" cx="38" cy={y} r="3" />
      </g>
      {isBroken && <path class="arc-cross" d={`M18 ${y - 5}l10 10m0-10l-10 10`} />}
    </svg>
  );
}

export const view = withNames(
  { Picture, explain: (rule, now, { blocks }) => explain(rule, nodeIn(now), Number(blocks)) },
  Object.keys(model.model.always),
);
