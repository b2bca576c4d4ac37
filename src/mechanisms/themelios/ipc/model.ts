/**
 * An endpoint, where a message moves once a sender and a receiver have met.
 * Stands for: documented behaviour of phase 2; queues, tokens and whom to wake are observed in kernel/src/ipc/mod.rs@1ae2f88d.
 */
import { bool, id, mechanism, oneOf, option, queue, range, type RowIn, table, tuple } from '../../../engine/language.ts';

const task = id('task');

const endpoint = mechanism({
  parameters: { tasks: { label: 'Tasks', least: 2, most: 4, default: 3 }, calls: { label: 'Tokens', least: 1, most: 3, default: 2 } },
  faults: {
    wakesCallers: 'Receive wakes every sender whose message it takes, even one that waits for a reply (an early version upstream).',
    staysInterruptible: 'Interrupts stay on between joining a queue and falling asleep.',
    reusesToken: 'Every call is given the same token.',
    leavesWaiting: 'Destroying an endpoint wakes nobody who waits at it (as read upstream, where a comment asks for more).',
  },
  state: ({ tasks, calls }) => ({
    tasks: table(task, tasks, {
      phase: oneOf('ready', 'drowsy', 'blocked'), // drowsy: in a queue and not yet blocked, which only a fault shows
      token: range(0, calls), // of the call that it received last and may answer; 0 for none
      asker: option(task), // ghost: who made that call; a reply goes by the token alone
      misled: bool, // ghost: it was woken by the reply to another's call
    }),
    // The queues have no bound upstream; here there is room for everyone, even those whom a fault wakes while they still stand in one.
    senders: queue(tuple({ task, token: range(0, calls) }), tasks + calls), // token 0: a plain send
    receivers: queue(task, tasks + calls),
    callers: queue(tuple({ task, token: range(0, calls) }), calls),
    calls: range(0, calls), // so many were made
    destroyed: bool,
  }),
});

type Task = RowIn<typeof endpoint, 'task'>;

/** Interrupts are off from joining a queue until the task is blocked, so nobody sees it in between. */
const sleep = (it: Task, staysInterruptible: boolean) => {
  it.phase = staysInterruptible ? 'drowsy' : 'blocked';
};

/** A wake-up acts only on a task that is blocked. */
const wake = (it: Task) => {
  if (it.phase === 'blocked') it.phase = 'ready';
};

const send = endpoint.action({
  says: '{by} sends a message, and waits if nobody receives.',
  args: { by: task },
  when: {
    'the task is ready': ({ by }) => by.phase === 'ready',
    'the endpoint exists': (_, s) => !s.destroyed,
  },
  then: ({ by }, s, { staysInterruptible }) => {
    if (s.receivers.length > 0) {
      wake(s.receivers.shift());
    } else {
      s.senders.push({ task: by, token: 0 });
      sleep(by, staysInterruptible);
    }
  },
});

const receive = endpoint.action({
  says: '{by} receives: it takes the first message that waits, or waits for one.',
  args: { by: task },
  when: {
    'the task is ready': ({ by }) => by.phase === 'ready',
    'the task owes no reply': ({ by }, s) => s.callers.items.every(({ token }) => token !== by.token),
    'the endpoint exists': (_, s) => !s.destroyed,
  },
  then: ({ by }, s, { wakesCallers, staysInterruptible }) => {
    const sender = s.senders.length > 0 ? s.senders.shift() : null;
    by.token = sender?.token ?? 0;
    by.asker = sender !== null && sender.token > 0 ? sender.task : null;
    if (sender === null) {
      s.receivers.push(by);
      sleep(by, staysInterruptible);
    } else if (sender.token === 0 || wakesCallers) wake(sender.task);
  },
});

const call = endpoint.action({
  says: '{by} calls: it sends under a new token and sleeps until the reply.',
  args: { by: task },
  when: {
    'the task is ready': ({ by }) => by.phase === 'ready',
    'a token is left': (_, s, { calls }) => s.calls < calls,
    'the endpoint exists': (_, s) => !s.destroyed,
  },
  then: ({ by }, s, { reusesToken, staysInterruptible }) => {
    s.calls += 1;
    const token = reusesToken ? 1 : s.calls;
    s.callers.push({ task: by, token });
    sleep(by, staysInterruptible);
    if (s.receivers.length > 0) {
      const receiver = s.receivers.shift();
      receiver.token = token;
      receiver.asker = by;
      wake(receiver);
    } else s.senders.push({ task: by, token }); // now it stands in two queues
  },
});

const reply = endpoint.action({
  says: '{by} replies, naming the token that it was given.',
  args: { by: task },
  when: {
    'the task is ready': ({ by }) => by.phase === 'ready',
    'a caller waits under its token': ({ by }, s) => s.callers.items.some(({ token }) => token === by.token),
    'the endpoint exists': (_, s) => !s.destroyed,
  },
  then: ({ by }, s) => {
    const caller = s.callers.items.find(({ token }) => token === by.token)!;
    s.callers.remove(caller); // so a token answers once
    caller.task.misled = caller.task !== by.asker;
    wake(caller.task);
  },
});

// prettier-ignore
const fallAsleep = endpoint.action({
  says: '{by} falls asleep, some time after it joined a queue.', fault: 'staysInterruptible', args: { by: task },
  when: { 'the task is on its way to sleep': ({ by }) => by.phase === 'drowsy' },
  then: ({ by }) => (by.phase = 'blocked'),
});

const destroy = endpoint.action({
  says: 'The endpoint is destroyed.',
  when: { 'the endpoint exists': (_, s) => !s.destroyed },
  then: (_, s, { leavesWaiting }) => {
    s.destroyed = true;
    if (!leavesWaiting) for (const each of s.tasks) wake(each);
  },
});

export const model = endpoint.model({
  id: 'themelios/ipc',
  title: 'Message passing',
  about: {
    basis: 'documented',
    standsFor: 'phase 2',
    shows: 'who waits for whom, who is woken first, how a token brings a reply to its call, why nothing may come between queue and sleep',
    leavesOut:
      'the words of a message, badges, capabilities in it, a receive that does not wait, a server that owes several replies, and the scheduler: any task that is ready may run next',
    scaledDown: 'tokens of 64 bits there, two tokens here',
  },
  actions: { send, receive, call, reply, destroy, fallAsleep },
  always: {
    'a caller sleeps until its reply': (s) => s.destroyed || s.callers.items.every((each) => each.task.phase !== 'ready'),
    'no wake-up is lost': (s) =>
      s.tasks
        .filter((each) => each.phase === 'blocked')
        .every((each) => s.receivers.has(each) || [...s.senders.items, ...s.callers.items].some((it) => it.task === each)),
    'a reply reaches the caller that asked': (s) => s.tasks.every((each) => !each.misled),
    'nobody sleeps at an endpoint that is gone': (s) => !s.destroyed || s.tasks.every((each) => each.phase !== 'blocked'),
  },
  sometimes: {
    'a caller stands in two queues': (s) => s.callers.items.some((each) => s.senders.has(each)),
    'two senders wait in line': (s) => s.senders.length === 2,
    'a caller owes a reply itself': (s) => s.callers.items.some((each) => s.callers.items.some((it) => it.token === each.task.token)),
  },
  final: (s) => s.destroyed,
});
