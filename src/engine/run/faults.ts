/**
 * Faults with a budget: something bad that may happen at most so often. The state carries how often it still may, and the actions that are
 * the fault spend it. A fault without a budget is a switch that clauses and effects read in the config.
 */
import type { Erased } from '../language/erased.ts';
import type { Action, Faults } from '../language/model.ts';
import { range, type Schema } from '../language/schema.ts';

type Clauses = Action['when'];

/** The clause that being a fault adds to an action. */
const MAY_HAPPEN = 'the fault may still happen';

const left = (fault: string) => `${fault} left`;

/** The fields in which a state carries its budgets. */
export function budgetFields(faults: Faults): Schema {
  return Object.fromEntries(budgetsIn(faults).map(({ name, times }) => [left(name), range(0, times)]));
}

/** Gives every fault that is switched on its budget. State and config are those of any model. */
export function fillBudgets(faults: Faults, state: Erased, config: Erased): void {
  for (const { name, times } of budgetsIn(faults)) if (config[name]) state[left(name)] = times;
}

/** The clauses and the effect of an action, with what being a fault adds to them. */
export function withBudget({ fault, when, then }: Action, faults: Faults): Pick<Action, 'when' | 'then'> {
  if (fault === undefined) return { when, then };
  if (typeof faults[fault] === 'string') return { when: withClause(when, (_s, _args, config) => config[fault]), then };
  const budget = left(fault);
  const spend: Action['then'] = (s, args, config) => {
    s[budget] -= 1;
    then(s, args, config);
  };
  return { when: withClause(when, (s) => s[budget] > 0), then: spend };
}

const withClause = (when: Clauses, clause: Clauses[string]): Clauses => ({ ...when, [MAY_HAPPEN]: clause });

const budgetsIn = (faults: Faults) =>
  Object.entries(faults).flatMap(([name, fault]) => (typeof fault === 'string' ? [] : [{ name, times: fault.times }]));
