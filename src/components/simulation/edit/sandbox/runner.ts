/**
 * In the worker of the sandbox: the engine, and around it what answers the page. The reader's script is appended to this one and given to
 * `begin`, so it needs no eval. It may do what it likes in here: whatever leaves is text that the page checks.
 */
import { begin as first, blamesAt, follow, type Machine, machine, menuAt, reachedAt, type Snapshot } from '../../../../engine/checker.ts';
import * as language from '../../../../engine/language.ts';
import type { Actions, Mechanism } from '../../../../engine/language.ts';
import { checking, MOST_STATES } from '../../checking.ts';
import { surveying, type SurveyMessage, type Topic } from '../../survey/survey.ts';
import { guard } from './guard.ts';
import { MOST_CLAUSES, MOST_INSTANCES, MOST_WORDS, type Message, type Moment, type Opened, type Request, type Settings, type Stepped, type CheckSlice, type SurveySlice, type ToldModel } from './protocol.ts'; // prettier-ignore

type Script = (require: (path: string) => unknown, exports: Record<string, unknown>) => void;

/** What a model imports. The language worker knows no other. */
const LANGUAGE = /^(?:\.\.\/)+engine\/language\.ts$/;
const SLICE_STATES = 2_000;
/** How long it works before it answers: a check says about so often how far it is. */
const SLICE_MS = 100;
/** Words of all states of a search together: 200 MB. */
const MOST_SEARCHED_WORDS = 50_000_000;

const { stringify } = JSON;
const send = self.postMessage.bind(self);
const listen = self.addEventListener.bind(self);
const now = performance.now.bind(performance);
const post = (message: Message) => send(stringify(message));

let mechanism: Mechanism;
const machines = new Map<string, Machine>();

function machineFor(config: Settings): Machine {
  const key = stringify(config);
  const known = machines.get(key);
  if (known) return known;
  const m = machine(mechanism, config);
  const much = [
    [m.words.length, MOST_WORDS, 'words of a state'],
    [m.instances, MOST_INSTANCES, 'candidates of all actions together'],
    [Math.max(0, ...m.actions.map(({ guards }) => guards.length)), MOST_CLAUSES, 'conditions of one action'],
  ] as const;
  for (const [is, most, what] of much) if (is > most) throw new Error(`The model has ${is} ${what}; at most ${most} are run here.`);
  machines.set(key, m);
  return m;
}

function momentAt(m: Machine, at: Snapshot): Moment {
  const refused: number[] = [];
  for (const [i, { enabled, refusals }] of menuAt(m, at).entries()) {
    const { sentences } = m.actions[i]!;
    for (const { instance } of enabled) refused[instance] = 0;
    for (const { instance, because } of refusals)
      refused[instance] = sentences.reduce((bits, sentence, clause) => (because.includes(sentence) ? bits | (1 << clause) : bits), 0);
  }
  const rules = new Set(m.invariants.map(({ name }) => name));
  const broken = blamesAt(m, { words: at.words, broken: at.broken.filter((rule) => rules.has(rule)) });
  return { words: [...at.words], refused, broken: broken.map(({ rule, parts }) => ({ rule, parts })), reached: reachedAt(m, at) };
}

function open(config: Settings): Opened {
  const m = machineFor(config);
  return { schema: mechanism.state(m.config), start: momentAt(m, first(m)) };
}

function step({ config, words, instance }: Extract<Request, { do: 'step' }>): Stepped {
  const m = machineFor(config);
  const after = follow(m, { ...first(m), words: Int32Array.from(words) }, instance);
  if ('because' in after) throw new Error(`The step is refused: ${after.because.join('; ')}.`);
  const [insisted] = after.broken.filter((rule) => !m.invariants.some(({ name }) => name === rule));
  return { after: momentAt(m, after), insisted };
}

/** What works on for a while at the check or the survey that was begun last: the page asks for each slice, so it can pause and stop between two. */
const begun: { check?: () => CheckSlice; survey?: () => SurveySlice } = {};

/** Takes from what is running until it ends or it is time to answer. */
function slice<Of, Result>(running: Generator<Of, Result>, take: (each: Of) => void): IteratorResult<Of, Result> {
  const until = now() + SLICE_MS;
  for (;;) {
    const next = running.next();
    if (next.done) return next;
    take(next.value);
    if (now() >= until) return next;
  }
}

function check(config: Settings): () => CheckSlice {
  const m = machineFor(config);
  const most = Math.min(MOST_STATES, Math.floor(MOST_SEARCHED_WORDS / m.words.length));
  const running = checking(m, false, (search) => search.advance(SLICE_STATES), most);
  return () => {
    const { done, value } = slice(running, () => undefined);
    return done ? { outcome: value } : { counts: value };
  };
}

function survey(config: Settings, topic: Topic): () => SurveySlice {
  const running = surveying(machineFor(config), topic);
  return () => {
    const messages: SurveyMessage[] = [];
    const { done } = slice(running, (message) => message && messages.push(message));
    return { messages, isDone: done === true };
  };
}

function answer(request: Request): unknown {
  switch (request.do) {
    case 'open':
      return open(request.config);
    case 'step':
      return step(request);
    case 'check':
      return (begun.check = check(request.config))();
    case 'survey':
      return (begun.survey = survey(request.config, request.topic))();
    case 'advance':
      return begun[request.of]?.();
  }
}

const reason = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem)).slice(0, 1_000);

const isMechanism = (it: unknown): it is Mechanism => it !== null && typeof it === 'object' && 'model' in it && 'state' in it;

function told({ model, parameters, faults }: Mechanism): ToldModel {
  const actions = Object.entries(model.actions as Actions).map(([name, { says, args, when, fault, lanes }]) => {
    return { name, says, args: args as ToldModel['actions'][number]['args'], when: Object.keys(when), fault, lanes };
  });
  const [always, sometimes, eventually] = [model.always, model.sometimes, model.eventually ?? {}].map((it) => Object.keys(it)) as [string[], string[], string[]]; // prettier-ignore
  return { id: model.id, title: model.title, parameters, faults, actions, always, sometimes, eventually };
}

function load(script: Script): Message {
  try {
    const exports: Record<string, unknown> = {};
    script((path) => {
      if (LANGUAGE.test(path)) return language;
      throw new Error(`A model imports only the engine's language, not '${path}'.`);
    }, exports);
    const found = Object.values(exports).find(isMechanism);
    if (!found) throw new Error('The file exports no model.');
    mechanism = found;
    return { is: 'loaded', model: told(found) };
  } catch (problem) {
    return { is: 'failed', why: reason(problem) };
  }
}

Object.assign(self, {
  begin(script: Script) {
    Reflect.deleteProperty(self, 'begin');
    guard();
    listen('message', ({ data }: MessageEvent<Request>) => {
      try {
        post({ is: 'done', answer: answer(data) });
      } catch (problem) {
        post({ is: 'failed', why: reason(problem) });
      }
    });
    post(load(script));
  },
});
