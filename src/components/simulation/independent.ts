/**
 * What an independent tool counts for a model in its usual configuration: the reference models in `bench/spin/`, written by hand
 * from the rules. A number is put here only when the reference model has been run; the tests beside them compare it.
 */
import type { Machine } from '../../engine/checker.ts';

interface Independent {
  readonly tool: string;
  readonly states: number;
}

const TOOL = 'SPIN 6.5.2';

const counts: Readonly<Record<string, Independent>> = {
  'themelios/capability-space': { tool: TOOL, states: 99_352 },
  'themelios/scheduler': { tool: TOOL, states: 562 },
  'themelios/ipc': { tool: TOOL, states: 2_934 },
  'themelios/frame-allocator': { tool: TOOL, states: 411 },
  'avyos/sutra': { tool: TOOL, states: 175 },
  'starina/poll': { tool: TOOL, states: 3_132 },
  'violetos/deadline-scheduler': { tool: TOOL, states: 3_913 },
  'zos/boot-graph': { tool: TOOL, states: 5_374 },
};

/** Undefined when there is no reference model, or when the settings are not those that it was written for. */
export function independentCount({ mechanism, config }: Machine): Independent | undefined {
  const isUsual = Object.entries(mechanism.parameters).every(([name, { default: usual }]) => config[name] === usual);
  const isWhole = Object.keys(mechanism.faults).every((name) => config[name] === false);
  return isUsual && isWhole ? counts[mechanism.model.id] : undefined;
}
