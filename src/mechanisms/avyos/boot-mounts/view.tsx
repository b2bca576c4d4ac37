/**
 * The mounts as two trees side by side: that of the initramfs, in which early init begins, and that of the real root. What moves leaves its
 * outline in the one and comes to the other along an arrow. Below them the settings in core and state, and the services with their clients.
 */
import type { ComponentChildren } from 'preact';
import { brokenRows } from '../../../drawing/broken.ts';
import { StandingLine } from '../../../drawing/StandingLine.tsx';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import {
  type Boot,
  type Branch,
  branches,
  brokenBranches,
  inInitramfs,
  inRoot,
  type Model,
  type Node,
  runsNow,
  type Service,
  words,
} from './mounts.ts';

interface Props {
  readonly now: Boot;
  readonly was: Boot;
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const badBranches = brokenBranches(
    now,
    broken.map(({ rule }) => rule),
  );
  return (
    <div class="mounts">
      <StandingLine isChanged={now.up !== props.was.up} isBroken={false} is="mounts-runs">
        <span>
          Who runs: <strong>{runsNow(now)}</strong>
        </span>
        {now.up !== props.was.up && <span class="was"> was {runsNow(props.was)}</span>}
      </StandingLine>
      <Table is="trees" caption={`Mounts ${caption}`} heads={['What', 'Initramfs', 'Real root']}>
        {branches.map((it) => (
          <BranchRow key={it} it={it} {...props} isBroken={badBranches.includes(it)} />
        ))}
      </Table>
      <Settings
        {...props}
        caption={caption}
        broken={brokenRows(broken, 'setting', 'a setting that was changed stays changed')}
        lack={broken.some(({ rule }) => rule === 'a service starts with every setting')}
      />
      <Services {...props} caption={caption} broken={brokenRows(broken, 'service')} />
    </div>
  );
}

interface TableProps {
  readonly is: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

const Table = ({ is, caption, heads, children }: TableProps) => (
  <table class={is}>
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

function BranchRow({ it, now, was, isBroken }: Props & { readonly it: Branch; readonly isBroken: boolean }) {
  const [left, right, leftWas, rightWas] = [inInitramfs(now, it), inRoot(now, it), inInitramfs(was, it), inRoot(was, it)];
  const changed = !same([left, right], [leftWas, rightWas]);
  const cell = { isBroken, isRoot: it === 'root' };
  const moves = leftWas.is !== 'none' && left.is === 'none' && right.is !== 'none';
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken', `is-at-${depths[it]}`)}>
      <th scope="row">
        {isBroken && <Violated />}
        {it}
      </th>
      <TreeCell {...cell} now={left} was={leftWas} isOut={moves} goesOn={goesOn(it, (each) => inInitramfs(now, each))} />
      <TreeCell {...cell} now={right} was={rightWas} isIn={moves} goesOn={goesOn(it, (each) => inRoot(now, each))} />
    </tr>
  );
}

/** How deep each lies in its tree. */
const depths: Readonly<Record<Branch, number>> = { root: 0, core: 1, '/proc': 1, '/dev': 1, '/run': 1, sockets: 2 };

/** Whether something that lies on the root of a tree stands below this row. */
const goesOn = (it: Branch, at: (each: Branch) => Node) =>
  branches.slice(branches.indexOf(it) + 1).some((each) => depths[each] === 1 && at(each).is !== 'none');

interface CellProps {
  readonly now: Node;
  readonly was: Node;
  /** It has just moved out of this tree, or into it. */
  readonly isOut?: boolean;
  readonly isIn?: boolean;
  /** Something of this tree stands further below. */
  readonly goesOn: boolean;
  readonly isRoot: boolean;
  readonly isBroken: boolean;
}

/** A box is there, a hatched one lies where nobody finds it, a dashed one has just gone. */
function TreeCell({ now, was, isOut = false, isIn = false, goesOn, isRoot, isBroken }: CellProps) {
  const changed = !same(now, was);
  const gone = now.is === 'none' && was.is !== 'none';
  const shown = gone ? was : now;
  return (
    <td class={classes(!isRoot && goesOn && 'is-trunk', !isRoot && shown.is !== 'none' && 'is-elbow')}>
      {shown.is === 'none' ? (
        <span class="visually-hidden">not there</span>
      ) : (
        <span class={classes('branch', isIn && 'is-moved-in')}>
          <span
            class={classes('mount', gone ? 'is-gone' : `is-${now.is}`, changed && !gone && 'is-changed', isBroken && !gone && 'is-wrong')}
          >
            <code>{shown.path}</code>
          </span>
          {isOut && <span class="move-line" aria-hidden="true" />}
          <span class={isOut ? 'visually-hidden' : 'mount-says'}>
            {gone ? (isOut ? 'moved away' : 'gone') : now.says}
            {changed && !gone && was.is !== 'none' && <span class="was"> was {was.says}</span>}
          </span>
        </span>
      )}
    </td>
  );
}

function Settings({
  now,
  was,
  caption,
  broken,
  lack,
}: Props & { readonly caption: string; readonly broken: readonly number[]; readonly lack: boolean }) {
  return (
    <Table is="boot-settings" caption={`Settings ${caption}`} heads={['Setting', 'In the core', 'In the state']}>
      {now.settings.map(({ is }, i) => {
        const old = was.settings[i]!;
        const isBroken = broken.includes(i) || (lack && is === 'missing');
        return (
          <tr key={i} class={classes(is !== old.is && 'is-changed', isBroken && 'is-broken')}>
            <th scope="row">
              {isBroken && <Violated />}
              {i}
            </th>
            <td>{now.coreChanged ? 'written to' : 'a default'}</td>
            <td>
              <span
                class={classes('setting-there', is === 'missing' ? 'is-none' : is === 'its own' ? 'is-own' : 'is-default')}
                aria-hidden="true"
              />{' '}
              {is}
              {is !== old.is && <span class="was"> was {old.is}</span>}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Services({ now, was, caption, broken }: Props & { readonly caption: string; readonly broken: readonly number[] }) {
  return (
    <Table is="boot-services" caption={`Services ${caption}`} heads={['Service', 'Endpoint', 'Client']}>
      {now.services.map((it, i) => (
        <ServiceRow key={i} index={i} it={it} was={was.services[i]!} isBroken={broken.includes(i)} />
      ))}
    </Table>
  );
}

const endpointOf = ({ is }: Service) => (is === 'listening' ? 'made' : is === 'started' ? 'not made yet' : 'none');
const clientOf = ({ client }: Service) => (client ? 'connected' : 'none');

function ServiceRow({
  index,
  it,
  was,
  isBroken,
}: {
  readonly index: number;
  readonly it: Service;
  readonly was: Service;
  readonly isBroken: boolean;
}) {
  return (
    <tr class={classes(!same(it, was) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {index}, {it.is === 'not started' ? 'not started' : 'started'}
      </th>
      <td>
        <span class={classes('endpoint', it.is === 'listening' && 'is-made')} aria-hidden="true" /> {endpointOf(it)}
        {endpointOf(it) !== endpointOf(was) && <span class="was"> was {endpointOf(was)}</span>}
      </td>
      <td>
        {it.client && <span class="client-line" aria-hidden="true" />}
        {clientOf(it)}
        {it.client !== was.client && <span class="was"> was {clientOf(was)}</span>}
      </td>
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
