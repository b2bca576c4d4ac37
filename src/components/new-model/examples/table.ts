/**
 * Workers are alike, so the checker may take those with exchanged names for one state. A row is told from another by `===`, never by a
 * number.
 */
import { bool, id, mechanism, oneOf, table } from '../../../engine/language.ts';

const worker = id('worker');

const site = mechanism({
  parameters: { workers: { least: 1, most: 4, default: 3 } },
  state: ({ workers }) => ({ workers: table(worker, workers, { does: oneOf('rest', 'dig', 'carry'), isHungry: bool }) }),
});

const help = site.action({
  says: '{by} carries what {of} digs.',
  args: { by: worker, of: worker },
  when: {
    'they are two': ({ by, of }) => by !== of,
    'the one rests': ({ by }) => by.does === 'rest',
    'the other rests': ({ of }) => of.does === 'rest',
  },
  then: ({ by, of }) => {
    by.does = 'carry';
    of.does = 'dig';
  },
});
const stop = site.action({
  says: 'All stop, and are hungry.',
  when: { 'some work': (_, s) => s.workers.some((it) => it.does !== 'rest') },
  then: (_, s) => {
    for (const each of s.workers) [each.does, each.isHungry] = ['rest', true];
  },
});

export const model = site.model({
  id: 'example/table',
  title: 'A building site',
  actions: { help, stop },
  always: {
    'as many dig as carry': (s) =>
      s.workers.filter((it) => it.does === 'dig').length === s.workers.filter((it) => it.does === 'carry').length,
  },
  sometimes: { 'a hungry one digs': (s) => s.workers.some((it) => it.isHungry && it.does === 'dig') },
});
