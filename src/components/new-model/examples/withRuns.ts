/**
 * The runs of a model that a page shows, as they stand in the file beside it: scenarios, and what each search must find, with alike rows taken
 * for one another, with a promise that is broken, and with a state where nothing can happen.
 */
import { bool, id, mechanism, table, withRuns } from '../../../engine/language.ts';

const bird = id('bird');

const wire = mechanism({
  parameters: {},
  faults: { isNoisy: 'A noise scares them again and again.', hasCat: 'A cat sits on the wire.' },
  state: () => ({ birds: table(bird, 3, { sits: bool, isScared: bool }) }),
});

const land = wire.action({
  says: '{it} lands.',
  args: { it: bird },
  fair: 'weak',
  when: { 'it flies': ({ it }) => !it.sits, 'there is no cat': (_, __, { hasCat }) => !hasCat },
  then: ({ it }) => {
    it.sits = true;
    it.isScared = false;
  },
});
const scare = wire.action({
  says: 'A noise, and all fly up.',
  fault: 'isNoisy',
  when: { 'one sits': (_, s) => s.birds.some((it) => it.sits) },
  then: (_, s) => {
    for (const each of s.birds.filter((it) => it.sits)) [each.sits, each.isScared] = [false, true];
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
    leavesOut: 'the wind',
  },
  actions: { land, scare },
  always: {},
  sometimes: { 'all sit': (s) => s.birds.every((it) => it.sits) },
  eventually: { 'who was scared lands': { of: bird, once: ({ it }) => it.isScared, leadsTo: ({ it }) => it.sits } },
  final: (s) => s.birds.every((it) => it.sits),
});

export const runs = withRuns(model, {
  scenarios: {
    full: { title: 'All land', steps: [{ land: { it: 0 } }, { land: { it: 1 } }, { land: { it: 2 } }], ends: 'safe' },
  },
  expect: [
    { states: 8, transitions: 12, depth: 3 },
    { symmetric: true, states: 4, transitions: 6, depth: 3 },
    { with: { isNoisy: true }, violates: 'who was scared lands', stem: 3, loop: 2 },
    { with: { hasCat: true }, states: 1, transitions: 0, depth: 0, deadlocks: 1 },
  ],
});
