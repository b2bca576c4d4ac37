/** Two jugs are poured together. In the middle of the step no rule can look, so the effect itself insists that nothing runs over. */
import { insist, mechanism, range, scenariosOf } from '../../../engine/language.ts';

const kitchen = mechanism({
  parameters: {},
  faults: { isBlind: 'Nobody looks whether it fits.' },
  state: () => ({ small: range(0, 2), large: range(0, 3) }),
});

const fill = kitchen.action({
  says: 'Both are filled, the large one with {cups} cups.',
  args: { cups: range(0, 3) },
  when: { 'both are empty': (_, s) => s.small + s.large === 0 },
  then: ({ cups }, s) => {
    s.small = 2;
    s.large = cups;
  },
});
const pour = kitchen.action({
  says: 'The small jug is poured into the large one.',
  when: { 'it fits': (_, s, { isBlind }) => isBlind || s.small + s.large <= 3, 'there is something': (_, s) => s.small > 0 },
  then: (_, s) => {
    insist(s.small + s.large <= 3, 'nothing runs over');
    s.large += s.small;
    s.small = 0;
  },
});
const drink = kitchen.action({
  says: 'The jugs are emptied.',
  when: { 'there is something': (_, s) => s.small + s.large > 0 },
  then: (_, s) => {
    s.small = 0;
    s.large = 0;
  },
});

export const model = kitchen.model({
  id: 'example/insist',
  title: 'Two jugs',
  actions: { fill, pour, drink },
  always: {},
  sometimes: { 'the large one is full': (s) => s.large === 3 },
});

export const scenarios = scenariosOf(model, {
  fits: { title: 'What fits is poured', steps: [{ fill: { cups: 1 } }, { pour: {} }], ends: 'safe' },
  tooMuch: { title: 'What does not fit is not poured', steps: [{ fill: { cups: 2 } }, { pour: {} }], ends: { refused: 'it fits' } },
});
