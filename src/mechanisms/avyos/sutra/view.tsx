/**
 * Sutra: the client and the service, and between them the frames of one connection, requests one way, replies and events the other. A frame
 * shows its opcode large, as it is all that goes over the wire, and small what only the reader knows. Below, what the opcodes mean at either end.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes } from '../../../drawing/words.ts';
import { callerIs, loopIs, opcodes, ranFor, serviceIs, windowOf, words, type Connection, type Model } from './connection.ts';

interface Props {
  readonly now: Connection;
  readonly was: Connection;
  /** The callers that break a rule. */
  readonly callers: readonly number[];
}

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now, callers: brokenRows(broken, 'caller') };
  const wrong = brokenRows(broken, 'caller', 'the service runs what was asked for').map((i) => now.callers[i]!.asked);
  return (
    <div class="sutra">
      <div class="sutra-drawing">
        <Client {...props} />
        <Ways {...props} room={config.room} />
        <Service {...props} />
      </div>
      <Callers {...props} caption={caption} />
      <table class="sutra-opcodes">
        <caption class="visually-hidden">{`Opcodes ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Opcode</th>
            <th scope="col">At the client</th>
            <th scope="col">At the service</th>
          </tr>
        </thead>
        <tbody>
          {opcodes(config).map(({ opcode, client, service }) => {
            const isBroken = wrong.some((asked) => asked === client);
            return (
              <tr key={opcode} class={classes(client !== service && 'is-unlike', isBroken && 'is-broken')}>
                <th scope="row">
                  {isBroken && <Violated />}
                  {opcode}
                </th>
                <td>{client}</td>
                <td>
                  {client !== service && <span class="visually-hidden">another: </span>}
                  {service}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Client({ now, was, callers }: Props) {
  return (
    <div class={classes('sutra-end is-client', loopIs(now) !== loopIs(was) && 'is-changed')}>
      <p class="sutra-name">client</p>
      <p class="sutra-callers" aria-hidden="true">
        {now.callers.map(({ state }, i) => (
          <span
            key={i}
            class={classes(
              'sutra-caller',
              state === 'waiting' && 'is-waiting',
              state !== was.callers[i]!.state && 'is-changed',
              callers.includes(i) && 'is-broken',
            )}
          >
            {i}
          </span>
        ))}
      </p>
      <p class="sutra-word">
        {loopIs(now)}
        {loopIs(now) !== loopIs(was) && <span class="was"> was free</span>}
      </p>
    </div>
  );
}

function Service({ now, was }: Props) {
  const [is, before] = [serviceIs(now), serviceIs(was)];
  return (
    <div class={classes('sutra-end is-service', !now.open && 'is-closed', is !== before && 'is-changed')}>
      <p class="sutra-name">service</p>
      <p class="sutra-callers" aria-hidden="true">
        {now.serving !== null && (
          <span class={classes('sutra-caller is-waiting', now.serving !== was.serving && 'is-changed')}>{now.serving}</span>
        )}
        {now.serving === null && was.serving !== null && <span class="sutra-caller is-gone">{was.serving}</span>}
      </p>
      <p class="sutra-word">
        {is}
        {is !== before && <span class="was"> was {before}</span>}
      </p>
    </div>
  );
}

function Ways({ now, was, room }: Props & { readonly room: number }) {
  return (
    <div class="sutra-ways">
      <div class="sutra-way is-to-service">
        <p class="sutra-to">requests</p>
        <Rails all={placed(now.requests, was.requests)} out="right" places={room}>
          {({ item, as, place }) => (
            <RailItem key={`${as} ${place}`} as={as}>
              <span class="rail-main">{item.opcode} </span>
              <span class="rail-more">of caller {item.of}</span>
            </RailItem>
          )}
        </Rails>
      </div>
      <div class="sutra-way is-to-client">
        <p class="sutra-to">replies and events</p>
        <Rails all={placed(now.answers, was.answers)} out="left" places={room}>
          {({ item, as, place }) => (
            <RailItem key={`${as} ${place}`} as={as} is={item.is === 'event' && 'is-event'}>
              <span class="rail-main">{item.opcode} </span>
              <span class="rail-more">{item.is === 'event' ? `event, of ${item.of}` : `to caller ${item.of}`}</span>
            </RailItem>
          )}
        </Rails>
      </div>
    </div>
  );
}

const columns = [callerIs, ranFor, windowOf] as const;

function Callers({ now, was, callers, caption }: Props & { readonly caption: string }) {
  return (
    <table class="sutra-table">
      <caption class="visually-hidden">{`Callers ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Caller</th>
          <th scope="col">State</th>
          <th scope="col">Service ran</th>
          <th scope="col">Window</th>
        </tr>
      </thead>
      <tbody>
        {now.callers.map((caller, i) => {
          const cells = columns.map((of) => ({ is: of(caller), before: of(was.callers[i]!) }));
          const isBroken = callers.includes(i);
          return (
            <tr key={i} class={classes(cells.some(({ is, before }) => is !== before) && 'is-changed', isBroken && 'is-broken')}>
              <th scope="row">
                {isBroken && <Violated />}
                {i}
              </th>
              {cells.map(({ is, before }, column) => (
                <td key={column}>
                  {is}
                  {is !== before && <span class="was"> was: {before}</span>}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export const view: View<Model> = { Picture, words };
