/**
 * The start of the apps: a row an app, in the order of the list, with what it exports and needs. A hollow mark is declared,
 * a filled one has its channel. An arc goes from each app to a server that has, or will receive, the other end; one that ends in a cross goes to nobody.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { Facts } from '../../../drawing/Facts.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, same } from '../../../drawing/words.ts';
import { appIs, bootIs, channelsOf, lostOf, needs, rivalOf, words, type App, type Model, type Start } from './apps.ts';

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const was = before ?? now;
  const blamed = brokenRows(broken, 'app');
  return (
    <div class="startup">
      <div class="startup-apps">
        <table>
          <caption class="visually-hidden">{`Apps ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">App</th>
              <th scope="col">Exports</th>
              <th scope="col">Needs</th>
            </tr>
          </thead>
          <tbody>
            {now.apps.map((it, i) => (
              <AppRow key={i} index={i} it={it} was={was.apps[i]!} goesTo={rivalOf(now, i)} isBroken={blamed.includes(i)} />
            ))}
          </tbody>
        </table>
        <Channels now={now} was={was} />
      </div>
      <Facts
        caption={`The boot ${caption}`}
        facts={[
          {
            name: 'The boot',
            now: bootIs(now),
            was: bootIs(was),
            isBroken: breaks(broken, 'a boot that stops names a service that nobody exports, and who needs it'),
          },
        ]}
      />
    </div>
  );
}

/** Units of the drawing: a row of the table is as high as the style sheet makes it where there is room. */
const ROW = 84;
const WIDTH = 48;

/** The channels between apps, in the end margin of the table, from the client to the server. */
function Channels({ now, was }: { readonly now: Start; readonly was: Start }) {
  const had = channelsOf(was);
  return (
    <svg class="arcs" viewBox={`0 0 ${WIDTH} ${now.apps.length * ROW}`} aria-hidden="true">
      {channelsOf(now).map((it) => (
        <OneChannel key={`${it.from} ${it.to}`} {...it} isNew={!had.some((each) => same(each, it))} />
      ))}
      {lostOf(now).map((from) => (
        <g key={from} class="arc arc-broken">
          <path class="arc-line" d={`M4 ${leavesAt(from)}h28`} />
          <circle class="arc-end" cx={4} cy={leavesAt(from)} r="3" />
          <path class="arc-cross" d={`M32 ${leavesAt(from) - 5}l10 10m0-10l-10 10`} />
        </g>
      ))}
    </svg>
  );
}

/** An app may be a client and a server: what it asks leaves below the middle of its row, what it is asked arrives above it. */
const leavesAt = (app: number) => (app + 0.5) * ROW + 7;

function OneChannel({ from, to, isNew }: { readonly from: number; readonly to: number; readonly isNew: boolean }) {
  const [leaves, arrives] = [leavesAt(from), (to + 0.5) * ROW - 7];
  const reach = 22 + 10 * Math.min(Math.abs(to - from), 3);
  return (
    <g class={classes('arc', isNew ? 'arc-new' : 'arc-kept')}>
      <path class="arc-line" pathLength={1} d={`M4 ${leaves}C${reach} ${leaves} ${reach} ${arrives} 11 ${arrives}`} />
      <circle class="arc-end" cx={4} cy={leaves} r="3" />
      <path class="arc-end" d={`M4 ${arrives}l8-3.75v7.5z`} />
    </g>
  );
}

interface RowProps {
  readonly index: number;
  readonly it: App;
  readonly was: App;
  /** The app to which the clients of its service go instead. */
  readonly goesTo: number | null;
  readonly isBroken: boolean;
}

function AppRow({ index, it, was, goesTo, isBroken }: RowProps) {
  return (
    <tr class={classes(!same(it, was) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {index}
        <span class={classes('startup-bar', `is-${it.state}`, appIs(it) !== appIs(was) && 'is-changed')} aria-hidden="true" />
        <span class="startup-says">
          {appIs(it)}
          {appIs(it) !== appIs(was) && <span class="was"> was: {appIs(was)}</span>}
        </span>
      </th>
      <td>
        {it.exports === null ? (
          <span class="startup-says">nothing</span>
        ) : (
          <Mark
            service={it.exports}
            isFull={it.state !== 'listed'}
            isChanged={was.exports === null || (it.state !== 'listed') !== (was.state !== 'listed')}
            says={it.state === 'listed' ? 'no channel yet' : 'its channel is made'}
          />
        )}
        {goesTo !== null && <span class="startup-says">clients go to app {goesTo}</span>}
        <Connects it={it} was={was} />
      </td>
      <td>
        {it.needs.length === 0 && <span class="startup-says">nothing</span>}
        {needs(it).map(({ service, isMet }) => (
          <Mark
            key={service}
            service={service}
            isFull={isMet}
            isChanged={!was.needs.includes(service) || isMet !== was.has.includes(service)}
            says={isMet ? 'has a channel' : 'no channel yet'}
          />
        ))}
      </td>
    </tr>
  );
}

interface MarkProps {
  readonly service: number;
  readonly isFull: boolean;
  readonly isChanged: boolean;
  readonly says: string;
}

const Mark = ({ service, isFull, isChanged, says }: MarkProps) => (
  <span class={classes('startup-mark', isFull && 'is-full', isChanged && 'is-changed')}>
    service {service}
    <span class="visually-hidden">, {says}</span>
  </span>
);

/** What the server has received, and what still waits on its startup channel. */
function Connects({ it, was }: Pick<RowProps, 'it' | 'was'>) {
  const [is, before] = [connectsOf(it), connectsOf(was)];
  if (is === '' && before === '') return null;
  return (
    <span class="startup-says">
      {is || 'no Connect'}
      {is !== before && <span class="was"> was: {before || 'none'}</span>}
    </span>
  );
}

const connectsOf = ({ connects, serves }: App): string =>
  [
    ...(connects.length > 0 ? [`Connect of app ${listed(connects)} waits`] : []),
    ...(serves.length > 0 ? [`serves app ${listed(serves)}`] : []),
  ].join('; ');

export const view: View<Model> = { Picture, words };
