/** Two-phase commit whose managers carry luggage that never changes: the same states, but wide. 124 fields, 14 words with seven managers. */
import { id, type Mechanism, orderedTable, range } from '../src/engine/language.ts';
import { machine, type Machine } from '../src/engine/checker.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';

const LUGGAGE = 100;

export const wide: Mechanism = {
  ...twoPhaseCommit,
  state: (config: object) => ({ ...twoPhaseCommit.state(config), luggage: orderedTable(id('bag'), LUGGAGE, { weight: range(0, 15) }) }),
};

export const wideMachine = (): Machine => machine(wide, { managers: 7 });
