/**
 * A service and its clients over one kernel, step by step. What may happen next is a list of choices; a schedule is what was chosen. Nothing here
 * depends on a clock or on chance, so a schedule is a run.
 */
import { Client, messageSays } from './client.ts';
import type { ClientStep } from './clients.ts';
import { Kernel } from './kernel.ts';
import { MainLoop, Panic } from './mainloop.ts';
import { Rules, RULES } from './rules.ts';
import type { Service } from './starina.ts';
import type { Choice, Operation, Party, Run, Step, Violation } from './trace.ts';

export interface Setup {
  readonly clients: readonly (readonly ClientStep[])[];
  /** How many messages a queue holds. */
  readonly room: number;
}

/** The names of the clients. */
export const LETTERS = ['A', 'B'] as const;

export class World {
  readonly start: readonly Operation[];
  readonly startLog: readonly string[];
  violation: Violation | undefined;
  private readonly kernel = new Kernel();
  private readonly loop: MainLoop;
  private readonly clients: readonly Client[];
  private readonly rules: Rules;
  private readonly service: Service;

  constructor(service: Service, { clients, room }: Setup) {
    const { kernel } = this;
    this.service = service;
    this.loop = new MainLoop(kernel, service, room);
    this.rules = new Rules(kernel, this.loop, service.answersData);
    const [startup] = kernel.make('kernel', LETTERS.length, 'startup', ['kernel', 'service']);
    this.clients = clients.map((script, i) => {
      const name = LETTERS[i]!;
      const [control, forService] = kernel.make('kernel', room, name, [name, 'kernel']);
      kernel.send('kernel', startup, { kind: 'Connect', carries: forService });
      return new Client(name, script, kernel, control, room);
    });
    this.guarded(() => this.loop.init());
    this.start = kernel.operations.slice();
    this.startLog = this.loop.log.slice();
    this.violation ??= this.rules.after(this.start);
  }

  /** Nothing at rest, and nothing behind a violation. */
  choices(): readonly Choice[] {
    let ready: ReturnType<MainLoop['ready']> = [];
    if (!this.violation) this.guarded(() => (ready = this.loop.ready()));
    if (this.violation) return [];
    const clients = this.clients.flatMap((it) => {
      const next = it.next();
      return next === undefined ? [] : [{ id: it.name, says: `Client ${it.name} ${next}` }];
    });
    return [...ready.map(({ end, says }) => ({ id: end, says: `The service ${says}` })), ...clients];
  }

  /** Does it, and looks whether a rule is broken by it. Throws a RangeError for what cannot happen now. */
  take(id: string): Omit<Step, 'choices'> {
    const choice = this.choices().find((it) => it.id === id);
    if (!choice)
      throw new RangeError(`'${id}' cannot happen here. The service did not do the same again: it must be the same in every run.`);
    const client = this.clients.find(({ name }) => name === id);
    const [operations, log] = [this.kernel.operations.length, this.loop.log.length];
    if (client) client.take();
    else this.guarded(() => this.loop.handle(id));
    const by: Party = client?.name ?? 'service';
    const step = { choice: id, by, says: choice.says, operations: this.kernel.operations.slice(operations), log: this.loop.log.slice(log) };
    this.violation ??= this.rules.after(step.operations);
    return step;
  }

  /** What is owed when nothing more can happen. */
  rest(): void {
    this.violation ??= this.rules.atRest();
  }

  /** Two runs with the same key go on alike: everybody was told the same, in the same order for each. */
  key(): string {
    return JSON.stringify([this.loop.told, ...this.clients.map(({ told }) => told), ...this.clients.map((it) => it.next())]);
  }

  get name(): string {
    return this.service.name;
  }

  private guarded(call: () => void): void {
    try {
      call();
    } catch (problem) {
      if (!(problem instanceof Panic)) throw problem;
      const last = this.kernel.operations.at(-1);
      const on = last?.by === 'service' && last.error !== undefined ? ` at ${saysOf(last)}` : '';
      this.violation = { rule: RULES.panics, says: `Nobody caught ${problem.message}${on}.` };
    }
  }
}

/** An operation in words. */
function saysOf({ does, end, message }: Operation): string {
  switch (does) {
    case 'make':
      return `the making of ${end} and its peer`;
    case 'send':
      return `the send of ${messageSays(message!)} at ${end}`;
    case 'receive':
      return `the receive at ${end}`;
    case 'close':
      return `the close of ${end}`;
  }
}

/** No run goes further. */
export const MOST_STEPS = 80;

/** The run of a schedule; with `goesOn`, then whoever waits longest, until nothing more can happen. Throws what World throws. */
export function runOf(service: Service, setup: Setup, schedule: readonly string[], goesOn: boolean): Run {
  const world = new World(service, setup);
  const steps: Step[] = [];
  const take = (id: string) => {
    const choices = world.choices();
    steps.push({ ...world.take(id), choices });
  };
  for (const id of schedule) take(id);
  const last = new Map(schedule.map((id, i) => [id, i]));
  for (let most = goesOn ? MOST_STEPS - steps.length : 0; most > 0; most--) {
    const [next] = world.choices().toSorted((a, b) => (last.get(a.id) ?? -1) - (last.get(b.id) ?? -1));
    if (!next) break;
    last.set(next.id, steps.length);
    take(next.id);
  }
  const choices = world.choices();
  if (choices.length === 0) world.rest();
  return { name: world.name, start: world.start, startLog: world.startLog, steps, choices, violation: world.violation };
}
