/** A traffic light shows one of three words. The first is what it shows at the start, and a fourth would be an error of types. */
import { mechanism, oneOf } from '../../../engine/language.ts';

const light = mechanism({ parameters: {}, state: () => ({ shows: oneOf('red', 'green', 'amber') }) });

const next = { red: 'green', green: 'amber', amber: 'red' } as const;
const change = light.action({
  says: 'The light changes.',
  then: (_, s) => {
    s.shows = next[s.shows];
  },
});

export const model = light.model({
  id: 'example/one-of',
  title: 'A traffic light',
  actions: { change },
  always: {},
  sometimes: { 'it shows amber': (s) => s.shows === 'amber' },
});
