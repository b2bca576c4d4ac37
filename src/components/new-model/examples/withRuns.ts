/**
 * The runs of a model that a page shows, as they stand in the file beside it: scenarios, and what each search must find, also with alike
 * rows taken for one another.
 */
import { bool, id, mechanism, table, withRuns } from '../../../engine/language.ts';

const bird = id('bird');

const wire = mechanism({ parameters: {}, state: () => ({ birds: table(bird, 3, { sits: bool }) }) });

const land = wire.action({
  says: '{it} lands.',
  args: { it: bird },
  when: { 'it flies': ({ it }) => !it.sits },
  then: ({ it }) => {
    it.sits = true;
  },
});
const scare = wire.action({
  says: 'All fly up.',
  when: { 'one sits': (_, s) => s.birds.some((it) => it.sits) },
  then: (_, s) => {
    for (const each of s.birds) each.sits = false;
  },
});

export const model = wire.model({
  id: 'example/with-runs',
  title: 'Birds on a wire',
  about: {
    question: 'Can all sit at once?',
    group: 'turns',
    basis: 'illustration',
    standsFor: 'birds',
    shows: 'that alike rows make one state of many',
    leavesOut: 'the cat',
  },
  actions: { land, scare },
  always: {},
  sometimes: { 'all sit': (s) => s.birds.every((it) => it.sits) },
});

export const runs = withRuns(model, {
  scenarios: {
    full: { title: 'All land', steps: [{ land: { it: 0 } }, { land: { it: 1 } }, { land: { it: 2 } }], ends: 'safe' },
  },
  expect: [
    { states: 8, transitions: 19, depth: 3 },
    { symmetric: true, states: 4, transitions: 9, depth: 3 },
  ],
});
