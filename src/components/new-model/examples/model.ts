/** A candle burns down. What always holds, what is sometimes seen, and which state is an end and no deadlock. */
import { mechanism, range } from '../../../engine/language.ts';

const candle = mechanism({ parameters: {}, state: () => ({ burnt: range(0, 3) }) });

const burn = candle.action({
  says: 'The candle burns for an hour.',
  when: { 'something is left': (_, s) => s.burnt < 3 },
  then: (_, s) => {
    s.burnt += 1;
  },
});

export const model = candle.model({
  id: 'example/model',
  title: 'A candle',
  actions: { burn },
  always: { 'no more is burnt than there was': (s) => s.burnt <= 3 },
  sometimes: { 'half of it is left': (s) => s.burnt === 1 || s.burnt === 2 },
  final: (s) => s.burnt === 3,
});
