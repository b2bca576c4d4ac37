/** What runs, searches and exchanges a model: the one file of the engine that everything but a mechanism imports. */
export { linkTo, modelOfLink, openLink } from './exchange/link.ts';
export { importItf, itfOf } from './exchange/trace-itf.ts';
export { chromeTraceOf, csvOf, mermaidOf } from './exchange/trace-pictures.ts';
export { type Imported, TRACE_FORMAT, configured, importTrace, isRecord, traceOf } from './exchange/trace.ts';
export type { Lasso } from './liveness/liveness.ts';
export { type Blame, type BlamedRow, blame, blamesAt } from './run/blame.ts';
export { type Machine, machine } from './run/machine.ts';
export { replay } from './run/replay.ts';
export { type EnabledAction, type Menu, type Refusal, type Snapshot, begin, follow, menuAt } from './run/run.ts';
export { aimAt, instanceOf } from './run/step.ts';
export { type Checked, type ExpectedSearch, check } from './search/check.ts';
export { type Exploration, Search, explore } from './search/explore.ts';
export { Successors } from './search/successors.ts';
export { Walker, randomFrom, walk } from './search/walk.ts';
export type { PlainState } from './state/plain.ts';
export { asymmetry } from './search/asymmetry.ts';
export { Renaming } from './symmetry/renaming.ts';
export { type Canon, canonical } from './symmetry/symmetry.ts';
