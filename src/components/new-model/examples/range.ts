/** A tank holds none to three buckets. Without the clause the fourth would be told as an error, because the field has no such value. */
import { mechanism, range } from '../../../engine/language.ts';

const tank = mechanism({ parameters: {}, state: () => ({ buckets: range(0, 3) }) });

const fill = tank.action({
  says: 'A bucket is poured in.',
  when: { 'it has room': (_, s) => s.buckets < 3 },
  then: (_, s) => {
    s.buckets += 1;
  },
});
const empty = tank.action({
  says: 'It runs out.',
  when: { 'something is in it': (_, s) => s.buckets > 0 },
  then: (_, s) => {
    s.buckets = 0;
  },
});

export const model = tank.model({
  id: 'example/range',
  title: 'A tank',
  actions: { fill, empty },
  always: {},
  sometimes: { 'it is full': (s) => s.buckets === 3 },
});
