/**
 * An endpoint, where a message moves once a sender and a receiver have met.
 * Stands for: documented, line 43 of the milestones (synchronous messages), with what the comments of `kernel/src/ipc/mod.rs` at 1ae2f88d
 * promise: a caller that sleeps until its reply (322-332), no lost wake-up (243-250), a token for one reply (462-470); and with what one asks
 * for "in a full implementation": that whoever waits at an endpoint that goes is woken with an error (196-200).
 * Observed: in that file, send (230-287), receive (300-357), call (407-460), reply (471-496). The queues and the tokens of 64 bits are in
 * `kernel/src/ipc/endpoint.rs` at bfaf858f, lines 57-110.
 * Differs: no commit that was read does what the model does without faults. Destroying an endpoint wakes nobody there, whoever names a
 * token may reply, and a task that owes a reply may receive again.
 * Faults read: `wakesCallers` in an older version (`kernel/src/ipc/mod.rs` at fc2d7ca0, lines 327-330), mended at 1ae2f88d (322-336).
 * `leavesWaiting` in both (201-212). `strangerReplies` at 1ae2f88d (471-496); the system call before it asks for nothing more
 * (`kernel/src/arch/x86_64/syscall.rs` at 19d7ee8a, lines 606-620).
 * Faults concluded: `killsWaiting`. A kill does not look at the queues of endpoints (`kernel/src/sched/mod.rs` at bbd7106a, lines 591-610),
 * and a message goes to whoever is first in one (262-266 at 1ae2f88d). It was not seen running.
 * Made up: `staysInterruptible` and `reusesToken`. Interrupts are off from the queue to the sleep (243-251), and tokens are counted
 * (`endpoint.rs`, 105-110).
 */
import { bool, id, mechanism, oneOf, option, queue, range, type RowIn, type StateIn, table, tuple } from '../../../engine/language.ts';

const task = id('task');

const endpoint = mechanism({
  parameters: {
    tasks: { label: 'Tasks', least: 2, most: 4, default: 3 },
    calls: { label: 'Tokens', least: 1, most: 3, default: 2 },
  },
  faults: {
    wakesCallers:
      'Receive wakes every sender whose message it takes, even one that waits for a reply (as read in an early version upstream).',
    staysInterruptible: 'Interrupts stay on between joining a queue and falling asleep.',
    reusesToken: 'Every call is given the same token.',
    leavesWaiting: 'Destroying an endpoint wakes nobody who waits at it (as read upstream, where a comment asks for more).',
    strangerReplies: 'A task may answer a call that it did not receive: it only has to name the token (as read upstream).',
    killsWaiting: 'A task that is killed while it waits stays in its queue (concluded from reading).',
  },
  state: ({ tasks, calls }) => ({
    tasks: table(task, tasks, {
      phase: oneOf('ready', 'drowsy', 'blocked', 'dead'), // drowsy: in a queue and not yet blocked; by faults alone, like dead
      token: range(0, calls), // of the call that it received last and may answer; 0 for none
      asker: option(task), // ghost: who made that call; a reply goes by the token alone
      misled: bool, // ghost: it was woken by the reply to another's call
      fooled: bool, // ghost: it was answered by a task that had not received its call
    }),
    // The queues have no bound upstream (`endpoint.rs`, 77-84); here there is room for everyone, even those whom a fault wakes while they still stand in one.
    senders: queue(tuple({ task, token: range(0, calls) }), tasks + calls), // token 0: a plain send
    receivers: queue(task, tasks + calls),
    callers: queue(tuple({ task, token: range(0, calls) }), calls),
    calls: range(0, calls), // so many were made
    destroyed: bool,
  }),
});

type Task = RowIn<typeof endpoint, 'task'>;
type Endpoint = StateIn<typeof endpoint>;

const isReady = ({ by }: { readonly by: Task }) => by.phase === 'ready';
const exists = (_: object, s: Endpoint) => !s.destroyed;

/** How a task goes to sleep: interrupts are off from joining a queue until it is blocked, so nobody sees it in between. */
const asleep = (staysInterruptible: boolean) => (staysInterruptible ? 'drowsy' : 'blocked');

/** A wake-up acts only on a task that is blocked. */
const wake = (it: Task) => (it.phase = it.phase === 'blocked' ? 'ready' : it.phase);

/** The call that waits for its reply under a token, or that of a task. */
const callUnder = (token: number, s: Endpoint) => s.callers.items.find((each) => each.token === token);
const callOf = (it: Task, s: Endpoint) => s.callers.items.find((each) => each.task === it);

const standsInQueue = (it: Task, s: Endpoint) =>
  s.receivers.has(it) || s.senders.items.some((each) => each.task === it) || callOf(it, s) !== undefined;

const send = endpoint.action({
  says: '{by} sends a message, and waits if nobody receives.',
  args: { by: task },
  when: { 'the task is ready': isReady, 'the endpoint exists': exists },
  then: ({ by }, s, { staysInterruptible }) => {
    if (s.receivers.length > 0) {
      wake(s.receivers.shift());
    } else {
      s.senders.push({ task: by, token: 0 });
      by.phase = asleep(staysInterruptible);
    }
  },
});

const receive = endpoint.action({
  says: '{by} receives: it takes the first message that waits, or waits for one.',
  args: { by: task },
  when: {
    'the task is ready': isReady,
    'the task owes no reply, as the model alone demands': ({ by }, s) => callUnder(by.token, s) === undefined,
    'the endpoint exists': exists,
  },
  then: ({ by }, s, { wakesCallers, staysInterruptible }) => {
    by.token = 0;
    by.asker = null;
    if (s.senders.length === 0) {
      s.receivers.push(by);
      by.phase = asleep(staysInterruptible);
      return;
    }
    const sender = s.senders.shift();
    by.token = sender.token;
    by.asker = sender.token > 0 ? sender.task : null;
    if (sender.token === 0 || wakesCallers) wake(sender.task);
  },
});

const call = endpoint.action({
  says: '{by} calls: it sends under a new token and sleeps until the reply.',
  args: { by: task },
  when: {
    'the task is ready': isReady,
    'a token is left': (_, s, { calls }) => s.calls < calls,
    'the endpoint exists': exists,
  },
  then: ({ by }, s, { reusesToken, staysInterruptible }) => {
    s.calls += 1;
    const token = reusesToken ? 1 : s.calls;
    s.callers.push({ task: by, token });
    by.phase = asleep(staysInterruptible);
    if (s.receivers.length > 0) {
      const receiver = s.receivers.shift();
      receiver.token = token;
      receiver.asker = by;
      wake(receiver);
    } else {
      s.senders.push({ task: by, token }); // now it stands in two queues
    }
  },
});

const reply = endpoint.action({
  says: '{by} replies, naming the token that it was given.',
  args: { by: task },
  when: {
    'the task is ready': isReady,
    'a caller waits under its token': ({ by }, s) => callUnder(by.token, s) !== undefined,
    'the endpoint exists': exists,
  },
  then: ({ by }, s) => {
    const answered = callUnder(by.token, s)!;
    s.callers.remove(answered); // so that a token answers once
    answered.task.misled = answered.task !== by.asker;
    wake(answered.task);
  },
});

const intrude = endpoint.action({
  says: '{by} answers the call of {to}, which it did not receive.',
  fault: 'strangerReplies',
  args: { by: task, to: task },
  when: {
    'the task is ready': isReady,
    'the other waits for a reply': ({ to: caller }, s) => !s.destroyed && callOf(caller, s) !== undefined,
    'it did not receive the call': ({ by, to: caller }) => by.asker !== caller,
  },
  then: ({ to: caller }, s) => {
    s.callers.remove(callOf(caller, s)!);
    caller.fooled = true;
    wake(caller);
  },
});

const kill = endpoint.action({
  says: '{it} is killed while it waits.',
  fault: 'killsWaiting',
  args: { it: task },
  when: { 'the task is blocked': ({ it }) => it.phase === 'blocked' },
  then: ({ it }) => (it.phase = 'dead'),
});

const fallAsleep = endpoint.action({
  says: '{by} falls asleep, some time after it joined a queue.',
  fault: 'staysInterruptible',
  args: { by: task },
  when: { 'the task is on its way to sleep': ({ by }) => by.phase === 'drowsy' },
  then: ({ by }) => (by.phase = 'blocked'),
});

const destroy = endpoint.action({
  says: 'The endpoint is destroyed.',
  when: { 'the endpoint exists': exists },
  then: (_, s, { leavesWaiting }) => {
    s.destroyed = true;
    if (!leavesWaiting) for (const each of s.tasks) wake(each);
  },
});

export const model = endpoint.model({
  id: 'themelios/ipc',
  title: 'Message passing',
  about: {
    question: 'Can a caller get the reply to another call?',
    group: 'messages',
    picture: { scenario: 'rendezvous', step: 3 },
    basis: 'documented',
    standsFor: 'line 43 of the milestones',
    shows: 'who waits for whom, who is woken first, how a token brings a reply to its call, why nothing may come between queue and sleep',
    leavesOut:
      'the words of a message, badges, capabilities in it, a receive that does not wait, a server that owes several replies, the place where a message waits until its receiver runs, the error that comes from an endpoint that is gone, and the scheduler: any task that is ready may run next',
    scaledDown: 'tokens of 64 bits there, two tokens here; queues without a bound there, three tasks to stand in them here',
  },
  actions: { send, receive, call, reply, destroy, intrude, kill, fallAsleep },
  always: {
    'a caller sleeps until its reply': (s) =>
      s.destroyed || s.tasks.every((each) => each.phase !== 'ready' || callOf(each, s) === undefined),
    'no wake-up is lost': (s) => s.tasks.every((each) => each.phase !== 'blocked' || standsInQueue(each, s)),
    'a reply reaches the caller that asked': (s) => s.tasks.every((each) => !each.misled),
    'a call is answered by the task that received it': (s) => s.tasks.every((each) => !each.fooled),
    'who is dead stands in no queue': (s) => s.tasks.every((each) => each.phase !== 'dead' || !standsInQueue(each, s)),
    'nobody sleeps at an endpoint that is gone': (s) => !s.destroyed || s.tasks.every((each) => each.phase !== 'blocked'),
  },
  sometimes: {
    'a caller stands in two queues': (s) => s.callers.items.some((each) => s.senders.has(each)),
    'two senders wait in line': (s) => s.senders.length === 2,
    'a caller owes a reply itself': (s) => s.callers.items.some((each) => callUnder(each.task.token, s) !== undefined),
  },
  final: (s) => s.destroyed,
});
