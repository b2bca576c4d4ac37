/**
 * Two runs that are told: one ends where a step is refused, the other where nothing went wrong. Run stands at the first; Scenario and size
 * has both.
 */
import { bool, mechanism, scenariosOf } from '../../../engine/language.ts';

const gate = mechanism({ parameters: {}, state: () => ({ isOpen: bool, isRaining: bool }) });

const open = gate.action({
  says: 'The gate is opened.',
  when: { 'it is shut': (_, s) => !s.isOpen, 'it does not rain': (_, s) => !s.isRaining },
  then: (_, s) => {
    s.isOpen = true;
  },
});
const turn = gate.action({
  says: 'The weather turns, and the gate falls shut.',
  then: (_, s) => {
    s.isRaining = !s.isRaining;
    s.isOpen = false;
  },
});

export const model = gate.model({
  id: 'example/scenarios-of',
  title: 'A gate',
  actions: { open, turn },
  always: { 'it is shut while it rains': (s) => !(s.isOpen && s.isRaining) },
  sometimes: { 'it is open': (s) => s.isOpen },
});

export const scenarios = scenariosOf(model, {
  rain: { title: 'It rains, and the gate stays shut', steps: [{ turn: {} }, { open: {} }], ends: { refused: 'it does not rain' } },
  sun: { title: 'The rain stops', steps: [{ turn: {} }, { turn: {} }, { open: {} }], ends: 'safe' },
});
