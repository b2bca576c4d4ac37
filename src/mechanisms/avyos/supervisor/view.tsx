/**
 * The supervisor: a lane for each service. At its start the process as it is, at its end what the supervisor believes
 * of it, both as bars; between them, where the two differ, the news that is still on its way. Below, the channel.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { believedIs, believesRunning, counted, gap, hasEnded, words, type Model, type Service, type Supervision } from './supervision.ts';

interface Props {
  readonly now: Supervision;
  readonly was: Supervision;
}

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const services = brokenRows(broken, 'service');
  return (
    <div class="supervisor">
      <table class="lanes">
        <caption class="visually-hidden">{`Services ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Its process</th>
            <th scope="col" class="lane-gap">
              Difference
            </th>
            <th scope="col">Believed</th>
          </tr>
        </thead>
        <tbody>
          {now.services.map((_, i) => (
            <Lane key={i} index={i} {...props} isBroken={services.includes(i)} />
          ))}
        </tbody>
      </table>
      <Channel {...props} room={config.room} caption={caption} />
    </div>
  );
}

function Lane({ index, now, was, isBroken }: Props & { readonly index: number; readonly isBroken: boolean }) {
  const [it, earlier] = [now.services[index]!, was.services[index]!];
  const between = gap(now, index);
  const changed = !same(it, earlier) || between !== gap(was, index);
  return (
    <tr class={classes('service', changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {index}
        <span class="lane-policy">{policies[index % policies.length]}</span>
      </th>
      <td>
        <Bar is={it.process === 'running' ? 'full' : hasEnded(it) ? 'ended' : 'none'} changed={it.process !== earlier.process} />
        <Said is={it.process} was={hasEnded(earlier) ? 'a zombie' : earlier.process} changed={it.process !== earlier.process} />
      </td>
      <td class={classes('lane-gap', between !== 'none' && 'is-apart')}>
        {between === 'none' ? <span class="visually-hidden">none</span> : <Unequal isBroken={isBroken && between === 'lost'} />}
        {between !== 'none' && <span class="lane-news">{between}</span>}
      </td>
      <td>
        <Bar is={believesRunning(it) ? 'full' : 'none'} changed={it.state !== earlier.state} />
        <Said is={believedIs(it)} was={believedIs(earlier)} changed={believedIs(it) !== believedIs(earlier)} />
        <Count it={it} was={earlier} />
      </td>
    </tr>
  );
}

/** Of services 0, 1, 2, and so on. */
const policies = ['restarts on failure', 'restarts always', 'never restarts'];

/** Both columns draw a process alike, so that they can be compared: a bar runs, a hollow one has ended, a line is none. */
function Bar({ is, changed }: { readonly is: 'full' | 'ended' | 'none'; readonly changed: boolean }) {
  return <span class={classes('lane-bar', `is-${is}`, changed && 'is-changed')} aria-hidden="true" />;
}

function Said({ is, was, changed }: { readonly is: string; readonly was: string; readonly changed: boolean }) {
  return (
    <span class="lane-says">
      {is}
      {changed && <span class="was"> was {was}</span>}
    </span>
  );
}

function Count({ it, was }: { readonly it: Service; readonly was: Service }) {
  const [is, before] = [counted(it), counted(was)];
  if (is === '' && before === '') return null;
  return (
    <span class="lane-count">
      {is || '0 retries'}
      {is !== before && <span class="was"> was {before || '0'}</span>}
    </span>
  );
}

/** The sign for unequal, between two claims that differ. */
function Unequal({ isBroken }: { readonly isBroken: boolean }) {
  return (
    <svg class={classes('unequal', isBroken && 'is-broken')} viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">
      <path d="M3 5h18M3 11h18M15.5 1l-7 14" />
    </svg>
  );
}

function Channel({ now, was, room, caption }: Props & { readonly room: number; readonly caption: string }) {
  const changed = !same(now.ends, was.ends) || now.stopping !== was.stopping;
  return (
    <table class="lanes-channel">
      <caption class="visually-hidden">{`The channel and PID 1 ${caption}`}</caption>
      <tbody>
        <tr class={changed ? 'is-changed' : undefined}>
          <th scope="row">
            Ends in the channel
            <span class="lane-policy">
              {now.stopping ? 'PID 1 stops all services' : 'no stop has begun'}
              {now.stopping !== was.stopping && <span class="was"> was not stopping</span>}
            </span>
          </th>
          <td>
            <Rails all={placed(now.ends, was.ends)} places={room}>
              {({ item, as, place }) => (
                <RailItem key={`${as} ${place} ${item.of}`} as={as}>
                  <span class="rail-main">service {item.of} </span>
                  <span class="rail-more">{item.how}</span>
                </RailItem>
              )}
            </Rails>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export const view: View<Model> = { Picture, words };
