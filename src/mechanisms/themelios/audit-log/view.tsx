/**
 * The audit log as a dial beside tables. A place of the ring stands where it is, its number in it; an arc joins an
 * entry to the one that follows it, so a number that is missing is a missing arc. The short hand points to the place
 * that is written next; the bold arcs of the outer track lie over what the reader has read.
 */
import { useId } from 'preact/hooks';
import { type NamedProps as PictureProps, withNames } from '../../../drawing/named-rules.ts';
import { model } from './model.ts';
import { blamedPlaces, explain, factsOf, following, logIn, stateOf, type Log } from './view-rules.ts';
import { arc, Crossed, Dial, LongHand, Pivot, point, ShortHand } from '../../../drawing/Dial.tsx';
import { Facts } from '../../../drawing/Facts.tsx';
import { OrbitName } from '../../../drawing/Orbits.tsx';
import { classes } from '../../../drawing/words.ts';

const RING = 100;
const TRACK = 158;
const DISC = 27;

const angleOf = (i: number, places: number) => Math.round(30 + (i * 360) / places);

function Picture({ now, before, broken, caption, config, step = 0 }: PictureProps) {
  const log = logIn(now);
  const isChained = config['chained'] === 1;
  const was = before ? logIn(before) : log;
  const blame = blamedPlaces(log, broken);
  return (
    <div class="audit">
      <div class="audit-board">
        <Ring now={log} was={was} blame={blame} step={step} />
        <table class="audit-entries">
          <caption class="visually-hidden">{`Entries ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">No.</th>
              <th scope="col">Entry</th>
            </tr>
          </thead>
          <tbody>
            {log.entries.map((_, i) => (
              <EntryRow key={i} index={i} now={log} was={was} isChained={isChained} isBroken={blame.includes(i)} />
            ))}
          </tbody>
        </table>
        <Facts caption={`Calls and the reader ${caption}`} facts={factsOf(log, was, broken, Number(config['calls']))} />
      </div>
    </div>
  );
}

interface RingProps {
  readonly now: Log;
  readonly was: Log;
  readonly blame: readonly number[];
  readonly step: number;
}

function Ring({ now, was, blame, step }: RingProps) {
  const id = useId();
  const places = now.entries.length;
  const share = 180 / places - 6;
  return (
    <Dial step={step}>
      <circle class="orbit orbit-blocked" r={TRACK} />
      {now.entries.map(({ number }, i) => {
        const at = angleOf(i, places);
        return number > 0 && number <= now.seen && <path key={i} class="read-arc" d={arc(at - share, at + share, TRACK)} />;
      })}
      {now.entries.map((_, i) => (
        <Link key={i} from={i} log={now} isBroken={blame.includes(i)} />
      ))}
      <ShortHand angle={angleOf(now.next, places)} reach={RING - DISC - 3} isOpen={false} />
      <LongHand step={step} />
      <Pivot />
      <OrbitName name="read" id={`${id}-read`} radius={TRACK} />
      {now.entries.map((_, i) => (
        <PlaceDisc key={i} index={i} now={now} was={was} isBroken={blame.includes(i)} />
      ))}
    </Dial>
  );
}

/** From an entry to the one after it: joined when its number follows, crossed when it should and does not. */
function Link({ from, log, isBroken }: { readonly from: number; readonly log: Log; readonly isBroken: boolean }) {
  const places = log.entries.length;
  const link = following(log, from);
  if (link === 'none') return null;
  const start = angleOf(from, places) + 17;
  const end = angleOf(from, places) + 360 / places - 17;
  const { x, y } = point((start + end) / 2, RING);
  return (
    <g class={classes('link', link === 'broken' && isBroken && 'is-broken')}>
      <path class="link-line" d={arc(start, end, RING)} />
      {link === 'broken' && <Crossed x={x} y={y} />}
    </g>
  );
}

interface PlaceProps {
  readonly index: number;
  readonly now: Log;
  readonly was: Log;
  readonly isBroken: boolean;
}

function PlaceDisc({ index, now, was, isBroken }: PlaceProps) {
  const { number, operation, changed } = now.entries[index]!;
  const before = was.entries[index]!;
  const isNew = number !== before.number || operation !== before.operation;
  const { x, y } = point(angleOf(index, now.entries.length), RING);
  const overwritten = before.number > 0 && number !== before.number;
  return (
    <g class={classes('place', number === 0 && 'is-empty', isNew && 'is-new', isBroken && 'is-broken')} transform={`translate(${x} ${y})`}>
      {overwritten && <circle class="place-ghost" r={DISC + 6} />}
      <circle class="place-disc" r={DISC} />
      <text class="planet-label" dy="0.34em">
        {number > 0 ? number : ''}
      </text>
      {changed && (
        <text class="place-note" y={DISC + 14} dy="0.35em">
          changed
        </text>
      )}
      {isBroken && <Crossed x={25} y={-23} />}
    </g>
  );
}

function EntryRow({ index, now, was, isChained, isBroken }: PlaceProps & { readonly isChained: boolean }) {
  const [state, wasState] = [stateOf(now, index, isChained), stateOf(was, index, isChained)];
  const [number, wasNumber] = [now.entries[index]!.number, was.entries[index]!.number];
  const changed = state !== wasState || number !== wasNumber;
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">{index}</th>
      <td>
        <span class={classes('window', number !== wasNumber && 'is-changed')}>{number || '\u2013'}</span>
      </td>
      <td>
        {state}
        {index === now.next && <span class="fact-note"> (next)</span>}
        {changed && <span class="was"> was {wasNumber > 0 && wasNumber !== number ? `${wasNumber}, ${wasState}` : wasState}</span>}
      </td>
    </tr>
  );
}

export const view = withNames({ Picture, explain: (rule, now) => explain(rule, logIn(now)) }, Object.keys(model.model.always));
