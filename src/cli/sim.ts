/** `npm run sim`: the models without a browser. What each form does lies in `sim/`. */
import type { MechanismWithRuns } from '../engine/language.ts';
import { form, oneOf, runCommand, wholeNumber, WrongCall, type Command } from './command/command.ts';
import { bench } from './sim/bench.ts';
import { conform } from './sim/conform.ts';
import { checkModels } from './sim/check.ts';
import { lab } from './sim/lab.ts';
import { listModels } from './sim/list.ts';
import { loadModels } from './sim/models.ts';
import { formats, runModel } from './sim/run.ts';
import { onlyCombination } from './sim/settings.ts';
import { printGraph, surveyModel } from './sim/survey.ts';

const json = { says: 'prints JSON' } as const;
const model = { name: 'id', says: 'a model, by its system and mechanism, as list prints them' } as const;

const usualSteps = 20;
const mostSteps = 100_000;
const mostStates = 1 << 27;

const list = form({
  says: 'Lists the models.',
  words: [],
  options: { json },
  run: async (_, given) => listModels(await loadModels(undefined), given.json),
});

const check = form({
  says: 'Makes every search that a model expects something of, or those that --with asks for. An unexpected result is printed with its counterexample.',
  words: [{ ...model, is: 'optional' }],
  options: {
    with: {
      takes: 'name=n',
      many: true,
      says: 'searches at this parameter (n, or a sweep such as 2..5) or, by its name alone, with this fault',
    },
    most: { takes: 'n', says: 'gives up when more than n states have been found' },
    trace: { says: 'prints the counterexample of an expected violation too' },
    json,
  },
  run: async ([id], given) => {
    if (id === undefined && given.with.length > 0) throw new WrongCall('--with needs the model that it configures.');
    const most = given.most === undefined ? undefined : wholeNumber('--most', given.most, 1, mostStates);
    return checkModels(await loadModels(id), { ...given, most });
  },
});

const run = form({
  says: 'Walks through a model at random, or replays a trace, and says where a rule breaks.',
  words: [{ ...model, is: 'required' }],
  options: {
    trace: { takes: 'file', says: "replays a trace, Orrery's own or ITF" },
    seed: { takes: 'n', says: 'walks another way; 1 when left out' },
    steps: { takes: 'n', says: `walks so many steps, at most ${mostSteps}; ${usualSteps} when left out` },
    with: { takes: 'name=n', many: true, says: 'a parameter, or by its name alone a fault' },
    as: { takes: 'format', says: `prints the run for another tool: ${formats.join(', ')}` },
    json,
  },
  run: async ([id], given) => {
    const walks = given.seed !== undefined || given.steps !== undefined || given.with.length > 0;
    if (given.trace !== undefined && walks)
      throw new WrongCall('A trace has its own configuration and steps, so --trace goes without --seed, --steps and --with.');
    const seed = wholeNumber('--seed', given.seed ?? '1', 0, Number.MAX_SAFE_INTEGER);
    const steps = wholeNumber('--steps', given.steps ?? String(usualSteps), 0, mostSteps);
    const as = given.as === undefined ? undefined : oneOf('format', given.as, formats);
    const mechanism = await only(id);
    if (!mechanism) return 1;
    return runModel(mechanism, { ...given, seed, steps, as, settings: onlyCombination(mechanism, given.with) });
  },
});

/** The model that a call names; undefined, after a sentence, where it cannot be loaded. */
async function only(id: string | undefined): Promise<MechanismWithRuns | undefined> {
  const [loaded] = await loadModels(id);
  if (loaded && 'mechanism' in loaded) return loaded.mechanism;
  console.error(`${loaded!.id} cannot be loaded: ${loaded!.problem}`);
  return undefined;
}

const holdAgainst = form({
  says: 'Holds a log against a model: prints a run that explains it, or the first line that no run explains and what was possible there.',
  words: [
    { ...model, is: 'required' },
    { name: 'log', says: 'a file, or - for what is piped in', is: 'required' },
  ],
  options: {
    map: { takes: 'file', says: 'which lines are which steps, where none is shipped for the model; CONTRIBUTING tells how one is written' },
    json,
  },
  run: async ([id, log], given) => {
    const mechanism = await only(id);
    if (!mechanism) return 1;
    return conform(mechanism, log!, { map: given.map, json: given.json });
  },
});

const gradeLab = form({
  says: 'Prints the task of a lab, or grades an answer to it: what was looked at, or the shortest run that shows what is wrong. Code in the answer is run.',
  words: [
    { name: 'id', says: 'a lab, by the name of its record', is: 'required' },
    { name: 'answer', says: 'a file with the answer', is: 'optional' },
  ],
  options: {},
  run: ([id, answer]) => lab(id!, answer),
});

const settingsOption = { takes: 'name=n', many: true, says: 'a parameter, or by its name alone a fault' } as const;
/** A graph of more states is drawn by Graphviz, and read by nobody. */
const usualDrawn = 2_000;
const usualSurveyed = 1_000_000;

const survey = form({
  says: 'Prints what more a search can tell: states by depth, how often goals and actions come up, other sizes, faults alone and in twos.',
  words: [{ ...model, is: 'required' }],
  options: { with: settingsOption, most: { takes: 'n', says: `ends each search at n states; ${usualSurveyed} when left out` }, json },
  run: async ([id], given) => {
    const most = wholeNumber('--most', given.most ?? String(usualSurveyed), 1, mostStates);
    const mechanism = await only(id);
    return mechanism ? surveyModel(mechanism, { settings: onlyCombination(mechanism, given.with), most, json: given.json }) : 1;
  },
});

const graph = form({
  says: 'Prints the state graph as DOT, for Graphviz.',
  words: [{ ...model, is: 'required' }],
  options: { with: settingsOption, most: { takes: 'n', says: `draws at most n states; ${usualDrawn} when left out` } },
  run: async ([id], given) => {
    const most = wholeNumber('--most', given.most ?? String(usualDrawn), 1, 1_000_000);
    const mechanism = await only(id);
    return mechanism ? printGraph(mechanism, { settings: onlyCombination(mechanism, given.with), most }) : 1;
  },
});

export const command: Command = {
  name: 'sim',
  says: 'the models without a browser',
  exits: {
    0: 'all is well',
    1: 'a search found something else than was expected, a rule broke, a trace is no run, a log is not explained, an answer is wrong, or a model cannot be searched',
    2: 'the call is wrong, or the output was lost',
  },
  forms: {
    list,
    check,
    run,
    survey,
    graph,
    conform: holdAgainst,
    lab: gradeLab,
    bench: form({
      says: 'Measures the engine against its targets.',
      words: [],
      options: { chromium: { says: 'measures what only a browser can give, over the last build' }, json },
      run: (_, given) => bench(given),
    }),
  },
};

if (import.meta.main) await runCommand(command);
