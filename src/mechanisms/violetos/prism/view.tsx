/**
 * A prism: two buffers as queues. The kernel stands where one is filled, the task where the other is read, and both
 * change sides when the buffers are swapped. Below: what is set aside, the lock, and what becomes of futures and facets.
 */
import type { ComponentChildren } from 'preact';
import { Glyph, type GlyphName } from '../../../drawing/Glyph.tsx';
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { facetIs, taskIs, WAITING, words, type Future, type Inbox, type Invocation, type Model } from './inbox.ts';

interface Props {
  readonly now: Inbox;
  readonly was: Inbox;
  /** The futures and the facets that break a rule, and whether the task does. */
  readonly futures: readonly number[];
  readonly facets: readonly number[];
  readonly oversleeps: boolean;
}

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const props: Props = {
    now,
    was: before ?? now,
    futures: brokenRows(broken, 'future'),
    facets: brokenRows(broken, 'facet'),
    oversleeps: breaks(broken, WAITING),
  };
  return (
    <table class="prism">
      <caption class="visually-hidden">{`Buffers, futures and facets ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Buffer</th>
          <th scope="col">Filled by</th>
          <th scope="col" class="prism-first">
            first in line
          </th>
          <th scope="col">Read by</th>
        </tr>
      </thead>
      <tbody>
        {now.buffers.map((_, i) => (
          <BufferRow key={i} index={i} places={config.places} {...props} />
        ))}
        <AsideRow {...props} />
      </tbody>
      <tbody class="prism-rest">
        <LockRow {...props} />
        <TaskRow {...props} />
        <FutureRow {...props} />
        <FacetRow {...props} />
      </tbody>
    </table>
  );
}

function BufferRow({ index, places, now, was, ...of }: Props & { readonly index: number; readonly places: number }) {
  const { holds } = now.buffers[index]!;
  const had = was.buffers[index]!.holds;
  const isFilled = index === now.filling;
  const changed = !same(holds, had) || now.filling !== was.filling || (!isFilled && now.read !== was.read);
  return (
    <tr class={classes('prism-buffer', changed && 'is-changed')}>
      <th scope="row">{index}</th>
      <td>
        <Side name="kernel" isHere={isFilled} wasHere={index === was.filling} />
      </td>
      <td>
        <Rails all={placed(holds, had)} places={places}>
          {({ item, as, place }) => (
            <RailItem
              key={`${as} ${place} ${item.through} ${item.future}`}
              as={as}
              is={as !== 'gone' && !isFilled && standing(now, place)}
              isBroken={isBroken(item, of)}
            >
              <Inside {...item} />
            </RailItem>
          )}
        </Rails>
      </td>
      <td>
        <Side name="task" isHere={!isFilled} wasHere={index !== was.filling} />
      </td>
    </tr>
  );
}

/** In the buffer of the task: read, the next to be read, one of those after it, or one that the task was not told of. */
function standing({ read, given }: Inbox, place: number): string | undefined {
  if (place < read) return 'is-read';
  if (place >= given) return 'is-untold';
  return place === read ? 'is-next' : undefined;
}

const isBroken = ({ through, future }: Invocation, { futures, facets }: Pick<Props, 'futures' | 'facets'>) =>
  future === null ? facets.includes(through) : futures.includes(future);

function Inside({ through, future }: Invocation) {
  return (
    <>
      <span class="rail-main">facet {through} </span>
      <span class="rail-more">{future === null ? 'dropped' : `future ${future}`}</span>
    </>
  );
}

/** The kernel at the end that is filled, the task at the end that is read. */
function Side({ name, isHere, wasHere }: { readonly name: 'kernel' | 'task'; readonly isHere: boolean; readonly wasHere: boolean }) {
  if (!isHere && !wasHere) return <span class="visually-hidden">nobody</span>;
  return (
    <span class={classes('prism-side', `is-${name}`, !isHere && 'is-gone', isHere && !wasHere && 'is-changed')}>
      {!isHere && <span class="visually-hidden">was </span>}
      {name}
    </span>
  );
}

function AsideRow({ now, was, ...of }: Props) {
  return (
    <tr class={classes('prism-aside', !same(now.aside, was.aside) && 'is-changed')}>
      <th scope="row">aside</th>
      <td />
      <td>
        <Rails all={placed(now.aside, was.aside)}>
          {({ item, as }) => (
            <RailItem key={`${as} ${item}`} as={as} isBroken={isBroken({ through: item, future: null }, of)}>
              <Inside through={item} future={null} />
            </RailItem>
          )}
        </Rails>
      </td>
      <td />
    </tr>
  );
}

interface LineProps {
  readonly name: string;
  readonly changed: boolean;
  readonly isBroken?: boolean;
  /** One of its chips carries the sign of violation. */
  readonly hasSign?: boolean;
  readonly children: ComponentChildren;
}

function Line({ name, changed, isBroken = false, hasSign = false, children }: LineProps) {
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">{name}</th>
      <td colSpan={3}>
        {isBroken && !hasSign && <Violated />}
        {children}
      </td>
    </tr>
  );
}

function LockRow({ now: { writing }, was }: Props) {
  const changed = !same(writing, was.writing);
  return (
    <Line name="Lock" changed={changed}>
      <svg class="prism-lock" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path class="lock-bow" d={writing ? 'M5 8V5a3 3 0 0 1 6 0v3' : 'M5 8V4.5a3 3 0 0 1 6 0'} />
        <path class={writing ? 'lock-body is-held' : 'lock-body'} d="M2.75 8h10.5v6.25H2.75z" />
      </svg>{' '}
      {writing ? `held: facet ${writing.through}, future ${writing.future} on the way to buffer ${writing.into}` : 'free'}
      {changed && <span class="was"> was {was.writing ? 'held' : 'free'}</span>}
    </Line>
  );
}

function TaskRow({ now, was, oversleeps }: Props) {
  const [is, before] = [taskIs(now), taskIs(was)];
  return (
    <Line name="Task" changed={is !== before} isBroken={oversleeps}>
      {is}
      {is !== before && <span class="was"> was {taskWas(now, was)}</span>}
    </Line>
  );
}

/** As much of what was as is different now. */
function taskWas(now: Inbox, was: Inbox): string {
  if (now.task !== was.task) return was.task === 'asleep' ? 'waiting' : was.task;
  return was.given === 0 ? 'given nothing' : `${was.read} of ${was.given}`;
}

const glyphs: Readonly<Record<Future['status'], GlyphName>> = {
  unused: 'planned',
  pending: 'progress',
  resolved: 'complete',
  canceled: 'refused',
};

function FutureRow({ now, was, futures }: Props) {
  return (
    <Line name="Futures" changed={!same(now.futures, was.futures)} isBroken={futures.length > 0} hasSign>
      {now.futures.map(({ status }, i) => (
        <Chip key={i} index={i} glyph={glyphs[status]} is={status} was={was.futures[i]?.status ?? status} isBroken={futures.includes(i)} />
      ))}
    </Line>
  );
}

function FacetRow({ now, was, facets }: Props) {
  return (
    <Line name="Facets" changed={!same(now.facets, was.facets)} isBroken={facets.length > 0} hasSign>
      {now.facets.map((facet, i) => (
        <Chip key={i} index={i} is={facetIs(facet)} was={facetIs(was.facets[i] ?? facet)} isBroken={facets.includes(i)} />
      ))}
    </Line>
  );
}

interface ChipProps {
  readonly index: number;
  readonly glyph?: GlyphName;
  readonly is: string;
  readonly was: string;
  readonly isBroken: boolean;
}

function Chip({ index, glyph, is, was, isBroken }: ChipProps) {
  const shown = isBroken ? 'violated' : glyph;
  return (
    <span class={classes('prism-chip', is !== was && 'is-changed', isBroken && 'is-broken')}>
      <span class="chip-number">{index}</span> {shown && <Glyph name={shown} />} {is}
      {is !== was && <span class="was"> was {was}</span>}
    </span>
  );
}

export const view: View<Model> = { Picture, words };
