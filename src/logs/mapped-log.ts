/** A map on a model: what a line of a log says of it. The names of the map are compared with what the model has. */
import { candidateOf, machine, type Machine, type PlainState } from '../engine/checker.ts';
import type { Observation } from '../engine/whole-graph.ts';
import type { Mechanism } from '../engine/language.ts';
import type { Given, LogMap, MapProblem, MapRule, Target } from './log-map.ts';

/** What a line of the log is. */
export type Said =
  | { readonly is: 'other' }
  | { readonly is: 'again' }
  | { readonly is: 'step'; readonly observation: Observation; readonly by: MapRule }
  /** It is mapped, and cannot be understood. */
  | { readonly is: 'unclear'; readonly says: string; readonly by: MapRule | undefined };

/** So much of a line is looked at. */
export const MOST_OF_A_LINE = 8192;
/** So many different observations are kept: most lines of a log say again what one before said. */
const MOST_KEPT = 10_000;

type Args = Readonly<Record<string, unknown>>;
type Values = readonly (readonly [string, string])[];

/** A step or a look as a line tells it, in the values of the model. */
interface Told {
  readonly action: string | undefined;
  readonly args: Values;
  readonly seen: Values;
}

export class MappedLog {
  readonly m: Machine;
  readonly hidden: ReadonlySet<number>;
  private readonly map: LogMap;
  private readonly argsOf: readonly Args[];
  private readonly kept = new Map<string, Said>();
  /** What was understood, by what it says: the same after the system has begun again. */
  private readonly observed = new Map<string, Said>();
  /** Names in the order in which the log had them first. */
  private readonly named = new Map<string, string[]>();
  /** Of numbers that are counted, the first that the log had. */
  private readonly counted = new Map<string, number>();

  private constructor(m: Machine, map: LogMap) {
    this.m = m;
    this.map = map;
    this.argsOf = Array.from({ length: m.instances }, (_, instance) => candidateOf(m, instance).args);
    const hidden = new Set(map.hidden.map(({ action }) => action));
    this.hidden = new Set(instancesOf(m, ({ name }) => hidden.has(name)));
  }

  /** The map on its model, or every name of it that the model does not have. */
  static of(mechanism: Mechanism, map: LogMap): { readonly log: MappedLog } | { readonly problems: readonly MapProblem[] } {
    const problems: MapProblem[] = [];
    const config = settingsOf(mechanism, map, problems);
    const m = machine(mechanism, config);
    const actions = new Map(m.actions.map(({ name, params }) => [name, params.map((it) => it.name)]));
    const known = (line: number, action: string): readonly string[] | undefined => {
      const params = actions.get(action);
      if (!params) problems.push({ line, says: `the model has no action '${action}'`, fix: `It has ${[...actions.keys()].join(', ')}.` });
      return params;
    };
    for (const { line, action } of map.hidden) known(line, action);
    for (const { line, targets } of map.rules)
      for (const { action, args, sees } of targets) {
        problems.push(...pathProblems(m, line, sees));
        const params = action === undefined ? undefined : known(line, action);
        if (params) problems.push(...argumentProblems(line, action!, args, params));
      }
    return problems.length > 0 ? { problems } : { log: new MappedLog(m, map) };
  }

  /** What a line says. */
  read(line: string): Said {
    const text = line.slice(0, MOST_OF_A_LINE);
    for (const rule of this.map.rules) {
      const matcher = rule.expression.matcher(text);
      if (!matcher.find()) continue;
      if (rule.begins) return this.begun();
      if (rule.targets.length === 0) return { is: 'other' };
      return this.said(rule, new Map(rule.groups.map((group) => [group, matcher.group(group) ?? ''])));
    }
    return this.map.refusesOthers ? { is: 'unclear', says: 'no expression of the map fits it', by: undefined } : { is: 'other' };
  }

  /** What was named in order, and what follows from it, was of the run before. */
  private begun(): Said {
    this.named.clear();
    this.counted.clear();
    this.kept.clear();
    return { is: 'again' };
  }

  private said(rule: MapRule, caught: ReadonlyMap<string, string>): Said {
    const key = `${rule.line} ${[...caught.values()].join('\u0000')}`;
    const known = this.kept.get(key);
    if (known) return known;
    const said = this.understood(rule, caught);
    if (this.kept.size < MOST_KEPT) this.kept.set(key, said);
    return said;
  }

  private understood(rule: MapRule, caught: ReadonlyMap<string, string>): Said {
    const told: Told[] = [];
    for (const target of rule.targets) {
      const args = this.valuesOf([...target.args], caught);
      const seen = this.valuesOf(target.sees.map(({ path, value }) => [path, value] as const), caught); // prettier-ignore
      const unclear = [args, seen].find((it) => 'says' in it);
      if (unclear && 'says' in unclear) return { is: 'unclear', says: unclear.says, by: rule };
      told.push({ action: target.action, args: args as Values, seen: seen as Values });
    }
    const key = `${rule.line} ${JSON.stringify(told)}`;
    let said = this.observed.get(key);
    if (!said) this.observed.set(key, (said = this.observationOf(rule, told)));
    return said;
  }

  private observationOf(rule: MapRule, told: readonly Told[]): Said {
    const may = new Set<number>();
    for (const { action, args } of told) {
      if (action === undefined) continue;
      const fits = (instance: number) => args.every(([name, wanted]) => isWritten(this.argsOf[instance]![name], wanted));
      const found = instancesOf(this.m, ({ name }) => name === action).filter(fits);
      if (found.length === 0)
        return {
          is: 'unclear',
          says: `the model has no ${action} with ${args.map(([name, value]) => `${name}=${value}`).join(', ')}`,
          by: rule,
        };
      for (const instance of found) may.add(instance);
    }
    const seen = told.flatMap((it) => it.seen);
    const sees = seen.length === 0 ? undefined : (state: PlainState) => seen.every(([path, wanted]) => isWritten(at(state, path), wanted));
    const isLook = told.every(({ action }) => action === undefined);
    return { is: 'step', observation: { may: isLook ? undefined : may, sees }, by: rule };
  }

  /** What the log tells of these, or why one cannot be understood. */
  private valuesOf(given: readonly (readonly [string, Given])[], caught: ReadonlyMap<string, string>): Values | { readonly says: string } {
    const values: [string, string][] = [];
    for (const [name, it] of given) {
      const value = this.valueOf(it, caught);
      if (typeof value === 'object') return value;
      if (value !== undefined) values.push([name, value]);
    }
    return values;
  }

  /** The value of the model, undefined where the log does not tell it, or why there is none. */
  private valueOf(given: Given, caught: ReadonlyMap<string, string>): string | undefined | { readonly says: string } {
    if (given.is === 'untold') return undefined;
    if (given.is === 'constant') return given.text;
    const said = caught.get(given.group)!;
    if (given.values === undefined) return said;
    const { written, inOrder, from } = this.map.values.get(given.values)!;
    if (from !== undefined) return this.count(given.values, said, from);
    if (!inOrder) return written.get(said) ?? { says: `'${said}' is none of the values '${given.values}'` };
    const names = this.named.get(given.values) ?? [];
    if (!names.includes(said)) this.named.set(given.values, [...names, said]);
    const place = names.indexOf(said);
    return String(place < 0 ? names.length : place);
  }

  /** A number of the log as one of the model, which begins at `from` where the log begins. */
  private count(values: string, said: string, from: number): string | { readonly says: string } {
    if (!/^\d{1,15}$/.test(said)) return { says: `'${said}' is no number, as the values '${values}' are` };
    const first = this.counted.get(values) ?? Number(said);
    this.counted.set(values, first);
    return String(Number(said) - first + from);
  }
}

const instancesOf = (m: Machine, of: (action: Machine['actions'][number]) => boolean): number[] =>
  m.actions.filter(of).flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i));

/** Whether a value of the model, as plain data, is what a map or a log writes: a set or a list in any order, with commas or bars between. */
function isWritten(value: unknown, wanted: string): boolean {
  if (!Array.isArray(value)) return String(value) === wanted || (value === null && wanted === 'none');
  const items = wanted.split(/[,|]/).filter(Boolean);
  return items.length === value.length && items.every((item) => value.some((each) => String(each) === item));
}

const at = (state: PlainState, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Args)[name] : undefined), state); // prettier-ignore

function argumentProblems(line: number, action: string, args: Target['args'], params: readonly string[]): MapProblem[] {
  const stray = [...args.keys()].filter((name) => !params.includes(name));
  const missing = params.filter((name) => !args.has(name));
  return [
    ...stray.map((name) => ({
      line,
      says: `${action} has no argument '${name}'`,
      fix: params.length > 0 ? `It has ${params.join(', ')}.` : 'It has none.',
    })),
    ...missing.map((name) => ({
      line,
      says: `${action} lacks its argument '${name}'`,
      fix: `Add ${name}=$…, or ${name}=? where the log does not tell it.`,
    })),
  ];
}

function pathProblems(m: Machine, line: number, sees: Target['sees']): MapProblem[] {
  m.words.set(m.initial);
  const fields = Object.keys(m.schema);
  return sees
    .filter(({ path }) => !fields.includes(path.split('.')[0]!))
    .map(({ path }) => ({ line, says: `the state has no '${path.split('.')[0]!}'`, fix: `It has ${fields.join(', ')}.` }));
}

/** The settings of a map as the machine takes them. */
function settingsOf({ parameters, faults }: Mechanism, { settings }: LogMap, problems: MapProblem[]): Record<string, number | boolean> {
  const config: Record<string, number | boolean> = {};
  for (const { line, text } of settings) {
    const [name = '', value] = text.split('=');
    const wrong = (says: string, fix: string) => problems.push({ line, says, fix });
    const parameter = Object.hasOwn(parameters, name) ? parameters[name]! : undefined;
    const isFault = Object.hasOwn(faults, name);
    if (!parameter && !isFault)
      wrong(
        `the model has no parameter and no fault '${name}'`,
        `It has ${[...Object.keys(parameters), ...Object.keys(faults)].join(', ')}.`,
      );
    else if (isFault && value !== undefined) wrong(`${name} is a fault`, `Switch it on by its name alone: with ${name}`);
    else if (isFault) config[name] = true;
    else if (parameter && !(/^\d{1,9}$/.test(value ?? '') && Number(value) >= parameter.least && Number(value) <= parameter.most))
      wrong(`${name} is a number from ${parameter.least} to ${parameter.most}`, `Write with ${name}=${parameter.least}.`);
    else config[name] = Number(value);
  }
  return config;
}
