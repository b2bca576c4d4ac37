/**
 * One mechanism at one configuration, laid out in words and ready to run: the working state, the actions, the numbering of instances.
 * Leaves out running it: step.ts goes by hand, explore.ts everywhere.
 */
import { assemble, type Assembly } from './assemble.ts';
import type { Erased } from '../language/erased.ts';
import { budgetFields, fillBudgets } from './faults.ts';
import type { LeadsTo, Mechanism } from '../language/model.ts';
import type { Schema } from '../language/schema.ts';

export type { CompiledAction } from './assemble.ts';

/** A property by its sentence. */
export interface Property {
  readonly name: string;
  readonly holds: (s: Erased, config: Erased) => boolean;
}

/** An `eventually` property by its sentence. */
export interface LivenessProperty {
  readonly name: string;
  /** The kind of row to which it is promised. */
  readonly of: string | undefined;
  /** Undefined: owed from the start. */
  readonly once: ((told: Erased, s: Erased, config: Erased) => boolean) | undefined;
  readonly leadsTo: (told: Erased, s: Erased, config: Erased) => boolean;
}

/**
 * All machines of one mechanism and one shape share the working state: load `words` before each use.
 * They share it because V8 stays fast only while a call site sees few accessor classes.
 */
export interface Machine<Of extends Mechanism = Mechanism> extends Assembly {
  readonly mechanism: Of;
  /** Every parameter and every fault, frozen. */
  readonly config: Erased;
  /** The words of the state that `start` makes. */
  readonly initial: Int32Array;
  /** The `always` properties, in the order of the model. */
  readonly invariants: readonly Property[];
  /** The `sometimes` properties, in the order of the model. */
  readonly reachable: readonly Property[];
  /** The `eventually` properties, in the order of the model. */
  readonly liveness: readonly LivenessProperty[];
}

/** `wanted` overrides the usual parameters and switches faults on. A parameter out of its bounds or an unknown name throws a RangeError. */
export function machine<Of extends Mechanism>(mechanism: Of, wanted: object = {}): Machine<Of> {
  const config = configure(mechanism, wanted);
  const parts = assembled(mechanism, { ...mechanism.state(config), ...budgetFields(mechanism.faults) });
  parts.words.fill(0);
  fillBudgets(mechanism.faults, parts.state, config);
  mechanism.start(parts.state, config);
  const { always, sometimes, eventually = {} } = mechanism.model;
  const initial = parts.words.slice();
  return {
    ...parts,
    mechanism,
    config,
    initial,
    invariants: properties(always),
    reachable: properties(sometimes),
    liveness: liveness(eventually),
  };
}

function configure(mechanism: Mechanism, wanted: object): Record<string, number | boolean> {
  const config: Record<string, number | boolean> = {};
  for (const [name, parameter] of Object.entries(mechanism.parameters)) config[name] = parameter.default;
  for (const name of Object.keys(mechanism.faults)) config[name] = false;
  for (const [name, value] of Object.entries(wanted)) {
    const parameter = mechanism.parameters[name];
    const known = parameter
      ? Number.isInteger(value) && value >= parameter.least && value <= parameter.most
      : Object.hasOwn(mechanism.faults, name) && typeof value === 'boolean';
    if (!known) throw new RangeError(`${mechanism.model.id} cannot be configured with ${name} = ${JSON.stringify(value)}.`);
    config[name] = value;
  }
  return Object.freeze(config);
}

const properties = (clauses: Readonly<Record<string, Property['holds']>>): Property[] =>
  Object.entries(clauses).map(([name, holds]) => ({ name, holds }));

const liveness = (promises: Readonly<Record<string, LeadsTo<Erased, Erased>>>): LivenessProperty[] =>
  Object.entries(promises).map(([name, { of, once, leadsTo }]) => ({ name, of: of?.kind, once, leadsTo }));

const assemblies = new WeakMap<Mechanism, Map<string, Assembly>>();

function assembled(mechanism: Mechanism, schema: Schema): Assembly {
  const shapes = assemblies.get(mechanism) ?? new Map<string, Assembly>();
  assemblies.set(mechanism, shapes);
  const shape = JSON.stringify(schema);
  const assembly = shapes.get(shape) ?? assemble(mechanism, schema);
  shapes.set(shape, assembly);
  return assembly;
}
