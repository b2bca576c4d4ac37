/**
 * An edited model as a mechanism of the page: its data as the sandbox has told it, and in the place of its code the answers that the sandbox
 * gave. The engine runs it as any other, so the player, the exports and the links to a moment need to know nothing of the sandbox. What has not
 * been told is asked for, and thrown as `NotTold` meanwhile.
 */
import { machine, type Machine } from '../../../engine/checker.ts';
import { insist, type Action, type Erased, type Scalar, type Schema } from '../../../engine/language.ts';
import type { EditedMechanism, Elsewhere } from '../not-told.ts';
import { opened, stepped } from './sandbox/answers.ts';
import type { Moment, Opened, Request, Settings, Stepped, ToldModel } from './sandbox/protocol.ts';
import { SandboxError } from './sandbox/sandbox.ts';
import type { RunsOf } from './subject.ts';

class NotTold extends Error {
  readonly told: Promise<unknown>;

  constructor(told: Promise<unknown>) {
    super('This has not been told yet.');
    this.told = told;
  }
}

/** Asks the sandbox. A failure is also told to the reader. */
export type Ask = (request: Request) => Promise<unknown>;

/** What is known of the model with certain settings. */
interface Known {
  /** One of the machines of this shape: all of them share words and actions. */
  readonly m: Machine;
  readonly start: Moment;
  readonly moments: Map<string, Moment>;
  readonly steps: Map<string, Stepped>;
}

const keyOf = (config: Settings): string => JSON.stringify(config);

/** An edited model is told apart from the shipped one wherever it is named: in files, in traces, in maps of logs. */
const editedId = (id: string): string => `${id}-edited`;

/** `runs`: undefined for the scenarios of the model's own file. */
export function toldMechanism(
  model: ToldModel,
  runs: RunsOf | undefined,
  ask: Ask,
  elsewhere: Omit<Elsewhere, 'settled' | 'id'>,
): EditedMechanism {
  const told = new Told(model, ask);
  const about = runs?.about ?? NOTHING_SAID;
  const mechanism: EditedMechanism = {
    parameters: model.parameters,
    faults: model.faults,
    state: (config) => told.schemaFor(config),
    start: (_, config) => told.begin(config),
    model: {
      id: editedId(model.id),
      title: model.title,
      about,
      actions: Object.fromEntries(model.actions.map((action, i) => [action.name, told.action(action, i)])),
      always: Object.fromEntries(model.always.map((rule) => [rule, told.rule(rule)])),
      sometimes: Object.fromEntries(model.sometimes.map((goal) => [goal, told.goal(goal)])),
      eventually: Object.fromEntries(model.eventually.map((promise) => [promise, { leadsTo: () => true }])),
    },
    about,
    scenarios: { ...(runs ? possible(model, runs.scenarios) : model.scenarios), [FROM_THE_START]: fromTheStart },
    expect: [],
    elsewhere: { ...elsewhere, id: model.id, settled: (act) => told.settled(act) },
  };
  told.mechanism = mechanism;
  return mechanism;
}

/** Of a model that no page is about. */
const NOTHING_SAID: RunsOf['about'] = {
  question: 'What does this model do?',
  group: 'turns',
  basis: 'illustration',
  standsFor: 'what its text says',
  shows: 'what its text says',
  leavesOut: 'what its text does not say',
};

/** A scenario without a step, for a model that fails in its others. No scenario of a file has such a name. */
export const FROM_THE_START = 'from the start';
const fromTheStart: RunsOf['scenarios'][string] = { title: 'From the start', steps: [], ends: 'safe' };

/** The scenarios whose settings the edited model has. */
const possible = (model: ToldModel, scenarios: RunsOf['scenarios']): RunsOf['scenarios'] =>
  Object.fromEntries(Object.entries(scenarios).filter(([, { with: config = {} }]) => isPossible(model, config)));

/** Whether the edited model has the settings that a scenario wants. */
const isPossible = ({ parameters, faults }: ToldModel, config: object): boolean =>
  Object.entries(config).every(([name, value]: [string, unknown]) => {
    const parameter = parameters[name];
    return parameter ? typeof value === 'number' && value >= parameter.least && value <= parameter.most : Object.hasOwn(faults, name);
  });

class Told {
  mechanism: EditedMechanism | undefined;
  private readonly model: ToldModel;
  private readonly ask: Ask;
  private readonly opened = new Map<string, Opened & { readonly schema: Schema }>();
  private readonly known = new Map<string, Known>();
  /** What was thrown last, also where somebody has caught it. */
  private asked: Promise<unknown> | undefined;

  constructor(model: ToldModel, ask: Ask) {
    this.model = model;
    this.ask = ask;
  }

  async settled<Result>(act: () => Result): Promise<Result> {
    for (;;) {
      this.asked = undefined;
      let failed: unknown;
      let result: Result | undefined;
      try {
        result = act();
      } catch (problem) {
        failed = problem;
      }
      if (this.asked) await (this.asked as Promise<unknown>);
      else if (failed === undefined) return result as Result;
      else throw failed;
    }
  }

  schemaFor(config: Settings): Schema {
    const known = this.opened.get(keyOf(config));
    return known ? known.schema : this.wait(this.open({ ...config }));
  }

  /** The state is all zero, and becomes the one that the sandbox began with; unless this machine is made to learn how it is laid out. */
  begin(config: Settings): void {
    const known = this.known.get(keyOf(config));
    known?.m.words.set(known.start.words);
  }

  action({ says, args, when, fault, lanes }: ToldModel['actions'][number], i: number): Action {
    const clause = (bit: number) => (_args: Erased, _s: Erased, config: Settings) => this.allows(config, i, bit);
    return {
      says,
      args: args as Readonly<Record<string, Scalar>>,
      when: Object.fromEntries(when.map((sentence, bit) => [sentence, clause(bit)])),
      then: (_, s, config) => this.take(s, config, i),
      fault,
      lanes,
      fair: undefined,
      fairFor: [],
      cite: undefined,
    };
  }

  rule(rule: string) {
    return (s: Erased, config: Settings): boolean => {
      const known = this.knownFor(config);
      const broken = this.momentIn(known).broken.find((it) => it.rule === rule);
      if (broken) ask(s, known.m.schema, broken.parts);
      return broken === undefined;
    };
  }

  goal(goal: string) {
    return (_: Erased, config: Settings): boolean => this.momentIn(this.knownFor(config)).reached.includes(goal);
  }

  private allows(config: Settings, action: number, bit: number): boolean {
    const known = this.knownFor(config);
    return ((this.momentIn(known).refused[instanceIn(known, action)] ?? 0) & (1 << bit)) === 0;
  }

  private take(s: Erased, config: Settings, action: number): void {
    const known = this.knownFor(config);
    const { words } = known.m;
    giveBack(s, this.model, action);
    const instance = instanceIn(known, action);
    const step = known.steps.get(`${instance} ${words.join()}`);
    if (!step) return this.wait(this.step(known, config, [...words], instance));
    words.set(step.after.words);
    if (step.insisted !== undefined) insist(false, step.insisted);
  }

  private knownFor(config: Settings): Known {
    const known = this.known.get(keyOf(config));
    if (!known) throw new SandboxError('The edited model was not opened with these settings.');
    return known;
  }

  private momentIn({ m, moments }: Known): Moment {
    const moment = moments.get(m.words.join());
    if (!moment) throw new SandboxError('The sandbox has not told of this state.');
    return moment;
  }

  private wait(told: Promise<unknown>): never {
    this.asked = told;
    throw new NotTold(told);
  }

  private async open(config: Settings): Promise<void> {
    const found = opened(await this.ask({ do: 'open', config }), this.model);
    this.opened.set(keyOf(config), found);
    const m = machine(this.mechanism!, config);
    const known = { m, start: found.start, moments: new Map<string, Moment>(), steps: new Map<string, Stepped>() };
    keep(known, found.start);
    this.known.set(keyOf(config), known);
  }

  private async step(known: Known, config: Settings, words: readonly number[], instance: number): Promise<void> {
    const step = stepped(await this.ask({ do: 'step', config: { ...config }, words, instance }));
    keep(known, step.after);
    known.steps.set(`${instance} ${words.join()}`, step);
  }
}

function keep({ m, moments }: Pick<Known, 'm' | 'moments'>, moment: Moment): void {
  if (moment.words.length !== m.words.length || moment.refused.length !== m.instances)
    throw new SandboxError('The sandbox answered with a state of another size.');
  moments.set(Int32Array.from(moment.words).join(), moment);
}

/** Which candidate of an action is pointed at. */
function instanceIn({ m }: Known, action: number): number {
  const { first, params, cursor } = m.actions[action]!;
  return params.reduce((instance, { stride }, depth) => instance + cursor[depth]! * stride, first);
}

/** An action that is a fault with a budget has spent of it before its effect is asked; the sandbox has done both at once. */
function giveBack(s: Erased, { actions, faults }: ToldModel, action: number): void {
  const { fault } = actions[action]!;
  const counts = fault === undefined ? undefined : faults[fault];
  if (typeof counts === 'object' && 'times' in counts) s[`${fault} left`] += 1;
}

type Parts = Moment['broken'][number]['parts'];

/** Asks of the rows what the rule asked of them, so that the engine can note which decided it. */
function ask(s: Erased, schema: Schema, parts: Parts): void {
  for (const { by, kind, rows } of parts) {
    const table = Object.keys(schema).find((name) => isTableOf(schema[name]!, kind));
    if (table === undefined) continue;
    s[table][by](({ index }: { readonly index: number }) => {
      const found = rows.find((row) => row.index === index);
      if (found) ask(s, schema, found.parts);
      return by === 'every' ? !found : found !== undefined;
    });
  }
}

const isTableOf = (field: Schema[string], kind: string): boolean => field.is === 'table' && field.kind === kind;
