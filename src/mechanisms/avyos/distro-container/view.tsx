/**
 * The border of the container as a wall down the middle: what is inside to its left, what the host has to its right. A way that leads through
 * is a gap with an arrow; the door to the services has a gate, which stands open while that is allowed. Below, the processes.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { StandingLine } from '../../../drawing/StandingLine.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, same } from '../../../drawing/words.ts';
import { brokenDoors, type Container, type Door, type DoorIs, doors, type Model, type Process, sideOf, stageIs, words } from './border.ts';

interface Props {
  readonly now: Container;
  readonly was: Container;
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const badDoors = broken.length > 0 ? brokenDoors(now) : [];
  const early = breaks(broken, 'a process runs only inside the border');
  const stageChanged = now.stage !== props.was.stage;
  return (
    <div class="border">
      <StandingLine isChanged={stageChanged} isBroken={early} is="border-stage">
        <span>
          {early && <Violated />}
          The container: <strong>{stageIs[now.stage]}</strong>
        </span>
        {stageChanged && <span class="was"> was {stageIs[props.was.stage]}</span>}
      </StandingLine>
      <table class={classes('border-doors', now.stage !== 'closed' && 'is-unfinished')}>
        <caption class="visually-hidden">{`The border ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Inside</th>
            <th scope="col" class="door-head">
              Border
            </th>
            <th scope="col">Host</th>
          </tr>
        </thead>
        <tbody>
          {doors.map((door) => (
            <DoorRow key={door} door={door} {...props} isBroken={badDoors.includes(door)} />
          ))}
        </tbody>
      </table>
      <Processes {...props} caption={caption} broken={brokenRows(broken, 'process')} early={early} />
    </div>
  );
}

function DoorRow({ door, now, was, isBroken }: Props & { readonly door: Door; readonly isBroken: boolean }) {
  const [side, old] = [sideOf(now, door), sideOf(was, door)];
  return (
    <tr class={classes(!same(side, old) && 'is-changed', isBroken && 'is-broken')}>
      <td>
        {isBroken && <Violated />}
        {side.inside}
        {side.inside !== old.inside && <span class="was"> was {old.inside}</span>}
      </td>
      <td class="door-cell">
        <Wall is={side.door} changed={side.door !== old.door} isBroken={isBroken} />
      </td>
      <th scope="row">
        {door}
        <span class="door-says">
          {side.says}
          {side.says !== old.says && <span class="was"> was {old.says}</span>}
        </span>
      </th>
    </tr>
  );
}

const spoken: Readonly<Record<DoorIs, string>> = {
  closed: 'closed',
  open: 'open, without a door',
  guarded: 'a door, shut',
  allowed: 'a door, open',
};

/** A stretch of the wall: whole, with a gap and an arrow through it, or with a gate. */
function Wall({ is, changed, isBroken }: { readonly is: DoorIs; readonly changed: boolean; readonly isBroken: boolean }) {
  return (
    <>
      <span class="visually-hidden">{spoken[is]}</span>
      <span class={classes('wall', `is-${is}`, changed && 'is-changed', isBroken && 'is-wrong')} aria-hidden="true">
        {is !== 'closed' && is !== 'guarded' && <span class="wall-way" />}
        {(is === 'guarded' || is === 'allowed') && <span class="wall-gate" />}
      </span>
    </>
  );
}

const reachedBy = ({ reached }: Process) => (reached.length === 0 ? 'nothing' : listed(reached));
const asksIs: Readonly<Record<Process['asks'], string>> = {
  nothing: 'nothing',
  waiting: 'asks, and waits',
  served: 'was served',
  refused: 'was refused',
};

function Processes({
  now,
  was,
  caption,
  broken,
  early,
}: Props & { readonly caption: string; readonly broken: readonly number[]; readonly early: boolean }) {
  return (
    <table class="border-processes">
      <caption class="visually-hidden">{`Processes ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Process</th>
          <th scope="col">Has reached</th>
          <th scope="col">Of a service</th>
        </tr>
      </thead>
      <tbody>
        {now.processes.map((it, i) => {
          const isBroken = broken.includes(i) || (early && it.is === 'running');
          return <ProcessRow key={i} index={i} it={it} was={was.processes[i]!} isBroken={isBroken} />;
        })}
      </tbody>
    </table>
  );
}

function ProcessRow({
  index,
  it,
  was,
  isBroken,
}: {
  readonly index: number;
  readonly it: Process;
  readonly was: Process;
  readonly isBroken: boolean;
}) {
  return (
    <tr class={classes(!same(it, was) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {index}
        <span class="door-says">
          {it.is === 'running' ? 'runs' : 'none'}
          {it.is !== was.is && <span class="was"> was {was.is === 'running' ? 'running' : 'none'}</span>}
        </span>
      </th>
      <td>
        {reachedBy(it)}
        {!same(it.reached, was.reached) && <span class="was"> was {reachedBy(was)}</span>}
      </td>
      <td>
        {asksIs[it.asks]}
        {it.asks !== was.asks && <span class="was"> was {was.asks}</span>}
      </td>
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
