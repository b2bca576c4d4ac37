/**
 * The loop as a ring of four places, the one where it stands framed thick; a filled square is the number of a device, at the port where something
 * came, as a bit in the library, as pending in the guest. The table below says the same in words, so the ring is hidden from readers without eyes.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes } from '../../../drawing/words.ts';
import { isAt, isIn, phaseIs, places, rows, words, type Loop, type Model, type Place } from './loop.ts';

interface Props {
  readonly now: Loop;
  readonly was: Loop;
  readonly broken: readonly number[];
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now, broken: brokenRows(broken, 'device') };
  return (
    <div class="microvm">
      <div class="microvm-ring" aria-hidden="true">
        {places.map(({ name, says }) => (
          <PlaceBox key={name} name={name} says={says} {...props} />
        ))}
      </div>
      <p class="microvm-phase">
        Now: {phaseIs(now)}
        {now.phase !== props.was.phase && <span class="was"> was: {phaseIs(props.was)}</span>}
      </p>
      <table class="microvm-devices">
        <caption class="visually-hidden">{`Devices ${caption}`}</caption>
        <thead>
          <tr>
            <td />
            {now.devices.map((_, i) => (
              <th key={i} scope="col">{`Device ${i}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rule, ...row }) => (
            <Row key={row.name} {...row} {...props} broken={rule && breaks(broken, rule) ? props.broken : []} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceBox({ name, says, now, was, broken }: Props & { readonly name: Place; readonly says: string }) {
  const isHere = isAt(now, name);
  return (
    <div class={classes('microvm-place', `is-${name}`, isHere && 'is-here', isHere && !isAt(was, name) && 'is-changed')}>
      <p class="microvm-name">{name}</p>
      <p class="microvm-says">{says}</p>
      <p class="microvm-numbers">
        {now.devices.map((device, i) => {
          const [is, before] = [isIn(name, device), isIn(name, was.devices[i]!)];
          return (
            (is || before) && (
              <span
                key={i}
                class={classes('microvm-number', !is && 'is-gone', is && !before && 'is-changed', is && broken.includes(i) && 'is-broken')}
              >
                {i}
              </span>
            )
          );
        })}
      </p>
    </div>
  );
}

function Row({ name, says, now, was, broken }: Props & Pick<(typeof rows)[number], 'name' | 'says'>) {
  const cells = now.devices.map((_, i) => [says(now, i), says(was, i)] as const);
  return (
    <tr class={classes(cells.some(([is, before]) => is !== before) && 'is-changed', broken.length > 0 && 'is-broken')}>
      <th scope="row">{name}</th>
      {cells.map(([is, before], i) => (
        <td key={i}>
          {broken.includes(i) && <Violated />}
          {is}
          {is !== before && <span class="was"> was {before}</span>}
        </td>
      ))}
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
