/**
 * The boot graph: a box a unit, in layers, and a line from each to what comes after it, drawn through once the first is up. Where there is
 * room the layers go from left to right, on a phone from top to bottom. The boxes say all of it in words; the lines are hidden from readers without eyes.
 */
import { Facts } from '../../../drawing/Facts.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed } from '../../../drawing/words.ts';
import {
  type Boot,
  brokenUnits,
  drawnEdge,
  type Edge,
  edgesOf,
  flat,
  isUp,
  kindOf,
  lengthOf,
  lineOf,
  type Model,
  places,
  type Size,
  upright,
  widthOf,
  words,
} from './graph.ts';
import { afterOf, type Unit, units } from './model.ts';

interface Props {
  readonly now: Boot;
  readonly was: Boot;
  readonly broken: readonly Unit[];
}

function Picture({ now, before, broken, caption, config: { mishaps } }: PictureProps<Model>) {
  const was = before ?? now;
  const props: Props = {
    now,
    was,
    broken: brokenUnits(
      now,
      broken.map(({ rule }) => rule),
    ),
  };
  return (
    <div class="boot-graph">
      <div class="boot-plan">
        <Lines {...props} size={flat} />
        <Lines {...props} size={upright} />
        <ul>
          {units.map((it) => (
            <UnitBox key={it} it={it} {...props} />
          ))}
        </ul>
      </div>
      <Facts
        caption={`Boot graph ${caption}`}
        facts={[
          { name: 'Added line', now: lineOf(now), was: lineOf(was) },
          { name: 'Mishaps', now: now.mishaps, was: was.mishaps, of: mishaps, isCount: true },
        ]}
      />
    </div>
  );
}

function UnitBox({ it, now, was, broken }: Props & { readonly it: Unit }) {
  const isBroken = broken.includes(it);
  const changes = now[it] !== was[it];
  return (
    <li
      class={classes(
        'boot-unit',
        `is-${now[it]}`,
        isUp(now, it) && 'is-up',
        places[it][1] === 1 && `is-beside is-${it}`,
        (changes || kindOf(now, it) !== kindOf(was, it)) && 'is-changed',
        isBroken && 'is-broken',
      )}
    >
      <span class="boot-name">
        {isBroken && <Violated />}
        {it}
      </span>
      <span class="boot-state">{now[it]}</span>
      <span class="boot-kind">{changes ? `was ${was[it]}` : kindOf(now, it)}</span>
      <span class="visually-hidden">
        , {changes && `${kindOf(now, it)}, `}comes after {listed(afterOf(it, now.line)) || 'none of these'}
      </span>
    </li>
  );
}

function Lines({ now, was, broken, size }: Props & { readonly size: Size }) {
  const [width, height] = size.isUpright ? [widthOf(size), lengthOf(size)] : [lengthOf(size), widthOf(size)];
  return (
    <svg
      class={size.isUpright ? 'is-upright' : 'is-flat'}
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / 16}rem`}
      height={`${height / 16}rem`}
      aria-hidden="true"
    >
      {edgesOf(now).map((edge) => (
        <OneLine
          key={`${edge.from} ${edge.to}`}
          edge={edge}
          size={size}
          isOpen={isUp(now, edge.from)}
          isNew={edge.isAdded && was.line === null}
          isBroken={broken.includes(edge.to) && !isUp(now, edge.from)}
        />
      ))}
    </svg>
  );
}

interface LineProps {
  readonly edge: Edge;
  readonly size: Size;
  readonly isOpen: boolean;
  readonly isNew: boolean;
  readonly isBroken: boolean;
}

function OneLine({ edge, size, isOpen, isNew, isBroken }: LineProps) {
  const { line, head } = drawnEdge(edge, size);
  const as = isBroken ? 'arc-broken' : isNew ? 'arc-new' : isOpen ? 'arc-kept' : 'is-waiting';
  return (
    <g class={classes('arc', as, edge.isAdded && 'is-added')}>
      <path class="arc-line" pathLength={isNew ? 1 : undefined} d={line} />
      <path class="arc-end" d={head} />
    </g>
  );
}

export const view: View<Model> = { Picture, words };
