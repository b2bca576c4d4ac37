/** What the sandbox answers of a model: the engine, and around it what turns a model into plain data. It knows nothing of workers. */
import { begin as first, blamesAt, follow, type Machine, machine, menuAt, reachedAt, type Snapshot } from '../../../../engine/checker.ts';
import type { Actions, Mechanism } from '../../../../engine/language.ts';
import { checking, MOST_STATES } from '../../checking.ts';
import { surveying, type SurveyMessage, type Topic } from '../../survey/survey.ts';
import { MOST_CLAUSES, MOST_INSTANCES, MOST_WORDS } from './protocol.ts';
import { isRecord } from './shapes.ts';
import type { CheckSlice, Moment, Opened, Request, Settings, Stepped, SurveySlice, ToldModel } from './protocol.ts';

const SLICE_STATES = 2_000;
/** How long it works before it answers: a check says about so often how far it is. */
const SLICE_MS = 100;
/** Words of all states of a search together: 200 MB. */
const MOST_SEARCHED_WORDS = 50_000_000;

/** The model without its code, with the scenarios of its file. */
export function toldOf({ model, parameters, faults }: Mechanism, scenarios: ToldModel['scenarios'] = {}): ToldModel {
  const actions = Object.entries(model.actions as Actions).map(([name, { says, args, when, fault, lanes }]) => {
    return { name, says, args: args as Readonly<Record<string, unknown>>, when: Object.keys(when), fault, lanes };
  });
  const names = (of: object | undefined) => Object.keys(of ?? {});
  const { id, title, always, sometimes, eventually } = model;
  const claims = { always: names(always), sometimes: names(sometimes), eventually: names(eventually) };
  return { id, title, parameters, faults, actions, ...claims, scenarios };
}

/** `scenarios` among what a file exports or what `withRuns` has made of its model. Throws a sentence for what is none. */
export function scenariosIn({ scenarios = {} }: Readonly<Record<string, unknown>>): ToldModel['scenarios'] {
  if (!isRecord(scenarios)) throw new Error('What the file exports as `scenarios` is none.');
  for (const [name, told] of Object.entries(scenarios)) {
    if (isRecord(told) && Array.isArray(told['steps']) && told['ends'] !== undefined && typeof told['title'] === 'string') continue;
    throw new Error(`The scenario '${name}' has not its title, its steps and how it ends.`);
  }
  return scenarios as ToldModel['scenarios'];
}

export class Answering {
  private readonly mechanism: Mechanism;
  private readonly now: () => number;
  private readonly machines = new Map<string, Machine>();
  /** What works on for a while at what was begun last: the page asks for each slice, so it can pause and stop between two. */
  private readonly begun: { check?: () => CheckSlice; survey?: () => SurveySlice } = {};

  constructor(mechanism: Mechanism, now: () => number) {
    this.mechanism = mechanism;
    this.now = now;
  }

  /** Throws what the model throws, and for a model that is too large. */
  answer(request: Request): unknown {
    switch (request.do) {
      case 'open':
        return this.open(request.config);
      case 'step':
        return this.step(request);
      case 'check':
        return (this.begun.check = this.check(request))();
      case 'survey':
        return (this.begun.survey = this.survey(request.config, request.topic))();
      case 'advance':
        return this.begun[request.of]?.();
      default:
        throw new Error('A log is not held against it here.');
    }
  }

  private open(config: Settings): Opened {
    const m = this.machineFor(config);
    return { schema: this.mechanism.state(m.config), start: momentAt(m, first(m)) };
  }

  private step({ config, words, instance }: Extract<Request, { do: 'step' }>): Stepped {
    const m = this.machineFor(config);
    const after = follow(m, { ...first(m), words: Int32Array.from(words) }, instance);
    if ('because' in after) throw new Error(`The step is refused: ${after.because.join('; ')}.`);
    return { after: momentAt(m, after), insisted: after.broken.find((rule) => !isRule(m, rule)) };
  }

  private check({ config, only }: Extract<Request, { do: 'check' }>): () => CheckSlice {
    const whole = this.machineFor(config);
    const m = only ? { ...whole, invariants: whole.invariants.filter(({ name }) => only.includes(name)), liveness: [] } : whole;
    const most = Math.min(MOST_STATES, Math.floor(MOST_SEARCHED_WORDS / m.words.length));
    const running = checking(m, false, (search) => search.advance(SLICE_STATES), most);
    return () => {
      const { done, value } = this.slice(running, () => undefined);
      return done ? { outcome: value } : { counts: value };
    };
  }

  private survey(config: Settings, topic: Topic): () => SurveySlice {
    const running = surveying(this.machineFor(config), topic);
    return () => {
      const messages: SurveyMessage[] = [];
      const { done } = this.slice(running, (message) => message && messages.push(message));
      return { messages, isDone: done === true };
    };
  }

  /** Takes from what is running until it ends or it is time to answer. */
  private slice<Of, Result>(running: Generator<Of, Result>, take: (each: Of) => void): IteratorResult<Of, Result> {
    const until = this.now() + SLICE_MS;
    for (;;) {
      const next = running.next();
      if (next.done) return next;
      take(next.value);
      if (this.now() >= until) return next;
    }
  }

  private machineFor(config: Settings): Machine {
    const key = JSON.stringify(config);
    const known = this.machines.get(key);
    if (known) return known;
    const m = machine(this.mechanism, config);
    const clauses = Math.max(0, ...m.actions.map(({ guards }) => guards.length));
    for (const [is, most, what] of [
      [m.words.length, MOST_WORDS, 'words of a state'],
      [m.instances, MOST_INSTANCES, 'candidates of all actions together'],
      [clauses, MOST_CLAUSES, 'conditions of one action'],
    ] as const)
      if (is > most) throw new Error(`The model has ${is} ${what}; at most ${most} are run here.`);
    this.machines.set(key, m);
    return m;
  }
}

const isRule = ({ invariants }: Machine, rule: string): boolean => invariants.some(({ name }) => name === rule);

function momentAt(m: Machine, at: Snapshot): Moment {
  const refused: number[] = [];
  for (const [i, { enabled, refusals }] of menuAt(m, at).entries()) {
    const { sentences } = m.actions[i]!;
    for (const { instance } of enabled) refused[instance] = 0;
    for (const { instance, because } of refusals)
      refused[instance] = sentences.reduce((bits, sentence, clause) => (because.includes(sentence) ? bits | (1 << clause) : bits), 0);
  }
  const broken = blamesAt(m, { words: at.words, broken: at.broken.filter((rule) => isRule(m, rule)) });
  return { words: [...at.words], refused, broken: broken.map(({ rule, parts }) => ({ rule, parts })), reached: reachedAt(m, at) };
}
