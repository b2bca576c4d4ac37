/**
 * The bounded buffer, the textbook's: producers wait while it is full and consumers while it is empty; each put wakes the consumers and
 * each get the producers. Its reference model for SPIN is spin/bounded-buffer.pml.
 */
import { bool, id, mechanism, option, queue, range, table, withRuns } from '../src/engine/language.ts';

const producer = id('producer');
const consumer = id('consumer');
const item = range(0, 2);

const buffered = mechanism({
  parameters: {
    producers: { least: 1, most: 4, default: 2 },
    consumers: { least: 1, most: 4, default: 2 },
    places: { least: 1, most: 6, default: 3 },
  },
  state: ({ producers, consumers, places }) => ({
    producers: table(producer, producers, { holds: option(item), waits: bool }),
    consumers: table(consumer, consumers, { holds: option(item), waits: bool }),
    buffer: queue(item, places),
  }),
});

const make = buffered.action({
  says: '{by} makes {what}.',
  args: { by: producer, what: item },
  when: { 'it holds nothing': ({ by }) => by.holds === null },
  then: ({ by, what }) => {
    by.holds = what;
  },
});

const put = buffered.action({
  says: '{by} puts what it holds into the buffer.',
  args: { by: producer },
  when: {
    'it does not wait': ({ by }) => !by.waits,
    'it holds something': ({ by }) => by.holds !== null,
    'there is room': (_, s) => s.buffer.length < s.buffer.most,
  },
  then: ({ by }, s) => {
    s.buffer.push(by.holds!);
    by.holds = null;
    for (const each of s.consumers) each.waits = false;
  },
});

const waitForRoom = buffered.action({
  says: '{by} waits for room.',
  args: { by: producer },
  when: {
    'it does not wait': ({ by }) => !by.waits,
    'it holds something': ({ by }) => by.holds !== null,
    'the buffer is full': (_, s) => s.buffer.length === s.buffer.most,
  },
  then: ({ by }) => {
    by.waits = true;
  },
});

const get = buffered.action({
  says: '{by} gets the oldest from the buffer.',
  args: { by: consumer },
  when: {
    'it does not wait': ({ by }) => !by.waits,
    'it holds nothing': ({ by }) => by.holds === null,
    'there is something': (_, s) => s.buffer.length > 0,
  },
  then: ({ by }, s) => {
    by.holds = s.buffer.shift();
    for (const each of s.producers) each.waits = false;
  },
});

const waitForItem = buffered.action({
  says: '{by} waits for something.',
  args: { by: consumer },
  when: {
    'it does not wait': ({ by }) => !by.waits,
    'it holds nothing': ({ by }) => by.holds === null,
    'the buffer is empty': (_, s) => s.buffer.length === 0,
  },
  then: ({ by }) => {
    by.waits = true;
  },
});

const use = buffered.action({
  says: '{by} uses what it holds.',
  args: { by: consumer },
  when: { 'it holds something': ({ by }) => by.holds !== null },
  then: ({ by }) => {
    by.holds = null;
  },
});

const model = buffered.model({
  id: 'bench/bounded-buffer',
  title: 'Bounded buffer',
  about: {
    question: 'Does a full buffer make its producers wait?',
    group: 'messages',
    basis: 'illustration',
    standsFor: 'of the textbook buffer',
    shows: 'how producers and consumers wait for each other',
    leavesOut: 'the lock that keeps them apart',
  },
  actions: { make, put, waitForRoom, get, waitForItem, use },
  always: {
    'producers and consumers never wait together': (s) =>
      !(s.producers.some((each) => each.waits) && s.consumers.some((each) => each.waits)),
    'who waits for room holds something': (s) => s.producers.every((each) => !each.waits || each.holds !== null),
  },
  sometimes: {
    'every producer waits': (s) => s.producers.every((each) => each.waits),
    'every consumer waits': (s) => s.consumers.every((each) => each.waits),
  },
});

export const boundedBuffer = withRuns(model, {
  scenarios: {},
  expect: [{ states: 24_640, transitions: 95_824, depth: 16 }],
});
