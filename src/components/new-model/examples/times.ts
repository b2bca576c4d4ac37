/** A fault with a budget: the power may fail once. Whatever is not on the disk by then is lost. */
import { bool, mechanism, scenariosOf } from '../../../engine/language.ts';

const note = mechanism({
  parameters: {},
  faults: { powerFails: { doc: 'The power fails, once.', times: 1 } },
  state: () => ({ isInMemory: bool, isOnDisk: bool, isPromised: bool }),
});

const write = note.action({
  says: 'The note is written, and kept as safe.',
  when: { 'nothing is written': (_, s) => !s.isInMemory },
  then: (_, s) => {
    s.isInMemory = true;
    s.isPromised = true;
  },
});
const flush = note.action({
  says: 'The memory goes to the disk.',
  when: { 'something is written': (_, s) => s.isInMemory },
  then: (_, s) => {
    s.isOnDisk = true;
  },
});
const fail = note.action({
  says: 'The power fails, and comes back.',
  fault: 'powerFails',
  then: (_, s) => {
    s.isInMemory = s.isOnDisk;
  },
});

export const model = note.model({
  id: 'example/times',
  title: 'A note',
  actions: { write, flush, fail },
  always: { 'what is promised is somewhere': (s) => !s.isPromised || s.isInMemory || s.isOnDisk },
  sometimes: { 'it is on the disk': (s) => s.isOnDisk },
});

export const scenarios = scenariosOf(model, {
  tooEarly: {
    title: 'The power fails before the disk has it',
    with: { powerFails: true },
    steps: [{ write: {} }, { fail: {} }],
    ends: { violates: 'what is promised is somewhere' },
  },
});
