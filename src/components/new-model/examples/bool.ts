/** A lamp is lit or it is not: two states, and one step leads from each to the other. */
import { bool, mechanism } from '../../../engine/language.ts';

const lamp = mechanism({ parameters: {}, state: () => ({ isLit: bool }) });

const press = lamp.action({
  says: 'The switch is pressed.',
  then: (_, s) => {
    s.isLit = !s.isLit;
  },
});

export const model = lamp.model({
  id: 'example/bool',
  title: 'A lamp',
  actions: { press },
  always: {},
  sometimes: { 'it is lit': (s) => s.isLit },
});
