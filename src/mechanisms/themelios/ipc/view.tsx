/**
 * Message passing: the three queues of an endpoint as rails, and the tasks that stand in them. An arc goes from a task
 * that waits for a reply to the one that owes it.
 */
import type { PlainState } from '../../../engine/checker.ts';
import { type NamedProps as PictureProps, withNames } from '../../../drawing/named-rules.ts';
import { model } from './model.ts';
import { Arcs, type Arc } from '../../../drawing/Arcs.tsx';
import { Facts } from '../../../drawing/Facts.tsx';
import { placed, RailItem, Rails } from '../../../drawing/Rails.tsx';
import { classes, listed } from '../../../drawing/words.ts';

interface Task {
  readonly phase: 'ready' | 'drowsy' | 'blocked';
  readonly token: number;
  readonly asker: number | null;
  readonly misled: boolean;
}
interface Waiting {
  readonly task: number;
  readonly token: number;
}
interface Endpoint {
  readonly tasks: readonly Task[];
  readonly senders: readonly Waiting[];
  readonly receivers: readonly number[];
  readonly callers: readonly Waiting[];
  readonly calls: number;
  readonly destroyed: boolean;
}

/** A plain state has lost its type on the way out of the engine; the ipc's schema vouches for it. */
const endpointIn = (state: PlainState) => state as unknown as Endpoint;

const PHASES = { ready: 'ready', drowsy: 'falling asleep', blocked: 'asleep' } as const;
const SLEEPS = 'a caller sleeps until its reply';
const LOST = 'no wake-up is lost';
const MISLED = 'a reply reaches the caller that asked';
const GONE = 'nobody sleeps at an endpoint that is gone';

const waitsIn = (e: Endpoint, i: number) => [
  ...(e.senders.some(({ task }) => task === i) ? ['senders'] : []),
  ...(e.receivers.includes(i) ? ['receivers'] : []),
  ...(e.callers.some(({ task }) => task === i) ? ['callers'] : []),
];
const owes = (e: Endpoint, { token }: Task) => token > 0 && e.callers.some((each) => each.token === token);

const breakers: Readonly<Record<string, (e: Endpoint, task: Task, i: number) => boolean>> = {
  [SLEEPS]: (e, { phase }, i) => !e.destroyed && phase === 'ready' && e.callers.some(({ task }) => task === i),
  [LOST]: (e, { phase }, i) => phase === 'blocked' && waitsIn(e, i).length === 0,
  [MISLED]: (_, { misled }) => misled,
  [GONE]: (e, { phase }) => e.destroyed && phase === 'blocked',
};
const sentences: Readonly<Record<string, (i: number) => string>> = {
  [SLEEPS]: (i) => `Task ${i} is awake, and its call is not answered yet.`,
  [LOST]: (i) => `Task ${i} sleeps and stands in no queue, so nobody can wake it.`,
  [MISLED]: (i) => `Task ${i} was woken by a reply that was meant for another task.`,
  [GONE]: (i) => `Task ${i} sleeps at the endpoint, and nobody is left to wake it.`,
};

const blamed = (rule: string, e: Endpoint) => [...e.tasks.keys()].filter((i) => breakers[rule]?.(e, e.tasks[i]!, i));

function explain(rule: string, now: PlainState): string | undefined {
  const says = sentences[rule];
  return (says && blamed(rule, endpointIn(now)).map(says).join(' ')) || undefined;
}

/** `1` for a plain send, `1·2` for the call of task 1 under token 2. */
const handle = ({ task, token }: Waiting) => (token > 0 ? `${task}\u00b7${token}` : String(task));

function Picture({ now, before, broken, caption, config }: PictureProps) {
  const e = endpointIn(now);
  const was = before ? endpointIn(before) : e;
  const blame = broken.flatMap((rule) => blamed(rule, e));
  return (
    <div class="ipc">
      <div class="ipc-parts">
        <div>
          <Queues now={e} was={was} blame={blame} caption={caption} />
          <Facts
            caption={`The endpoint ${caption}`}
            facts={[
              { name: 'Endpoint', now: e.destroyed ? 'destroyed' : 'exists', was: was.destroyed ? 'destroyed' : 'exists' },
              { name: 'Tokens given out', now: e.calls, was: was.calls, isCount: true, of: Number(config['calls']) },
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
              {e.tasks.map((_, i) => (
                <TaskRow key={i} index={i} now={e} was={was} isBroken={blame.includes(i)} />
              ))}
            </tbody>
          </table>
          <Arcs rows={e.tasks.length} arcs={arcsOf(e, was, broken.includes(MISLED))} />
        </div>
      </div>
    </div>
  );
}

function Queues({
  now,
  was,
  blame,
  caption,
}: {
  readonly now: Endpoint;
  readonly was: Endpoint;
  readonly blame: readonly number[];
  readonly caption: string;
}) {
  const queues = [
    { name: 'Senders', now: now.senders.map(handle), was: was.senders.map(handle) },
    { name: 'Receivers', now: now.receivers.map(String), was: was.receivers.map(String) },
    { name: 'Callers', now: now.callers.map(handle), was: was.callers.map(handle) },
  ];
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
        {queues.map((queue) => (
          <tr key={queue.name} class={queue.now.join() === queue.was.join() ? undefined : 'is-changed'}>
            <th scope="row">{queue.name}</th>
            <td>
              <Rails all={placed(queue.now, queue.was)}>
                {({ item, as, place }) => (
                  <RailItem key={`${as} ${place}`} as={as} isBroken={as !== 'gone' && blame.includes(Number.parseInt(item, 10))}>
                    <span class="rail-main">{item}</span>
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

export const view = withNames({ Picture, explain }, Object.keys(model.model.always));
