/**
 * A path between canonical forms as a run of the model as written. Each form is a state of that run with its rows exchanged, and rows are
 * alike; so each step is the same step with its rows exchanged back. Leaves out rows that are not alike: asymmetry.ts finds them.
 */
import type { Machine, CompiledAction } from '../run/machine.ts';
import { plainArgs, aimAt, instanceOf } from '../run/step.ts';
import type { PlainValue } from '../state/plain.ts';
import type { Scalar, Tuple } from '../language/schema.ts';
import type { Canon, Permutations } from './symmetry.ts';

/** The row of the run that each row of the form is. */
type Originals = ReadonlyMap<string, readonly number[]>;

/** Choices that can be followed one after the other from the start. */
export function originalPath(m: Machine, canon: Canon, path: readonly number[]): number[] {
  const { words, state, config } = m;
  words.set(m.initial);
  let originals = exchanged(new Map(), canon.moving(words));
  const form = words.slice();
  return path.map((instance) => {
    const action = aimAt(m, instance);
    const original = instanceOf(m, { [action.name]: originalArgs(action, originals) });
    aimAt(m, instance);
    words.set(form);
    action.then(action.args, state, config);
    originals = exchanged(originals, canon.moving(words));
    form.set(words);
    return original;
  });
}

/** What the rows are after they have moved. */
function exchanged(before: Originals, moves: Permutations): Originals {
  return new Map(
    [...moves].map(([kind, place]) => {
      const after: number[] = [];
      place.forEach((to, from) => (after[to] = before.get(kind)?.[from] ?? from));
      return [kind, after];
    }),
  );
}

const originalArgs = (action: CompiledAction, originals: Originals) => {
  const args = plainArgs(action);
  return Object.fromEntries(action.params.map(({ name, kind }) => [name, originalValue(kind, args[name]!, originals)]));
};

/** A value as plain data, with every row that it names exchanged back. */
function originalValue(kind: Scalar, value: PlainValue, originals: Originals): PlainValue {
  switch (kind.is) {
    case 'id':
      return originals.get(kind.kind)?.[value as number] ?? value;
    case 'option':
      return value === null ? null : originalValue(kind.of, value, originals);
    case 'set':
      return (value as readonly PlainValue[]).map((item) => originalValue(kind.of, item, originals));
    case 'tuple': {
      const fields = value as Readonly<Record<string, PlainValue>>;
      const { fields: kinds } = kind as Tuple<Readonly<Record<string, Scalar>>>;
      return Object.fromEntries(Object.entries(kinds).map(([name, of]) => [name, originalValue(of, fields[name]!, originals)]));
    }
    default:
      return value;
  }
}
