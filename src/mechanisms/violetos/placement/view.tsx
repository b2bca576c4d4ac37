/**
 * A map of the two placements: what has a space of its own stands in a heavy frame, and what shares the space of the kernel stands in the frame of
 * the kernel. The table below says the same in words, so the map is hidden from readers without eyes.
 */
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes } from '../../../drawing/words.ts';
import {
  callIs,
  insideOf,
  isInside,
  isKernelCrossed,
  kernelIs,
  partIs,
  partIsThere,
  placementNames,
  words,
  type Both,
  type Model,
} from './map.ts';

interface Props {
  readonly now: Both;
  readonly was: Both;
  /** The parts that break a rule. */
  readonly parts: readonly number[];
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now, parts: brokenRows(broken, 'part') };
  return (
    <div class="placement">
      <div class="placement-map" aria-hidden="true">
        {placementNames.map((name, where) => (
          <Panel key={name} name={name} where={where} {...props} />
        ))}
      </div>
      <table class="placement-words">
        <caption class="visually-hidden">{`Parts and kernel ${caption}`}</caption>
        <thead>
          <tr>
            <td />
            {placementNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {now.parts.map(({ verified }, i) => (
            <Row
              key={i}
              name={`Part ${i}`}
              more={verified ? 'verified' : 'not verified'}
              says={(s, where) => partIsThere(s, where, i)}
              {...props}
              isBroken={props.parts.includes(i)}
            />
          ))}
          <Row name="Kernel" says={kernelIs} {...props} isBroken={placementNames.some((_, where) => isKernelCrossed(now, where))} />
          <Row
            name="Last call"
            says={callIs}
            {...props}
            isBroken={breaks(broken, 'both placements answer alike while nothing has gone wrong')}
          />
        </tbody>
      </table>
    </div>
  );
}

type PanelProps = Props & { readonly where: number };

function Panel({ name, where, ...props }: PanelProps & { readonly name: string }) {
  const { now, was } = props;
  const spoilt = kernelIs(now, where);
  const isSpoilt = spoilt !== 'whole';
  const isCrossed = isKernelCrossed(now, where);
  return (
    <div class="placement-panel">
      <p class="placement-name">{name}</p>
      <div class="placement-outside">
        {now.parts.map((_, i) =>
          isInside(now, where, i) ? (
            !isInside(was, where, i) && <Moved key={i} index={i} />
          ) : (
            <Part key={i} index={i} where={where} {...props} />
          ),
        )}
      </div>
      <div class="placement-kernel">
        {insideOf(now, where).map((i) => (
          <Part key={i} index={i} where={where} {...props} />
        ))}
        <p
          class={classes(
            'placement-part is-core',
            isSpoilt && 'is-spoilt',
            spoilt !== kernelIs(was, where) && 'is-changed',
            isCrossed && 'is-broken',
          )}
        >
          <span class="placement-word is-name">
            {isCrossed && <Violated />}
            kernel
          </span>
          {isSpoilt && <span class="placement-word">{spoilt}</span>}
        </p>
      </div>
      <p class="placement-call">{callIs(now, where)}</p>
    </div>
  );
}

/** Where a part stood that is in the space of the kernel now. */
const Moved = ({ index }: { readonly index: number }) => (
  <p class="placement-part is-apart is-ended">
    <span class="placement-word is-name">part {index}</span>
    <span class="placement-word">was here</span>
  </p>
);

/** In a heavy frame of its own, or in that of the kernel. */
function Part({ index, where, now, was, parts }: PanelProps & { readonly index: number }) {
  const { runs, spoiltBy } = now.parts[index]!;
  const is = partIs(now, where, index);
  const isHurt = isInside(now, where, index) || !runs[where] || spoiltBy[where] !== null;
  const isBroken = isHurt && parts.includes(index);
  return (
    <p
      class={classes(
        'placement-part',
        isInside(now, where, index) ? 'is-inside' : 'is-apart',
        !runs[where] && 'is-ended',
        spoiltBy[where] !== null && 'is-spoilt',
        partIsThere(now, where, index) !== partIsThere(was, where, index) && 'is-changed',
        isBroken && 'is-broken',
      )}
    >
      <span class="placement-word is-name">
        {isBroken && <Violated />}
        part {index}
      </span>
      <span class="placement-word">{is}</span>
    </p>
  );
}

interface RowProps extends Props {
  readonly name: string;
  readonly more?: string;
  readonly says: (s: Both, where: number) => string;
  readonly isBroken: boolean;
}

function Row({ name, more, says, now, was, isBroken }: RowProps) {
  const changed = placementNames.some((_, where) => says(now, where) !== says(was, where));
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {name}
        {more !== undefined && <span class="placement-more">{more}</span>}
      </th>
      {placementNames.map((placement, where) => {
        const [is, before] = [says(now, where), says(was, where)];
        return (
          <td key={placement}>
            {is}
            {is !== before && <span class="was"> was {before}</span>}
          </td>
        );
      })}
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
