/**
 * What faults change in a mechanism. One with a budget is something bad that may happen at most so often: the state carries how often it
 * still may, and the actions that are the fault spend it. One that drops a clause makes it hold. Any other is a switch that clauses and
 * effects read in the config.
 */
import type { Erased } from '../language/erased.ts';
import type { Action, Fault, Faults } from '../language/model.ts';
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

/** The clauses and the effect of an action, with what the faults of its mechanism change in them. */
export function withFaults(action: Action, faults: Faults): Pick<Action, 'when' | 'then'> {
  const { fault, then } = action;
  const when = withoutDropped(action.when, faults);
  if (fault === undefined) return { when, then };
  if (!hasBudget(faults[fault])) return { when: withClause(when, (_args, _s, config) => config[fault]), then };
  const budget = left(fault);
  const spend: Action['then'] = (args, s, config) => {
    s[budget] -= 1;
    then(args, s, config);
  };
  return { when: withClause(when, (_, s) => s[budget] > 0), then: spend };
}

/** A clause that a fault drops holds whenever that fault is switched on. */
function withoutDropped(when: Clauses, faults: Faults): Clauses {
  const clauses = Object.entries(when).map(([name, clause]): [string, Clauses[string]] => {
    const by = Object.keys(faults).filter((fault) => dropsOf(faults[fault]) === name);
    return [name, by.length === 0 ? clause : (args, s, config) => by.some((fault) => config[fault]) || clause(args, s, config)];
  });
  return Object.fromEntries(clauses);
}

const withClause = (when: Clauses, clause: Clauses[string]): Clauses => ({ ...when, [MAY_HAPPEN]: clause });

const dropsOf = (fault: Fault | undefined): string | undefined => (typeof fault === 'object' && 'drops' in fault ? fault.drops : undefined);

const hasBudget = (fault: Fault | undefined): fault is Fault & { readonly times: number } => typeof fault === 'object' && 'times' in fault;

const budgetsIn = (faults: Faults) =>
  Object.entries(faults).flatMap(([name, fault]) => (hasBudget(fault) ? [{ name, times: fault.times }] : []));
