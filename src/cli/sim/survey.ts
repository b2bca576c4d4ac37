/** `sim survey` and `sim graph`: what more a search can tell, as tables, and the state graph as DOT. */
import { machine } from '../../engine/checker.ts';
import { dotOf, drawnGraph, faultsOf, rarityOf, sizesOf, type Ending, type Rarity } from '../../engine/whole-graph.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import type { Settings } from './settings.ts';

export interface SurveyCall {
  readonly settings: Settings;
  readonly most: number;
  readonly json: boolean;
}

/** Returns the exit status. */
export function surveyModel(mechanism: MechanismWithRuns, { settings, most, json }: SurveyCall): number {
  const m = machine(mechanism, settings);
  const rarity = lastOf(rarityOf(m, { most }));
  const sizes = rowsOf(sizesOf(m, { most }));
  const faults = rowsOf(faultsOf(m, { most }));
  if (json) {
    console.log(JSON.stringify({ id: mechanism.model.id, with: settings, rarity, sizes, faults }, null, 2));
    return 0;
  }
  const tables = [
    rarityLines(rarity),
    [
      'By size:',
      ...sizes.map(
        ({ parameter, value, isUsual, ending }) => `  ${isUsual ? '*' : ' '} ${`${parameter}=${value}`.padEnd(28)} ${endingWords(ending)}`,
      ),
    ],
    ['By fault:', ...faults.map(({ faults: on, ending }) => `    ${(on.join(' and ') || 'none').padEnd(44)} ${endingWords(ending)}`)],
  ];
  for (const lines of tables) for (const line of [...lines, '']) console.log(line);
  return 0;
}

/** Returns the exit status: 1 when there are more states than are to be drawn. */
export function printGraph(mechanism: MechanismWithRuns, { settings, most }: Omit<SurveyCall, 'json'>): number {
  const m = machine(mechanism, settings);
  const graph = drawnGraph(m, most);
  if (graph) {
    console.log(dotOf(m, graph).trimEnd());
    return 0;
  }
  console.error(`${mechanism.model.id} has more than ${most} states at these settings. --with sets smaller ones, --most draws more.`);
  return 1;
}

function rarityLines({ states, transitions, exhaustive, levels, goals, actions }: Rarity): string[] {
  const share = (count: number, of: number): string => `${String(count).padStart(9)}  ${((100 * count) / of).toFixed(1).padStart(5)} %`;
  return [
    `${states} states${exhaustive ? '' : ', not all'}, by the steps to them:`,
    ...levels.map((count, depth) => `  ${String(depth).padStart(4)} ${share(count, states)}`),
    '',
    'In so many of them:',
    ...goals.map(({ name, states: count }) => `  ${share(count, states)}  ${name}`),
    '',
    `Of ${transitions} steps:`,
    ...actions.map(({ name, states: count }) => `  ${share(count, Math.max(1, transitions))}  ${name}`),
  ];
}

function endingWords({ states, transitions, depth, exhaustive, breaks, steps, isPromise, isStuck }: Ending): string {
  if (breaks !== undefined) return isPromise ? `"${breaks}" never comes, ${steps} steps` : `"${breaks}" fails after ${steps} steps`;
  const counted = `${states} states, ${transitions} transitions, depth ${depth}`;
  return `${counted}${isStuck ? ', gets stuck' : ''}${exhaustive ? '' : ', not all'}`;
}

function rowsOf<Row>(running: Generator<Row | undefined, unknown>): Row[] {
  return [...running].filter((row) => row !== undefined);
}

function lastOf<Result>(running: Generator<unknown, Result>): Result {
  for (;;) {
    const next = running.next();
    if (next.done) return next.value;
  }
}
