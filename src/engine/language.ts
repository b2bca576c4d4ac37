/** What a model is written in: the one file of the engine that a mechanism imports. */
export { type About, type Basis, type Group, groups, type PictureMoment, type Try } from './language/about.ts';
export type { ActionOf, ConfigOf, InvariantOf, KindOf, RuleOf, StateOf } from './language/types-of.ts';
export type { Erased } from './language/erased.ts';
export { insist } from './language/insist.ts';
export { clear } from './state/clear.ts';
export {
  type Action,
  type Actions,
  type Expected,
  type Fault,
  type Mechanism,
  type MechanismWithRuns,
  type Parameter,
  type Parameters,
  type ConfigIn,
  type RowIn,
  type StateIn,
  mechanism,
  scenariosOf,
  withRuns,
} from './language/model.ts';
export {
  type Scalar,
  type Schema,
  bits,
  bool,
  flags,
  id,
  list,
  oneOf,
  option,
  orderedTable,
  perId,
  queue,
  range,
  setOf,
  table,
  tuple,
} from './language/schema.ts';
