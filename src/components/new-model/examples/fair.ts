/**
 * A printer prints for everybody who waits, because each turn is owed to each task that could have it again and again. Without `fairFor`
 * some task may wait for ever.
 */
import { id, mechanism, oneOf, table } from '../../../engine/language.ts';

const task = id('task');

const printer = mechanism({
  parameters: { tasks: { least: 1, most: 3, default: 2 } },
  state: ({ tasks }) => ({ tasks: table(task, tasks, { does: oneOf('nothing', 'wait', 'print') }) }),
});

const queueUp = printer.action({
  says: '{by} wants to print.',
  args: { by: task },
  when: { 'it does nothing': ({ by }) => by.does === 'nothing' },
  then: ({ by }) => {
    by.does = 'wait';
  },
});
const print = printer.action({
  says: '{by} prints.',
  args: { by: task },
  fair: 'strong',
  fairFor: ['by'],
  when: { 'it waits': ({ by }) => by.does === 'wait', 'the printer is free': (_, s) => s.tasks.every((it) => it.does !== 'print') },
  then: ({ by }) => {
    by.does = 'print';
  },
});
const finish = printer.action({
  says: '{by} takes its paper.',
  args: { by: task },
  fair: 'weak',
  when: { 'it prints': ({ by }) => by.does === 'print' },
  then: ({ by }) => {
    by.does = 'nothing';
  },
});

export const model = printer.model({
  id: 'example/fair',
  title: 'A printer',
  actions: { queueUp, print, finish },
  always: { 'one prints at a time': (s) => s.tasks.filter((it) => it.does === 'print').length <= 1 },
  sometimes: {},
  eventually: { 'who waits prints': { of: task, once: ({ it }) => it.does === 'wait', leadsTo: ({ it }) => it.does === 'print' } },
});
