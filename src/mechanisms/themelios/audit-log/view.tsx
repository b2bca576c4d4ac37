/**
 * The audit log as a dial beside tables. A place of the ring stands where it is, its number in it; an arc joins an
 * entry to the one that follows it, so a number that is missing is a missing arc. The short hand points to the place
 * that is written next; the bold arcs of the outer track lie over what the reader has read.
 */
import { useId } from 'preact/hooks';
import type { StateOf } from '../../../engine/language.ts';
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { arc, Crossed, Dial, LongHand, Pivot, point, ShortHand } from '../../../drawing/Dial.tsx';
import { type Fact, Facts } from '../../../drawing/Facts.tsx';
import { OrbitName } from '../../../drawing/Orbits.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

type Model = typeof model;
type Log = StateOf<Model>;

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);
const indexAfter = (log: Log, i: number) => (i + 1) % log.entries.length;
/** The places of the entries that were changed; the rule that the reader believes none of them names no places itself. */
const changedIn = (log: Log) => [...log.entries.keys()].filter((i) => log.entries[i]!.changed);

const words: View<Model>['words'] = {
  'a call is recorded before it is carried out': ({ now }) => `Calls carried out: ${now.carriedOut}. Calls recorded: ${now.recorded}.`,
  'numbers rise by one from entry to entry': ({ now, rows }) =>
    sentences(rows('entry'), (i) => `After number ${now.entries[i]!.number} comes number ${now.entries[indexAfter(now, i)]!.number}.`),
  'a reader can tell how many entries were lost': ({ now: { gap, lost } }) =>
    `The reader found ${entries(gap)} missing. In truth, ${entries(lost)} ${lost === 1 ? 'was' : 'were'} lost.`,
  'a reader does not believe an entry that was changed': ({ now }) =>
    sentences(changedIn(now), (i) => `The entry at place ${i} was changed after it was written, and the reader took it for true.`),
};

const RING = 100;
const TRACK = 158;
const DISC = 27;

const angleOf = (i: number, places: number) => Math.round(30 + (i * 360) / places);

function Picture({ now, before, broken, caption, config, step = 0 }: PictureProps<Model>) {
  const was = before ?? now;
  const isChained = config.chained === 1;
  const skips = brokenRows(broken, 'entry', 'numbers rise by one from entry to entry');
  const blamed = [...skips, ...(breaks(broken, 'a reader does not believe an entry that was changed') ? changedIn(now) : [])];
  return (
    <div class="audit">
      <div class="audit-board">
        <Ring now={now} was={was} skips={skips} blamed={blamed} step={step} />
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
            {now.entries.map((_, i) => (
              <EntryRow key={i} index={i} now={now} was={was} isChained={isChained} isBroken={blamed.includes(i)} />
            ))}
          </tbody>
        </table>
        <Facts caption={`Calls and the reader ${caption}`} facts={factsOf(now, was, broken, config.calls)} />
      </div>
    </div>
  );
}

const readerOf = ({ seen }: Log) => (seen === 0 ? 'nothing' : `up to ${seen}`);
const missingOf = ({ alarm, gap }: Log) => (alarm ? 'an entry that does not fit' : gap > 0 ? `${entries(gap)} missing` : 'nothing amiss');

/** `most` calls can be made in a run. */
function factsOf(now: Log, was: Log, broken: PictureProps<Model>['broken'], most: number): Fact[] {
  const early = breaks(broken, 'a call is recorded before it is carried out');
  const believes = breaks(broken, 'a reader does not believe an entry that was changed');
  const miscounts = breaks(broken, 'a reader can tell how many entries were lost');
  const unread = now.missed > 0 ? { note: `${entries(now.missed)} overwritten unread` } : {};
  return [
    { name: 'Calls recorded', now: now.recorded, was: was.recorded, isCount: true, of: most, isBroken: early },
    { name: 'Calls carried out', now: now.carriedOut, was: was.carriedOut, isCount: true, of: most, isBroken: early },
    { name: 'Reader has read', now: readerOf(now), was: readerOf(was), ...unread, isBroken: believes },
    { name: 'Reader has found', now: missingOf(now), was: missingOf(was), isBroken: miscounts },
  ];
}

interface RingProps {
  readonly now: Log;
  readonly was: Log;
  /** The entries that the next one does not follow, though it should. */
  readonly skips: readonly number[];
  /** The entries that break a rule. */
  readonly blamed: readonly number[];
  readonly step: number;
}

function Ring({ now, was, skips, blamed, step }: RingProps) {
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
        <Link key={i} from={i} log={now} isBroken={skips.includes(i)} />
      ))}
      <ShortHand angle={angleOf(now.next, places)} reach={RING - DISC - 3} isOpen={false} />
      <LongHand step={step} />
      <Pivot />
      <OrbitName name="read" id={`${id}-read`} radius={TRACK} />
      {now.entries.map((_, i) => (
        <PlaceDisc key={i} index={i} now={now} was={was} isBroken={blamed.includes(i)} />
      ))}
    </Dial>
  );
}

/** From an entry to the one after it, crossed when its number should follow and does not; from the newest and from an empty place, nothing. */
function Link({ from, log, isBroken }: { readonly from: number; readonly log: Log; readonly isBroken: boolean }) {
  const places = log.entries.length;
  if (log.entries[from]!.number === 0 || indexAfter(log, from) === log.next) return null;
  const start = angleOf(from, places) + 17;
  const end = angleOf(from, places) + 360 / places - 17;
  const { x, y } = point((start + end) / 2, RING);
  return (
    <g class={classes('link', isBroken && 'is-broken')}>
      <path class="link-line" d={arc(start, end, RING)} />
      {isBroken && <Crossed x={x} y={y} />}
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

/** What a place holds, in words; with the chain, also which digest it was written after. */
function stateOf(log: Log, i: number, isChained: boolean): string {
  const { number, operation, before, changed } = log.entries[i]!;
  if (number === 0) return 'empty';
  const chain = isChained ? `, after digest ${before}` : '';
  return `${operation}, ${number <= log.seen ? 'read' : 'not read'}${changed ? ', changed in place' : ''}${chain}`;
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

export const view: View<Model> = { Picture, words };
