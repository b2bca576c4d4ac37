/**
 * A channel: two ends that face each other, and between them a queue for each. A handle is a filled square at whoever
 * has it, or in the message that carries it. The table below says the same in words, so the drawing is hidden from
 * readers without eyes.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { endIs, handleIs, waitingAt, words, type Model, type Pair } from './pair.ts';

interface Props {
  readonly now: Pair;
  readonly was: Pair;
  /** The ends and the handles that break a rule. */
  readonly ends: readonly number[];
  readonly handles: readonly number[];
  /** Messages that a queue holds. */
  readonly room: number;
}

function Picture({ now, before, broken, caption, config: { room } }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now, ends: brokenRows(broken, 'end'), handles: brokenRows(broken, 'handle'), room };
  return (
    <div class="channel">
      <div class="channel-drawing" aria-hidden="true">
        <End index={0} {...props} />
        <div class="channel-ways">
          <Way to={1} {...props} />
          <Way to={0} {...props} />
        </div>
        <End index={1} {...props} />
      </div>
      <table class="channel-parts">
        <caption class="visually-hidden">{`Ends and handles ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {now.ends.map((_, i) => (
            <EndRow key={i} index={i} {...props} />
          ))}
          {now.handles.map((_, i) => (
            <HandleRow key={i} index={i} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type OneOf = Props & { readonly index: number };

function End({ index, now, was, ends, handles }: OneOf) {
  const [end, earlier] = [now.ends[index]!, was.ends[index]!];
  const isBroken = ends.includes(index);
  return (
    <div class={classes('channel-end', !end.open && 'is-closed', endIs(end) !== endIs(earlier) && 'is-changed', isBroken && 'is-broken')}>
      <p class="end-name">
        <span class="end-word">end {index}</span>
      </p>
      <p class="end-holds">
        {now.handles.map((handle, i) => (
          <Held
            key={i}
            index={i}
            isBroken={handles.includes(i)}
            isHere={handle.holder === index}
            wasHere={was.handles[i]?.holder === index}
          />
        ))}
      </p>
      {!end.open && <span class="end-word">closed</span>}
      {end.toldNoPeer && <span class="end-word">told NoPeer</span>}
    </div>
  );
}

interface HeldProps {
  readonly index: number;
  readonly isBroken: boolean;
  readonly isHere: boolean;
  readonly wasHere: boolean;
}

/** A handle at a place where it is, or where it was until the last step. */
function Held({ index, isBroken, isHere, wasHere }: HeldProps) {
  if (!isHere && !wasHere) return null;
  return (
    <span class={classes('channel-held', !isHere && 'is-gone', isHere && !wasHere && 'is-changed', isHere && isBroken && 'is-broken')}>
      {index}
    </span>
  );
}

/** The queue of one end; the oldest message stands next to it. */
function Way({ to, now, was, ends, handles, room }: Props & { readonly to: number }) {
  const [arrived, had] = [now.ends[to]!.arrived, was.ends[to]!.arrived];
  const isBroken = ends.includes(to);
  return (
    <div class={classes('channel-way', `is-to-${to}`)}>
      <p class="way-word">to end {to}</p>
      <Rails all={placed(arrived, had)} out={to === 1 ? 'right' : 'left'} places={room}>
        {({ item, as }) => (
          <RailItem key={`${as} ${item.number}`} as={as} isBroken={isBroken && as !== 'gone'}>
            <span class="rail-main">m{item.number}</span>
            {item.carries.length > 0 && (
              <span class="rail-carries">
                {item.carries.map((i) => (
                  <Held key={i} index={i} isBroken={handles.includes(i)} isHere={as !== 'gone'} wasHere={as !== 'new'} />
                ))}
              </span>
            )}
          </RailItem>
        )}
      </Rails>
    </div>
  );
}

function EndRow({ index, now, was, ends, room }: OneOf) {
  const [end, earlier] = [now.ends[index]!, was.ends[index]!];
  const [is, before] = [endIs(end), endIs(earlier)];
  const [waits, waited] = [waitingAt(end, room), waitingAt(earlier, room)];
  const isBroken = ends.includes(index);
  return (
    <tr class={classes((is !== before || waits !== waited) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">End {index}</th>
      <td>
        {isBroken && <Violated />}
        {is}
        {is !== before && <span class="was"> was {before}</span>}
        <span class="part-more">
          waiting for it: {waits}
          {waits !== waited && <span class="was"> was {waited}</span>}
        </span>
      </td>
    </tr>
  );
}

function HandleRow({ index, now, was, handles }: OneOf) {
  const [is, before] = [handleIs(now, index), handleIs(was, index)];
  const isBroken = handles.includes(index);
  return (
    <tr class={classes(!same(is, before) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        Handle <span class={classes('channel-held', now.handles[index]!.unread && 'is-lost', isBroken && 'is-broken')}>{index}</span>
      </th>
      <td>
        {isBroken && <Violated />}
        {is}
        {is !== before && <span class="was"> was {before}</span>}
      </td>
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
