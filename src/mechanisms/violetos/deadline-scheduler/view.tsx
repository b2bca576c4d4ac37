/**
 * Each CPU as a lane: what runs, how much of its quantum is left, and its queue as a line of keys, with what is overdue first. The table below
 * says where each task is; so the lanes are hidden from readers without eyes.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes } from '../../../drawing/words.ts';
import { cpuIs, mayBeStolen, places, queuedAt, taskIs, words, type KeyPlace, type Model, type System } from './keys.ts';

interface Props {
  readonly now: System;
  readonly was: System;
  /** The tasks and the CPUs that break a rule. */
  readonly tasks: readonly number[];
  readonly cpus: readonly number[];
  readonly quantum: number;
}

function Picture({ now, before, broken, caption, config: { quantum } }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now, tasks: brokenRows(broken, 'task'), cpus: brokenRows(broken, 'CPU'), quantum };
  return (
    <div class="deadlines">
      <div class="deadline-lanes" aria-hidden="true">
        <p class="deadline-names">
          <span>runs</span>
          {places.map((place) => (
            <span key={place}>{place === 0 ? 'now' : place === 'overdue' ? 'overdue' : `+${place}`}</span>
          ))}
        </p>
        {now.cpus.map((_, i) => (
          <Lane key={i} index={i} {...props} />
        ))}
      </div>
      <table class="deadline-tasks">
        <caption class="visually-hidden">{`CPUs and tasks ${caption}`}</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {now.cpus.map((_, i) => (
            <PartRow key={`cpu ${i}`} name={`CPU ${i}`} is={cpuIs(now, i)} before={cpuIs(props.was, i)} isBroken={props.cpus.includes(i)} />
          ))}
          {now.tasks.map(({ priority }, i) => (
            <PartRow
              key={`task ${i}`}
              name={`Task ${i}`}
              more={priority}
              is={taskIs(now, i)}
              before={taskIs(props.was, i)}
              isBroken={props.tasks.includes(i)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type OneOf = Props & { readonly index: number };

function Lane({ index, now, was, tasks, cpus, quantum }: OneOf) {
  const { runs, left } = now.cpus[index]!;
  const ran = was.cpus[index]!.runs;
  return (
    <div class={classes('deadline-lane', cpus.includes(index) && 'is-broken')}>
      <p class="deadline-runs">
        <span class="deadline-cpu">CPU {index}</span>
        {runs === null ? (
          <span class="deadline-idle">idle</span>
        ) : (
          <Chip index={runs} now={now} isNew={ran !== runs} isBroken={tasks.includes(runs)} />
        )}
        <span class="deadline-quantum">
          {Array.from({ length: runs === null ? 0 : quantum }, (_, i) => (
            <span key={i} class={i < left ? 'is-left' : undefined} />
          ))}
        </span>
      </p>
      {places.map((place) => (
        <KeyCell key={place} at={place} index={index} now={now} was={was} tasks={tasks} />
      ))}
    </div>
  );
}

interface KeyCellProps extends Pick<Props, 'now' | 'was' | 'tasks'> {
  readonly at: KeyPlace;
  readonly index: number;
}

function KeyCell({ at, index, now, was, tasks }: KeyCellProps) {
  const had = queuedAt(was, index, at);
  const has = queuedAt(now, index, at);
  return (
    <p class={classes('deadline-key', at === 'overdue' && 'is-overdue')}>
      {has.map((it) => (
        <Chip key={it} index={it} now={now} isNew={!had.includes(it)} isBroken={tasks.includes(it)} />
      ))}
      {had
        .filter((it) => !has.includes(it))
        .map((it) => (
          <span key={`gone ${it}`} class="deadline-chip is-gone">
            {it}
          </span>
        ))}
    </p>
  );
}

interface ChipProps {
  readonly index: number;
  readonly now: System;
  readonly isNew: boolean;
  readonly isBroken: boolean;
}

/** A task: double-framed when no CPU may steal it, with an arrow when one might. */
function Chip({ index, now, isNew, isBroken }: ChipProps) {
  const { priority } = now.tasks[index]!;
  return (
    <span
      class={classes(
        'deadline-chip',
        priority === 'realtime' && 'is-realtime',
        mayBeStolen(now, index) && 'is-loose',
        isNew && 'is-changed',
        isBroken && 'is-broken',
      )}
    >
      {index}
    </span>
  );
}

interface PartRowProps {
  readonly name: string;
  readonly more?: string;
  readonly is: string;
  readonly before: string;
  readonly isBroken: boolean;
}

function PartRow({ name, more, is, before, isBroken }: PartRowProps) {
  return (
    <tr class={classes(is !== before && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">
        {isBroken && <Violated />}
        {name}
        {more !== undefined && <span class="deadline-more">{more}</span>}
      </th>
      <td>
        {is}
        {is !== before && <span class="was"> was {before}</span>}
      </td>
    </tr>
  );
}

export const view: View<Model> = { Picture, words };
