/**
 * Functions over models of any shape, as a command or a test has them, and a kind and a fault that are made elsewhere. What is known of no
 * particular model is `Erased`.
 */
import {
  type Action,
  type Actions,
  bool,
  type Erased,
  type Expected,
  type Fault,
  mechanism,
  type Mechanism,
  type MechanismWithRuns,
  option,
  type Parameter,
  type Parameters,
  range,
  type Scalar,
  type Schema,
} from '../../../engine/language.ts';

const twice = <Of extends Scalar>(of: Of) => ({ left: option(of), right: option(of) });
const size: Parameter = { least: 1, most: 3, default: 2 };
const parameters = { most: size } satisfies Parameters;
const slips: Fault = { doc: 'It may slip, once.', times: 1 };

const scale = mechanism({
  parameters,
  faults: { slips },
  state: ({ most }) => ({ ...twice(range(1, most)), isEven: bool }) satisfies Schema,
});

const load = scale.action({
  says: 'A weight of {it} is put on both sides.',
  args: { it: range(1, 2) },
  when: { 'it is empty': (_, s) => s.left === null },
  then: ({ it }, s, { most }) => {
    s.left = Math.min(it, most);
    s.right = s.left;
    s.isEven = true;
  },
});
const unload = scale.action({
  says: 'Both sides are emptied.',
  when: { 'it is loaded': (_, s) => s.left !== null },
  then: (_, s) => {
    s.left = null;
    s.right = null;
    s.isEven = false;
  },
});
const slip = scale.action({
  says: 'What is on the right slips off.',
  fault: 'slips',
  when: { 'it is loaded': (_, s) => s.right !== null },
  then: (_, s) => {
    s.right = null;
  },
});

export const model = scale.model({
  id: 'example/tools',
  title: 'A pair of scales',
  actions: { load, unload, slip },
  always: { 'both sides are alike': (s) => s.left === s.right },
  sometimes: { 'it is loaded': (s) => s.isEven },
});

export const actionsOf = ({ model: { actions } }: Mechanism): Actions => actions;
export const clausesOf = ({ when }: Action): readonly string[] => Object.keys(when);
export const holds = (each: Expected<Erased, Erased, Erased>): boolean => !('violates' in each);
export const expectsOnlyGood = ({ expect }: MechanismWithRuns): boolean => expect.every(holds);
