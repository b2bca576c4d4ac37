/**
 * The capability space: one row a slot, derivations as arcs in the end margin, the remembered handle below. It is a real table; the arcs
 * repeat what its last column says.
 */
import type { StateOf } from '../../../engine/language.ts';
import { brokenRows } from '../../../drawing/broken.ts';
import { Glyph, type GlyphName } from '../../../drawing/Glyph.tsx';
import { StandingLine } from '../../../drawing/StandingLine.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { Arcs, type Arc } from '../../../drawing/Arcs.tsx';
import { classes, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

type Model = typeof model;
type Space = StateOf<Model>;
type Slot = Space['slots'][number];
type Handle = Space['handles'][number];

const RIGHTS = ['read', 'write', 'grant'] as const;

/** The rights of a slot that the one it was granted from lacks. */
const excess = ({ slots }: Space, { parent, rights }: Slot) => rights.filter((right) => !slots[parent ?? -1]?.rights.includes(right));

const whyLeft = ({ parent, cutOff }: Slot) =>
  cutOff
    ? `What it was granted from was removed, so revoke did not find it from slot ${parent}, which is gone.`
    : `Its parent, slot ${parent}, is gone.`;

const words: View<Model>['words'] = {
  'rights never grow down a derivation': ({ now, rows }) =>
    sentences(rows('slot'), (i) => {
      const slot = now.slots[i]!;
      return `Slot ${i} may ${excess(now, slot).join(' and ')}. Its parent, slot ${slot.parent}, may not.`;
    }),
  'revoke reaches every descendant': ({ now, rows }) =>
    sentences(rows('slot'), (i) => `Slot ${i} still holds a capability. ${whyLeft(now.slots[i]!)}`),
  'a stale handle is refused': ({ now, rows }) =>
    sentences(
      rows('handle'),
      (i) => `The handle got through to slot ${now.handles[i]!.to}, although the capability it was taken for is gone.`,
    ),
  'a handle fits while its capability lives': ({ now, rows }) =>
    sentences(rows('handle'), (i) => {
      const { to, generation } = now.handles[i]!;
      return `Slot ${to} is at generation ${now.slots[to!]!.generation}, for which the handle has no room: it says ${generation}, and is refused.`;
    }),
};

function arcsOf(now: Space, before: Space | undefined, broken: readonly number[]): Arc[] {
  const linked = (space: Space | undefined, i: number) => space?.slots[i]?.parent ?? null;
  return now.slots.flatMap((slot, to): Arc[] => {
    const from = slot.parent;
    const was = before ? linked(before, to) : from;
    const gone: Arc[] = was !== null && was !== from ? [{ from: was, to, as: 'gone' }] : [];
    if (from === null) return gone;
    return [...gone, { from, to, as: broken.includes(to) ? 'broken' : slot.cutOff ? 'cut' : was === from ? 'kept' : 'new' }];
  });
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const slots = brokenRows(broken, 'slot');
  const handles = brokenRows(broken, 'handle');
  return (
    <div class="space">
      <div class="space-slots">
        <table class="slots">
          <caption class="visually-hidden">{`Slots ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">Slot</th>
              <th scope="col">
                <abbr title="Generation">Gen.</abbr>
              </th>
              <th scope="col">Holds</th>
              <th scope="col">Rights</th>
              <th scope="col" class="slot-from">
                <span>Derived </span>from
              </th>
            </tr>
          </thead>
          <tbody>
            {now.slots.map((slot, i) => (
              <SlotRow key={i} index={i} slot={slot} was={before?.slots[i] ?? slot} isBroken={slots.includes(i)} />
            ))}
          </tbody>
        </table>
        <Arcs rows={now.slots.length} arcs={arcsOf(now, before, slots)} />
      </div>
      {now.handles.map((handle, i) => (
        <HandleLine key={i} handle={handle} was={before?.handles[i] ?? handle} space={now} isBroken={handles.includes(i)} />
      ))}
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly slot: Slot;
  readonly was: Slot;
  readonly isBroken: boolean;
}

function SlotRow({ index, slot, was, isBroken }: RowProps) {
  const changed = JSON.stringify(slot) !== JSON.stringify(was);
  const turned = slot.generation !== was.generation;
  return (
    <tr class={classes('slot', changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">{index}</th>
      <td>
        <span class={`window${turned ? ' is-changed' : ''}`}>{slot.generation}</span>
        {turned && <span class="was"> was {was.generation}</span>}
      </td>
      <td class={slot.live ? 'slot-holds' : 'slot-holds is-empty'}>
        {slot.live ? 'capability' : was.live ? 'cleared' : 'empty'}
        {slot.live && !was.live && <span class="was"> was empty</span>}
        {slot.cutOff && <span class="slot-cut"> cut off</span>}
      </td>
      <td class="rights">
        <span class="visually-hidden">
          {slot.rights.join(', ') || 'none'}
          {slot.rights.join() !== was.rights.join() && `, was ${was.rights.join(', ') || 'none'}`}
        </span>
        {RIGHTS.map((right) => (
          <RightCell key={right} right={right} held={slot.rights.includes(right)} was={was.rights.includes(right)} />
        ))}
      </td>
      <td>
        <span class="visually-hidden">
          {derivedFrom(slot)}
          {slot.live && slot.parent !== was.parent && `, was ${derivedFrom(was)}`}
        </span>
      </td>
    </tr>
  );
}

const derivedFrom = ({ parent, cutOff }: Slot) => (parent === null ? 'none' : `slot ${parent}${cutOff ? ', cut off from it' : ''}`);

function RightCell({ right, held, was }: { readonly right: string; readonly held: boolean; readonly was: boolean }) {
  const state = held ? ' is-held' : was ? ' is-gone' : '';
  return (
    <span class={`right${state}`} aria-hidden="true">
      {held || was ? right.charAt(0).toUpperCase() : ''}
    </span>
  );
}

interface HandleProps {
  readonly handle: Handle;
  readonly was: Handle;
  readonly space: Space;
  readonly isBroken: boolean;
}

function HandleLine({ handle, was, space, isBroken }: HandleProps) {
  const { glyph, says } = standing(handle, space);
  const changed = JSON.stringify(handle) !== JSON.stringify(was);
  return (
    <StandingLine isChanged={changed} isBroken={isBroken} is={handle.to === null && was.to === null && 'is-unused'}>
      <span class="handle-name">Remembered handle</span>
      <span class="window">{handle.to === null ? '\u2013' : `${handle.to} \u00b7 ${handle.generation}`}</span>
      <span class={`handle-says is-${glyph}`}>
        <Glyph name={glyph} /> {says}
      </span>
    </StandingLine>
  );
}

function standing({ to, generation, outlived, worked }: Handle, { slots }: Space): { readonly glyph: GlyphName; readonly says: string } {
  const slot = to === null ? undefined : slots[to];
  if (!slot) return { glyph: 'planned', says: 'none taken yet' };
  if (outlived && worked) return { glyph: 'violated', says: 'got through, though stale' };
  if (!outlived && slot.generation !== generation) return { glyph: 'violated', says: `does not fit: slot ${to} is at ${slot.generation}` };
  if (slot.generation !== generation) return { glyph: 'refused', says: `stale: slot ${to} is at ${slot.generation}` };
  if (!slot.live) return { glyph: 'refused', says: `slot ${to} is empty` };
  if (worked) return { glyph: 'holds', says: 'its last use got through' };
  return { glyph: 'planned', says: `current: slot ${to} is at ${slot.generation}` };
}

export const view: View<Model> = { Picture, words };
