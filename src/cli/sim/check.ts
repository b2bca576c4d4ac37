/**
 * `sim check`: every search that a model expects something of, or the searches at settings that the caller gives. A model that cannot be
 * searched is a line of its own.
 */
import { check, type Checked, type ExpectedSearch } from '../../engine/checker.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { counterexampleOf, sentencesOf, type Counterexample } from './counterexample.ts';
import { inWords, type Loaded } from './models.ts';
import { combinations, settingsInWords, type Settings } from './settings.ts';

export interface CheckOptions {
  readonly json: boolean;
  /** Whether the counterexample of an expected violation is printed too. */
  readonly trace: boolean;
  /** Gives up when more states than this have been found. */
  readonly most: number | undefined;
  readonly with: readonly string[];
}

/** What one search gave. */
interface Row extends Pick<Checked, 'found' | 'gaps'> {
  readonly id: string;
  readonly with: Settings;
  readonly symmetric: boolean;
  /** Left out where the model expects nothing of these settings. */
  readonly expected?: Checked['expected'];
  /** As expected; where nothing is expected, whether every property holds. */
  readonly agrees: boolean;
  readonly milliseconds: number;
  readonly trace?: Counterexample;
}
/** A model that cannot be loaded or searched. */
interface Broken {
  readonly id: string;
  readonly with: Settings;
  readonly problem: string;
}

/** Returns the exit status. */
export function checkModels(models: readonly Loaded[], options: CheckOptions): number {
  const rows = models.flatMap((model): (Row | Broken)[] =>
    'problem' in model
      ? [{ ...model, with: {} }]
      : searchesOf(model.mechanism, options.with).map((it) => rowOf(model.mechanism, it, options)),
  );
  const isWrong = rows.some((row) => 'problem' in row || !row.agrees || row.gaps.length > 0);
  if (options.json) console.log(JSON.stringify(rows, null, 2));
  else if (options.with.some((it) => it.includes('..'))) for (const line of tableOf(rows)) console.log(line);
  else for (const row of rows) console.log('problem' in row ? brokenLine(row) : linesOf(row).join('\n'));
  if (!options.json)
    console.log(isWrong ? summaryOf(rows) : `${rows.length} ${rows.length === 1 ? 'search' : 'searches'}, all as expected`);
  return isWrong ? 1 : 0;
}

function summaryOf(rows: readonly (Row | Broken)[]): string {
  const broken = rows.filter((row) => 'problem' in row).length;
  const searches = rows.length - broken;
  const unlike = rows.filter((row) => !('problem' in row) && (!row.agrees || row.gaps.length > 0)).length;
  return (
    [
      `${unlike} of ${searches} searches ${unlike === 1 ? 'is' : 'are'} not as expected`,
      ...(broken > 0 ? [`${broken} could not be made`] : []),
    ].join(', ') + ': see the lines with !'
  );
}

/** A search with what is expected of it; `undefined` where the model says nothing of these settings. */
type Wanted = { readonly settings: Settings; readonly symmetric: boolean; readonly search: ExpectedSearch | undefined };

function searchesOf(mechanism: MechanismWithRuns, given: readonly string[]): Wanted[] {
  const expected = mechanism.expect as readonly ExpectedSearch[];
  const wanted = expected.map((search): Wanted => ({
    settings: (search.with ?? {}) as Settings,
    symmetric: search.symmetric ?? false,
    search,
  }));
  if (given.length === 0) return wanted;
  return combinations(mechanism, given).map((settings) => {
    const same = wanted.find((it) => !it.symmetric && isSame(mechanism, it.settings, settings));
    return { settings, symmetric: false, search: same?.search };
  });
}

/** Whether two settings make one configuration: what is left out has its default. */
function isSame({ parameters, faults }: MechanismWithRuns, a: Settings, b: Settings): boolean {
  const valueIn = (settings: Settings, name: string) => (Object.hasOwn(settings, name) ? settings[name] : undefined);
  return (
    Object.entries(parameters).every(([name, it]) => (valueIn(a, name) ?? it.default) === (valueIn(b, name) ?? it.default)) &&
    Object.keys(faults).every((name) => (valueIn(a, name) ?? false) === (valueIn(b, name) ?? false))
  );
}

/** `check` compares with something; where nothing is expected, its verdict on this is not read. */
const NOTHING = { states: 0, transitions: 0, depth: 0 };

/** What `check` says of a search without faults that came to its limit; here it is said of every one. */
const PARTIAL = 'The search did not take up every state.';

function rowOf(mechanism: MechanismWithRuns, { settings, symmetric, search }: Wanted, { most, trace }: CheckOptions): Row | Broken {
  const { id } = mechanism.model;
  const from = performance.now();
  try {
    const checked = check(mechanism, search ?? { ...NOTHING, with: settings }, most === undefined ? {} : { most });
    const milliseconds = Math.round(performance.now() - from);
    const { expected, found, exploration } = checked;
    const gaps =
      checked.gaps.includes(PARTIAL) || exploration.exhaustive || exploration.violation ? checked.gaps : [...checked.gaps, PARTIAL];
    const agrees = search ? checked.agrees : !('violates' in found) && exploration.exhaustive;
    const told = trace || !agrees || gaps.length > 0 ? counterexampleOf(mechanism, settings, exploration) : undefined;
    return {
      id,
      with: settings,
      symmetric,
      ...(search && { expected }),
      found,
      agrees,
      gaps,
      milliseconds,
      ...(told && { trace: told }),
    };
  } catch (error) {
    return { id, with: settings, problem: inWords(error) };
  }
}

const brokenLine = ({ id, with: settings, problem }: Broken): string =>
  `! ${id.padEnd(30)} ${settingsInWords(settings).padEnd(26)} cannot be searched: ${problem}`;

function linesOf({ id, with: settings, symmetric, expected, found, agrees, gaps, milliseconds, trace }: Row): string[] {
  const setting = [settingsInWords(settings), symmetric ? 'symmetric' : ''].filter((it) => it !== '').join(' ');
  return [
    `${agrees ? ' ' : '!'} ${id.padEnd(30)} ${setting.padEnd(26)} ${inWordsOf(found)}, ${milliseconds} ms`,
    ...(agrees || !expected ? [] : [`    expected: ${inWordsOf(expected)}`]),
    ...gaps.map((gap) => `! ${id.padEnd(30)} ${gap}`),
    ...(trace ? sentencesOf(trace) : []),
  ];
}

function inWordsOf(found: Checked['found']): string {
  if ('states' in found) return `${found.states} states, ${found.transitions} transitions, depth ${found.depth}`;
  if ('steps' in found) return `"${found.violates}" fails after ${found.steps} steps`;
  return `"${found.violates}" never comes: ${found.stem} steps, then ${found.loop === 0 ? 'the end' : `${found.loop} for ever`}`;
}

/** A sweep as a table: a column for each setting, then what was found. */
function tableOf(rows: readonly (Row | Broken)[]): string[] {
  const names = Object.keys(rows[0]?.with ?? {});
  const head = ['', ...names, 'states', 'transitions', 'depth', 'ms', 'verdict'];
  const body = rows.map((row): string[] => {
    const settings = names.map((name) => String(row.with[name]));
    if ('problem' in row) return ['!', ...settings, '', '', '', '', `cannot be searched: ${row.problem}`];
    const { found, agrees, gaps, milliseconds, expected } = row;
    const counts = 'states' in found ? [found.states, found.transitions, found.depth].map(String) : ['', '', ''];
    const verdict = agrees ? (expected ? 'as expected' : 'every property holds') : 'states' in found ? 'not as expected' : inWordsOf(found);
    return [agrees && gaps.length === 0 ? ' ' : '!', ...settings, ...counts, String(milliseconds), [verdict, ...gaps].join('; ')];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => line[column]!.length)));
  const table = [head, ...body].map((line) =>
    line.map((cell, column) => (column === line.length - 1 ? cell : cell.padStart(widths[column]!))).join('  '),
  );
  const traces = rows.flatMap((row) =>
    'trace' in row && row.trace ? ['', `${settingsInWords(row.with)}: ${inWordsOf(row.found)}`, ...sentencesOf(row.trace)] : [],
  );
  return [...table, ...traces];
}
