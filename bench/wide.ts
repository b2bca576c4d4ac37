/** Two-phase commit whose managers carry luggage that never changes: the same states, but wide. 124 fields, 14 words with seven managers. */
import { machine, type Machine } from '../src/engine/machine.ts';
import type { Mechanism } from '../src/engine/model.ts';
import { id, orderedTable, range } from '../src/engine/schema.ts';
import { twoPhaseCommit } from './two-phase-commit.ts';

const LUGGAGE = 100;

export const wide: Mechanism = {
  ...twoPhaseCommit,
  state: (config: object) => ({ ...twoPhaseCommit.state(config), luggage: orderedTable(id('bag'), LUGGAGE, { weight: range(0, 15) }) }),
};

export const wideMachine = (): Machine => machine(wide, { managers: 7 });
