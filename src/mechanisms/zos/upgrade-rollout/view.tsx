/**
 * The rollout as lanes, one a network: the version that its link names, two gates, and below them the nodes. The line of a lane is whole as far as
 * that version may go; an open gate has a gap. A package is filled when it is of the new version.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import { gateOf, networks, nodeIs, packages, words, type Grid, type Model, type Network } from './grid.ts';

interface Props {
  readonly now: Grid;
  readonly was: Grid;
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const blamed = brokenRows(broken, 'node');
  return (
    <table class="rollout">
      <caption class="visually-hidden">{`Networks ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Network</th>
          <th scope="col">Link</th>
          <th scope="col">Registrar</th>
          <th scope="col">Flag</th>
        </tr>
      </thead>
      {networks.map((on) => (
        <Lane key={on} on={on} {...props} blamed={blamed} />
      ))}
    </table>
  );
}

function Lane({ on, now, was, blamed }: Props & { readonly on: Network; readonly blamed: readonly number[] }) {
  const gates = (['registrar', 'flag'] as const).map((gate) => gateOf(now, on, gate));
  return (
    <tbody class="lane">
      <tr class={classes('lane-gates', !same(now[on], was[on]) && 'is-changed')}>
        <th scope="row">{on}</th>
        <td>
          <span class={classes('lane-link', now[on].link === 2 && 'is-new', now[on].link !== was[on].link && 'is-changed')}>
            {now[on].link}
          </span>
          {now[on].link !== was[on].link && <span class="was"> was {was[on].link}</span>}
          <span class="track is-going" aria-hidden="true" />
        </td>
        {(['registrar', 'flag'] as const).map((gate, i) => (
          <Gate key={gate} now={gates[i]!} was={gateOf(was, on, gate)} isReached={gates.slice(0, i).every((each) => each.isOpen)} />
        ))}
      </tr>
      <tr class="lane-nodes">
        <td colSpan={4}>
          <ul>
            {now.nodes.map((it, i) => it.on === on && <NodeCard key={i} index={i} now={now} was={was} isBroken={blamed.includes(i)} />)}
          </ul>
        </td>
      </tr>
    </tbody>
  );
}

interface GateProps {
  readonly now: ReturnType<typeof gateOf>;
  readonly was: ReturnType<typeof gateOf>;
  /** The gates before it are open. */
  readonly isReached: boolean;
}

function Gate({ now, was, isReached }: GateProps) {
  return (
    <td>
      {now.says}
      {now.says !== was.says && <span class="was"> was: {was.says}</span>}
      <span
        class={classes('track', isReached && now.isOpen && 'is-going', !now.isNone && (now.isOpen ? 'is-open' : 'is-shut'))}
        aria-hidden="true"
      />
    </td>
  );
}

function NodeCard({ index, now, was, isBroken }: Props & { readonly index: number; readonly isBroken: boolean }) {
  const [it, old] = [now.nodes[index]!, was.nodes[index]!];
  const [is, before] = [nodeIs(now, it), nodeIs(was, old)];
  return (
    <li class={classes('grid-node', !same(it, old) && 'is-changed', isBroken && 'is-broken')}>
      <span>
        {isBroken && <Violated />}
        node {index}
        {it.isListed && ', test farm'}
      </span>
      <span class="grid-packs">
        {packages.map((name) => (
          <span key={name} class={classes('grid-pack', it[name] === 2 && 'is-new', it[name] !== old[name] && 'is-changed')}>
            {name} {it[name]}
          </span>
        ))}
      </span>
      <span class="grid-says">
        tag {it.tag}, {is}
        {(it.tag !== old.tag || is !== before) && (
          <span class="was">
            {' '}
            was: tag {old.tag}, {before}
          </span>
        )}
      </span>
    </li>
  );
}

export const view: View<Model> = { Picture, words };
