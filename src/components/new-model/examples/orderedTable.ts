/** The lowest free frame is given out: here the place of a row means something, and `index` tells it. */
import { bool, id, mechanism, orderedTable } from '../../../engine/language.ts';

const frame = id('frame');

const memory = mechanism({ parameters: {}, state: () => ({ frames: orderedTable(frame, 3, { isUsed: bool }) }) });

const take = memory.action({
  says: '{it} is taken.',
  args: { it: frame },
  when: {
    'it is free': ({ it }) => !it.isUsed,
    'none below it is free': ({ it }, s) => s.frames.every((each) => each.isUsed || each.index >= it.index),
  },
  then: ({ it }) => {
    it.isUsed = true;
  },
});
const give = memory.action({
  says: '{it} is given back.',
  args: { it: frame },
  when: { 'it is used': ({ it }) => it.isUsed },
  then: ({ it }) => {
    it.isUsed = false;
  },
});

export const model = memory.model({
  id: 'example/ordered-table',
  title: 'Frames',
  actions: { take, give },
  always: {},
  sometimes: { 'there is a hole': (s) => !s.frames[0]!.isUsed && s.frames[1]!.isUsed },
});
