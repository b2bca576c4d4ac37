/** A register of four bits is shifted and takes a bit in. What does not fit must be cut off by the model. */
import { bits, mechanism } from '../../../engine/language.ts';

const shift = mechanism({ parameters: {}, state: () => ({ register: bits(4) }) });

const take = shift.action({
  says: 'It shifts by one and takes {bit} in.',
  args: { bit: bits(1) },
  then: ({ bit }, s) => {
    s.register = ((s.register << 1) | bit) & 0b1111;
  },
});

export const model = shift.model({
  id: 'example/bits',
  title: 'A shift register',
  actions: { take },
  always: {},
  sometimes: { 'every second bit is set': (s) => s.register === 0b1010 },
});
