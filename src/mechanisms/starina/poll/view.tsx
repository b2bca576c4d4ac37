/**
 * A poll, in the order in which news goes through it: the channels with what they hold, the queue of ids that may be
 * ready, the line of waiters, and the threads. A waiter that is taken out of the line leaves a ghost in it.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { channelIs, isReady, threadIs, words, type Model, type Poll } from './waiting.ts';

interface Props {
  readonly now: Poll;
  readonly was: Poll;
  readonly caption: string;
  /** The channels or threads that break a rule. */
  readonly blamed: readonly number[];
}

function Picture({ now, before, broken, caption, config: { room } }: PictureProps<Model>) {
  const all = { now, was: before ?? now, caption };
  const [channels, threads] = [brokenRows(broken, 'channel'), brokenRows(broken, 'thread')];
  const isHerd = breaks(broken, 'a notification wakes one thread at most, and only for an event of interest');
  return (
    <div class="poll">
      <div class="poll-side">
        <Channels {...all} blamed={channels} room={room} />
        <ReadyQueue {...all} blamed={channels} />
      </div>
      <div class="poll-side is-threads">
        <Waiters {...all} blamed={threads} isHerd={isHerd} />
        <Threads {...all} blamed={threads} />
      </div>
    </div>
  );
}

function Channels({ now, was, caption, blamed, room }: Props & { readonly room: number }) {
  return (
    <table class="poll-rows">
      <caption class="visually-hidden">{`Channels ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Channel</th>
          <th scope="col">To read</th>
        </tr>
      </thead>
      <tbody>
        {now.channels.map((it, i) => {
          const [is, before] = [channelIs(it), channelIs(was.channels[i]!)];
          const isBroken = blamed.includes(i);
          return (
            <tr key={i} class={classes(is !== before && 'is-changed', isBroken && 'is-broken')}>
              <th scope="row">
                {isBroken && <Violated />}
                {i}
              </th>
              <td>
                <Messages has={it.messages} had={was.channels[i]!.messages} room={room} isOut={!it.listened} />
                <Said is={is} was={before} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A square a message, and a hatched one for each place that is left. */
function Messages({
  has,
  had,
  room,
  isOut,
}: {
  readonly has: number;
  readonly had: number;
  readonly room: number;
  readonly isOut: boolean;
}) {
  return (
    <span class={classes('poll-messages', isOut && 'is-out')} aria-hidden="true">
      {Array.from({ length: room }, (_, i) => (
        <span key={i} class={classes('poll-message', i < has && 'is-full', i < has !== i < had && 'is-changed')} />
      ))}
    </span>
  );
}

function Said({ is, was }: { readonly is: string; readonly was: string }) {
  return (
    <span class="poll-says">
      {is}
      {is !== was && <span class="was"> was: {was}</span>}
    </span>
  );
}

function ReadyQueue({ now, was, caption, blamed }: Props) {
  const isBroken = now.ready.some((it) => blamed.includes(it));
  return (
    <table class="poll-line">
      <caption class="visually-hidden">{`The ready queue ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Channels that may be ready, the first at the right</th>
        </tr>
      </thead>
      <tbody>
        <tr class={same(now.ready, was.ready) ? undefined : 'is-changed'}>
          <td>
            <Rails all={placed(now.ready, was.ready)}>
              {({ item, as, place }) => (
                <RailItem key={`${as} ${place}`} as={as} isBroken={isBroken && as !== 'gone' && blamed.includes(item)}>
                  <span class="rail-main">{item}</span>
                  {as !== 'gone' && <span class="rail-more">{isReady(now.channels[item]!) ? 'ready' : 'not ready'}</span>}
                </RailItem>
              )}
            </Rails>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Waiters({ now, was, caption, isHerd }: Props & { readonly isHerd: boolean }) {
  return (
    <table class="poll-line">
      <caption class="visually-hidden">{`The waiters ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">
            {isHerd && <Violated />}
            Threads that wait, the first at the right
          </th>
        </tr>
      </thead>
      <tbody>
        <tr class={classes(!same(now.waiters, was.waiters) && 'is-changed', isHerd && 'is-broken')}>
          <td>
            <Rails all={placed(now.waiters, was.waiters)}>
              {({ item, as, place }) => (
                <RailItem key={`${as} ${place}`} as={as}>
                  <span class="rail-main">{item}</span>
                  {as !== 'gone' && now.threads[item]!.state !== 'asleep' && <span class="rail-more">not asleep</span>}
                </RailItem>
              )}
            </Rails>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Threads({ now, was, caption, blamed }: Props) {
  return (
    <table class="poll-rows">
      <caption class="visually-hidden">{`Threads ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Thread</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {now.threads.map((it, i) => {
          const [is, before] = [threadIs(it), threadIs(was.threads[i]!)];
          const isBroken = blamed.includes(i);
          return (
            <tr key={i} class={classes(is !== before && 'is-changed', isBroken && 'is-broken')}>
              <th scope="row">
                {isBroken && <Violated />}
                {i}
              </th>
              <td>
                <span
                  class={classes('poll-bar', `is-${it.state}`, it.state !== was.threads[i]!.state && 'is-changed')}
                  aria-hidden="true"
                />
                <Said is={is} was={before} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export const view: View<Model> = { Picture, words };
