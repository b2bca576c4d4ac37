/**
 * A wait as a vector: a column for each future, above them what it is and whom it would wake, and below a row for each task with its
 * entries, its counts in front of the threshold, and the answer. All of it is a table.
 */
import { brokenRows } from '../../../drawing/broken.ts';
import { Violated } from '../../../drawing/Violated.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, same } from '../../../drawing/words.ts';
import {
  countsAre,
  hasWaited,
  registered,
  taskIs,
  thresholdOf,
  toldIs,
  waitIs,
  words,
  type Model,
  type Task,
  type Waiting,
} from './vector.ts';

interface Props {
  readonly now: Waiting;
  readonly was: Waiting;
}

function Picture({ now, before, broken, caption }: PictureProps<Model>) {
  const props: Props = { now, was: before ?? now };
  const tasks = brokenRows(broken, 'task');
  const futures = brokenRows(broken, 'future', 'a future is settled once');
  return (
    <table class="vector">
      <caption class="visually-hidden">{`Futures and waits ${caption}`}</caption>
      <thead>
        <tr>
          <td />
          {now.futures.map((_, i) => (
            <th key={i} scope="col">
              {futures.includes(i) && <Violated />}
              <span class="vector-long">future </span>
              <span class="vector-short" aria-hidden="true">
                f
              </span>
              {i}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <FutureRow name="It is" says={({ futures: all }, i) => all[i]!.status} {...props} broken={futures} />
        <FutureRow name="It would wake" says={registered} {...props} broken={[]} />
      </tbody>
      {now.tasks.map((_, i) => (
        <TaskRows key={i} index={i} {...props} isBroken={tasks.includes(i)} />
      ))}
    </table>
  );
}

interface FutureRowProps extends Props {
  readonly name: string;
  readonly says: (s: Waiting, i: number) => string;
  readonly broken: readonly number[];
}

function FutureRow({ name, says, now, was, broken }: FutureRowProps) {
  const changed = now.futures.some((_, i) => says(now, i) !== says(was, i));
  return (
    <tr class={classes('vector-future', changed && 'is-changed', broken.length > 0 && 'is-broken')}>
      <th scope="row">{name}</th>
      {now.futures.map((_, i) => (
        <td key={i}>
          <Said is={says(now, i)} was={says(was, i)} />
        </td>
      ))}
    </tr>
  );
}

function Said({ is, was }: { readonly is: string; readonly was: string }) {
  return (
    <>
      {is}
      {is !== was && <span class="was"> was {was}</span>}
    </>
  );
}

function TaskRows({ index, now, was, isBroken }: Props & { readonly index: number; readonly isBroken: boolean }) {
  const [it, earlier] = [now.tasks[index]!, was.tasks[index]!];
  const changed = !same(it, earlier);
  const row = (more: string) => classes(more, changed && 'is-changed', isBroken && 'is-broken');
  return (
    <tbody class="vector-task">
      <tr class={row('vector-entries')}>
        <th scope="row">
          {isBroken && <Violated />}
          task {index}
          <span class="vector-more">
            <Said is={taskIs(it)} was={taskIs(earlier)} />
          </span>
        </th>
        {it.entries.map((entry, i) => (
          <td key={i}>
            <span class={classes('entry', `is-${entry.replaceAll(' ', '-')}`, entry !== earlier.entries[i] && 'is-changed')}>
              <span class={entry === 'not in the list' ? 'visually-hidden' : 'entry-word'}>{entry}</span>
            </span>
          </td>
        ))}
      </tr>
      <tr class={row('vector-counts')}>
        <td colSpan={1 + it.entries.length}>
          <Said is={waitIs(it)} was={waitIs(earlier)} />
          {hasWaited(it) && (
            <>
              <Meter it={it} />
              <Said is={countsAre(it)} was={countsAre(earlier)} />
              <strong class="vector-told">
                <Said is={toldIs(it)} was={toldIs(earlier)} />
              </strong>
            </>
          )}
        </td>
      </tr>
    </tbody>
  );
}

/** A box for each that must resolve: full when it has, open while one is pending that could, crossed when none is left. */
function Meter({ it }: { readonly it: Task }) {
  return (
    <span class="vector-meter" aria-hidden="true">
      {Array.from({ length: thresholdOf(it) }, (_, i) => (
        <span key={i} class={i < it.resolved ? 'is-full' : i < it.resolved + it.pending ? 'is-open' : 'is-missing'} />
      ))}
    </span>
  );
}

export const view: View<Model> = { Picture, words };
