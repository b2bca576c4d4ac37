/**
 * A fault as a switch: a clause reads it. Switched on, a door opens although it is locked, and the scenario ends where the rule is broken.
 */
import { bool, mechanism, scenariosOf } from '../../../engine/language.ts';

const door = mechanism({
  parameters: {},
  faults: { isLoose: 'The bolt does not hold.' },
  state: () => ({ isLocked: bool, isOpen: bool }),
});

const turn = door.action({
  says: 'The key is turned.',
  when: { 'the door is shut': (_, s) => !s.isOpen },
  then: (_, s) => {
    s.isLocked = !s.isLocked;
  },
});
const push = door.action({
  says: 'The door is pushed open or pulled shut.',
  when: { 'it is not locked': (_, s, { isLoose }) => !s.isLocked || isLoose },
  then: (_, s) => {
    s.isOpen = !s.isOpen;
  },
});

export const model = door.model({
  id: 'example/fault',
  title: 'A door',
  actions: { turn, push },
  always: { 'an open door is not locked': (s) => !(s.isOpen && s.isLocked) },
  sometimes: { 'it is locked': (s) => s.isLocked, 'it is open': (s) => s.isOpen },
});

export const scenarios = scenariosOf(model, {
  forced: {
    title: 'A locked door is pushed open',
    with: { isLoose: true },
    steps: [{ turn: {} }, { push: {} }],
    ends: { violates: 'an open door is not locked' },
  },
});
