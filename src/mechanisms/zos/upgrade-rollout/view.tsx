/**
 * The rollout as lanes, one a network: the version to which the link points, the two gates, and the nodes behind them. The line of a lane goes on
 * as far as the version may go; a package is filled when it is of the new version.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { isNamed, isSafe, networks, nodeIs, packages, words, type Grid, type Model, type Network } from './grid.ts';

interface Props {
  readonly now: Grid;
  readonly was: Grid;
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const blamed = brokenRows(broken, 'node');
  return (
    <ul class="rollout" aria-label={`Networks ${caption}`}>
      {networks.map((on) => (
        <li key={on} class="lane">
          <strong class="lane-name">{on}</strong>
          <Station name="link" is="is-link" {...props} says={(it) => String(it[on].link)} />
          {on === 'dev' ? <span class="station is-free">no gate</span> : <Gates on={on} {...props} />}
          <ul class="lane-nodes">
            {now.nodes.map((it, i) => it.on === on && <NodeCard key={i} index={i} {...props} isBroken={blamed.includes(i)} />)}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Gates({ on, ...props }: Props & { readonly on: Network }) {
  return (
    <>
      <Station
        name="registrar"
        is={isNamed(props.now, on) ? 'is-open' : 'is-shut'}
        {...props}
        says={(it) => `names ${it[on].registrar}: ${isNamed(it, on) ? 'open' : 'shut'}`}
      />
      <Station
        name="flag"
        is={isSafe(props.now, on) ? 'is-open' : 'is-shut'}
        {...props}
        says={(it) => (isSafe(it, on) ? 'safe: open' : 'not safe: list only')}
      />
    </>
  );
}

interface StationProps extends Props {
  readonly name: string;
  readonly is: string;
  readonly says: (it: Grid) => string;
}

function Station({ name, is, now, was, says }: StationProps) {
  const changed = says(now) !== says(was);
  return (
    <span class={classes('station', is, changed && 'is-changed')}>
      <span class="station-name">{name}</span> <span class="station-says">{says(now)}</span>
      {changed && <span class="was"> was {says(was)}</span>}
    </span>
  );
}

function NodeCard({ index, now, was, isBroken }: Props & { readonly index: number; readonly isBroken: boolean }) {
  const [it, old] = [now.nodes[index]!, was.nodes[index]!];
  const [is, before] = [nodeIs(now, it), nodeIs(was, old)];
  return (
    <li class={classes('grid-node', !same(it, old) && 'is-changed', isBroken && 'is-broken')}>
      {isBroken && <Violated />}
      <span class="grid-node-name">
        node {index}
        {it.isListed && ', test farm'}
      </span>
      <span class="grid-packs">
        {packages.map((name) => (
          <span key={name} class={classes('pack', it[name] === 2 && 'is-new', it[name] !== old[name] && 'is-changed')}>
            {name} {it[name]}
            {it[name] !== old[name] && <span class="visually-hidden"> was {old[name]}</span>}
          </span>
        ))}
      </span>
      <span class="grid-says">
        tag {it.tag}
        {it.tag !== old.tag && <span class="was"> was {old.tag}</span>}, {is}
        {is !== before && <span class="was"> was: {before}</span>}
        {it.machine === 'killed' && ', machine killed'}
      </span>
    </li>
  );
}

export const view: View<Model> = { Picture, words };
