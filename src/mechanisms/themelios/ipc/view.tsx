/**
 * Message passing: the three queues of an endpoint as rails, and the tasks that stand in them. An arc goes from a task
 * that waits for a reply to the one that owes it.
 */
import type { StateOf } from '../../../engine/language.ts';
import { Arcs, type Arc } from '../../../drawing/Arcs.tsx';
import { breaks, brokenRows } from '../../../drawing/broken.ts';
import { Facts } from '../../../drawing/Facts.tsx';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, same, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

type Model = typeof model;
type Endpoint = StateOf<Model>;
type Task = Endpoint['tasks'][number];
type Waiting = Endpoint['senders'][number];

const PHASES = { ready: 'ready', drowsy: 'falling asleep', blocked: 'asleep', dead: 'killed' } as const;

const words: View<Model>['words'] = {
  'a caller sleeps until its reply': ({ rows }) => sentences(rows('task'), (i) => `Task ${i} is awake, and its call is not answered yet.`),
  'no wake-up is lost': ({ rows }) => sentences(rows('task'), (i) => `Task ${i} sleeps and stands in no queue, so nobody can wake it.`),
  'a reply reaches the caller that asked': ({ rows }) =>
    sentences(rows('task'), (i) => `Task ${i} was woken by a reply that was meant for another task.`),
  'a call is answered by the task that received it': ({ rows }) =>
    sentences(rows('task'), (i) => `Task ${i} was answered by a task that had not received its call.`),
  'who is dead stands in no queue': ({ rows }) =>
    sentences(rows('task'), (i) => `Task ${i} was killed and still stands in a queue, so that what is handed to it is lost.`),
  'nobody sleeps at an endpoint that is gone': ({ rows }) =>
    sentences(rows('task'), (i) => `Task ${i} sleeps at the endpoint, and nobody is left to wake it.`),
};
const owes = (e: Endpoint, { token }: Task) => token > 0 && e.callers.some((each) => each.token === token);

/** `1` for a plain send, `1·2` for the call of task 1 under token 2. */
const handle = ({ task, token }: Waiting) => (token > 0 ? `${task}\u00b7${token}` : String(task));

function Picture({ now, before, broken, caption, config }: PictureProps<Model>) {
  const was = before ?? now;
  const tasks = brokenRows(broken, 'task');
  return (
    <div class="ipc">
      <div class="ipc-parts">
        <div>
          <Queues now={now} was={was} blamed={tasks} caption={caption} />
          <Facts
            caption={`The endpoint ${caption}`}
            facts={[
              { name: 'Endpoint', now: now.destroyed ? 'destroyed' : 'exists', was: was.destroyed ? 'destroyed' : 'exists' },
              { name: 'Tokens given out', now: now.calls, was: was.calls, isCount: true, of: config.calls },
            ]}
          />
        </div>
        <div class="ipc-tasks">
          <table>
            <caption class="visually-hidden">{`Tasks ${caption}`}</caption>
            <thead>
              <tr>
                <th scope="col">Task</th>
                <th scope="col">State</th>
                <th scope="col">Owes a reply to</th>
              </tr>
            </thead>
            <tbody>
              {now.tasks.map((_, i) => (
                <TaskRow key={i} index={i} now={now} was={was} isBroken={tasks.includes(i)} />
              ))}
            </tbody>
          </table>
          <Arcs rows={now.tasks.length} arcs={arcsOf(now, was, breaks(broken, 'a reply reaches the caller that asked'))} />
        </div>
      </div>
    </div>
  );
}

interface QueuesProps {
  readonly now: Endpoint;
  readonly was: Endpoint;
  /** The tasks that break a rule. */
  readonly blamed: readonly number[];
  readonly caption: string;
}

/** The queues by their names, as who waits in them; a receiver has no token. */
const queuesOf = ({ senders, receivers, callers }: Endpoint) => ({
  Senders: senders,
  Receivers: receivers.map((task): Waiting => ({ task, token: 0 })),
  Callers: callers,
});

function Queues({ now, was, blamed, caption }: QueuesProps) {
  const [queues, earlier] = [queuesOf(now), queuesOf(was)];
  const names = ['Senders', 'Receivers', 'Callers'] as const;
  return (
    <table class={classes('queues', now.destroyed && 'is-destroyed')}>
      <caption class="visually-hidden">{`Queues ${caption}`}</caption>
      <thead>
        <tr>
          <th scope="col">Queue</th>
          <th scope="col" class="queue-head">
            task{'\u00b7'}token, first at the right
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name} class={same(queues[name], earlier[name]) ? undefined : 'is-changed'}>
            <th scope="row">{name}</th>
            <td>
              <Rails all={placed(queues[name], earlier[name])}>
                {({ item, as, place }) => (
                  <RailItem key={`${as} ${place}`} as={as} isBroken={as !== 'gone' && blamed.includes(item.task)}>
                    <span class="rail-main">{handle(item)}</span>
                  </RailItem>
                )}
              </Rails>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly index: number;
  readonly now: Endpoint;
  readonly was: Endpoint;
  readonly isBroken: boolean;
}

function TaskRow({ index, now, was, isBroken }: RowProps) {
  const [state, wasState] = [stateOf(now, index), stateOf(was, index)];
  const [obligation, wasObligation] = [obligationOf(now, index), obligationOf(was, index)];
  return (
    <tr class={classes((state !== wasState || obligation !== wasObligation) && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">{index}</th>
      <td>
        {state}
        {state !== wasState && <span class="was"> was {wasState}</span>}
      </td>
      <td class={obligation === 'nobody' ? 'is-none' : undefined}>
        {obligation}
        {obligation !== wasObligation && <span class="was"> was {wasObligation}</span>}
      </td>
    </tr>
  );
}

const stateOf = (e: Endpoint, i: number) => PHASES[e.tasks[i]?.phase ?? 'ready'];

function obligationOf(e: Endpoint, i: number): string {
  const task = e.tasks[i];
  if (!task || !owes(e, task)) return 'nobody';
  const others = e.callers.filter(({ token }) => token === task.token).map((each) => each.task);
  return `task ${task.asker ?? listed(others)}, token ${task.token}`;
}

/** From who waits to who owes the reply. */
function arcsOf(now: Endpoint, was: Endpoint, isBroken: boolean): Arc[] {
  const asked = (e: Endpoint, i: number) => {
    const task = e.tasks[i];
    return task && owes(e, task) ? task.asker : null;
  };
  return now.tasks.flatMap((_, to): Arc[] => {
    const [from, before] = [asked(now, to), asked(was, to)];
    const gone: Arc[] = before !== null && before !== from ? [{ from: before, to, as: 'gone' }] : [];
    return from === null ? gone : [...gone, { from, to, as: isBroken ? 'broken' : from === before ? 'kept' : 'new' }];
  });
}

export const view: View<Model> = { Picture, words };
