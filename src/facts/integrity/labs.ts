/**
 * Exercises: what one names is of its model, with values within the bounds, and of its system; its labs before it make no circle.
 * What only the running model can tell (the least number of steps, which choice is right) is tested in src/labs/.
 */
import { cyclesIn } from '../dependencies.ts';
import { find, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';
import { addressFault, type Pages } from './addresses.ts';
import type { ModelFacts, Models } from './models.ts';

type Advice = Pick<Problem, 'says' | 'fix'>;
type Told = readonly [field: FieldPath, advice: Advice | undefined];

export function badLabs(entries: Entries, models: Models, pages: Pages): Problem[] {
  return [...entries.labs.flatMap((entry) => [...badLab(entry, models), ...strangers(entry, entries, pages)]), ...circles(entries)];
}

function badLab({ file, data }: Entry<'labs'>, models: Models): Problem[] {
  const model = models.get(data.model);
  if (!model) return []; // already reported as a reference that leads nowhere
  const { scenario, step } = data.from ?? {};
  const known = (name: string | undefined, of: readonly string[]) =>
    name === undefined || of.includes(name) ? undefined : unknown(data.model, name, of);
  const most = scenario === undefined ? undefined : model.steps.get(scenario);
  const told: Told[] = [
    ...settings(['with'], data.with, data.model, model),
    [['from', 'scenario'], known(scenario, model.scenarios)],
    [['from', 'step'], most !== undefined && step! > most ? tooLate(scenario!, most) : undefined],
    ...ofKind(data, model, known),
  ];
  return told.flatMap(([field, advice]) => (advice ? [{ file, field, ...advice }] : []));
}

function ofKind(
  data: Entry<'labs'>['data'],
  model: ModelFacts,
  known: (name: string, of: readonly string[]) => Advice | undefined,
): Told[] {
  switch (data.kind) {
    case 'reach': {
      const { goal } = data;
      if ('sometimes' in goal) return [[['goal', 'sometimes'], known(goal.sometimes, model.properties)]];
      return 'breaks' in goal ? [[['goal', 'breaks'], known(goal.breaks, model.properties)]] : [];
    }
    case 'predict':
      return [];
    case 'find':
      return [
        [['hidden'], data.among.includes(data.hidden) ? undefined : { says: 'it is not among the choices', fix: 'Add it to among.' }],
        ...data.among.map((fault, i): Told => [['among', i], known(fault, model.faults)]),
      ];
    case 'log':
      return (data.variants ?? []).flatMap((it, i) => settings(['variants', i, 'with'], it.with, data.model, model));
    default:
      return data.must.flatMap(({ with: wanted, finds }, i): Told[] => [
        ...settings(['must', i, 'with'], wanted, data.model, model),
        ...('reaches' in finds ? [[['must', i, 'finds', 'reaches'], known(finds.reaches, model.properties)] as const] : []),
        ...('plays' in finds ? [[['must', i, 'finds', 'plays'], known(finds.plays, model.scenarios)] as const] : []),
      ]);
  }
}

const settings = (at: FieldPath, wanted: Readonly<Record<string, number | boolean>> | undefined, id: string, model: ModelFacts): Told[] =>
  Object.entries(wanted ?? {}).map(([name, value]) => [[...at, name], setting(id, model, name, value)]);

function setting(id: string, model: ModelFacts, name: string, value: number | boolean): Advice | undefined {
  const bounds = model.parameters.get(name);
  if (bounds) {
    const fits = typeof value === 'number' && Number.isInteger(value) && bounds.least <= value && value <= bounds.most;
    return fits
      ? undefined
      : { says: `${value} is no value of '${name}'`, fix: `Write a whole number from ${bounds.least} to ${bounds.most}.` };
  }
  if (!model.faults.includes(name)) return unknown(id, name, [...model.parameters.keys(), ...model.faults]);
  return typeof value === 'boolean' ? undefined : { says: `'${name}' is a fault of the model`, fix: 'Write true or false.' };
}

function unknown(id: string, name: string, known: readonly string[]): Advice {
  const meant = nearest(name, known);
  return {
    says: `the model ${id} has no '${name}'`,
    fix: meant ? `Did you mean '${meant}'?` : `It has ${known.join(', ') || 'none'}.`,
  };
}

const tooLate = (scenario: string, most: number): Advice => ({
  says: `'${scenario}' has ${most} steps that can be taken`,
  fix: 'Name one of these.',
});

/** A lab is about a model of its system, and leads to a rule, a task and a page that are there. */
function strangers({ file, data }: Entry<'labs'>, entries: Entries, pages: Pages): Problem[] {
  const { page, rule, task } = data.leads;
  const other = (field: FieldPath, name: string, system: string | undefined): Problem[] =>
    // What names no system is told where it does.
    system === undefined || system === data.system || !find(entries, 'systems', system)
      ? []
      : [{ file, field, says: `${name} is of another system`, fix: `Name one of ${data.system}.` }];
  const fault = addressFault(page, pages);
  return [
    ...other(['model'], data.model, data.model.split('/')[0]),
    ...other(['leads', 'rule'], rule, find(entries, 'rules', rule)?.data.system),
    ...(task === undefined ? [] : other(['leads', 'task'], task, find(entries, 'tasks', task)?.data.system)),
    ...(fault ? [{ file, field: ['leads', 'page'], ...fault }] : []),
  ];
}

function circles(entries: Entries): Problem[] {
  return cyclesIn(entries.labs.map(({ id, data }) => ({ id, needs: data.after }))).map((cycle) => {
    const { file, data } = find(entries, 'labs', cycle[0]!)!;
    const next = cycle[1] ?? cycle[0]!;
    return {
      file,
      field: ['after', data.after.indexOf(next)],
      says: cycle.length === 1 ? 'this lab comes after itself' : `a circle: ${[...cycle, cycle[0]].join(' comes after ')}`,
      fix: 'Take out the one that it does not need.',
    };
  });
}
