/** A fault that takes a clause away: the same lift without the one condition. Nothing in the code of the action asks for it. */
import { bool, mechanism, range, scenariosOf } from '../../../engine/language.ts';

const lift = mechanism({
  parameters: {},
  faults: { rushes: { doc: 'It goes without waiting for the door.', drops: 'the door is shut' } },
  state: () => ({ floor: range(0, 2), isOpen: bool, wentOpen: bool }),
});

const go = lift.action({
  says: 'It goes to floor {to}.',
  args: { to: range(0, 2) },
  when: { 'it is elsewhere': ({ to }, s) => s.floor !== to, 'the door is shut': (_, s) => !s.isOpen },
  then: ({ to }, s) => {
    s.floor = to;
    s.wentOpen = s.isOpen;
  },
});
const open = lift.action({
  says: 'The door opens or shuts.',
  then: (_, s) => {
    s.isOpen = !s.isOpen;
  },
});

export const model = lift.model({
  id: 'example/drops',
  title: 'A lift',
  actions: { go, open },
  always: { 'it never goes with an open door': (s) => !s.wentOpen },
  sometimes: { 'it stands open at the top': (s) => s.isOpen && s.floor === 2 },
});

export const scenarios = scenariosOf(model, {
  rushed: {
    title: 'It goes with an open door',
    with: { rushes: true },
    steps: [{ open: {} }, { go: { to: 1 } }],
    ends: { violates: 'it never goes with an open door' },
  },
});
