/** The bench of a page: each text that a reader wrote, or a lab makes of it, runs in a sandbox of its own, and is gone with the next. */
import { begin, follow, machine, menuAt, type Machine, type Snapshot } from '../../engine/checker.ts';
import { BenchError, type Bench, type Found, type Moment, type Path, type Replayed } from '../../labs/bench.ts';
import type { LabSettings } from '../../schemas/labs.ts';
import { whyOf, type Outcome } from '../simulation/check.ts';
import { modelOf } from '../simulation/edit/edited-model.ts';
import type { Language } from '../simulation/edit/language.ts';
import type { Running, RunsOf } from '../simulation/edit/subject.ts';
import type { EditedMechanism } from '../simulation/not-told.ts';

interface Loaded {
  readonly text: string;
  readonly running: Running;
  readonly mechanism: EditedMechanism;
}

interface Options {
  readonly language: Language;
  readonly runs: RunsOf;
  /** Ends what runs. */
  readonly signal: AbortSignal;
  /** Hears how many states a search has found so far. */
  readonly tell: (states: number) => void;
}

export const sandboxAddress = (): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/sandbox/`;

/** The text of the reader and the one as shipped are asked in turn. */
const MOST_LOADED = 2;

export class BenchInPage implements Bench {
  private readonly options: Options;
  /** The one that was asked last is the last. */
  private loaded: readonly Loaded[] = [];
  private readonly found = new Map<string, Promise<Found>>();

  constructor(options: Options) {
    this.options = options;
    options.signal.addEventListener('abort', () => this.close());
  }

  check(text: string, settings: LabSettings, only?: readonly string[]): Promise<Found> {
    const key = JSON.stringify([text, settings, only]);
    const found = this.found.get(key) ?? this.benched(text, (mechanism) => this.search(mechanism, settings, only));
    this.found.set(key, found);
    return found;
  }

  replay(text: string, settings: LabSettings, path: Path): Promise<Replayed> {
    return this.benched(text, (mechanism) => mechanism.elsewhere.settled(() => replayed(machine(mechanism, settings), path)));
  }

  /** The mechanism of a text, which works until others have been asked for. */
  async mechanismOf(text: string): Promise<EditedMechanism> {
    const known = this.loaded.find((it) => it.text === text);
    const found = known ?? (await this.load(text));
    const others = this.loaded.filter((it) => it !== found);
    for (const { running } of others.slice(0, 1 - MOST_LOADED)) running.close();
    this.loaded = [...others.slice(1 - MOST_LOADED), found];
    return found.mechanism;
  }

  close(): void {
    for (const { running } of this.loaded) running.close();
    this.loaded = [];
  }

  private async load(text: string): Promise<Loaded> {
    const { language, runs, signal } = this.options;
    signal.throwIfAborted();
    const syntax = (await language.ask('flaws', text)).find(({ is }) => is === 'syntax');
    if (syntax) throw new BenchError(`It is no TypeScript: ${syntax.says}`);
    const running = modelOf(runs)(sandboxAddress(), await language.ask('script', text), () => undefined);
    signal.addEventListener('abort', () => running.close());
    try {
      return { text, running, mechanism: await running.start() };
    } catch (problem) {
      running.close();
      throw problem;
    }
  }

  private async benched<Result>(text: string, work: (mechanism: EditedMechanism) => Promise<Result>): Promise<Result> {
    try {
      return await work(await this.mechanismOf(text));
    } catch (problem) {
      this.options.signal.throwIfAborted();
      throw problem instanceof BenchError ? problem : new BenchError(whyOf(problem));
    }
  }

  private async search(mechanism: EditedMechanism, settings: LabSettings, only: readonly string[] | undefined): Promise<Found> {
    const { elsewhere, model } = mechanism;
    const whole = await elsewhere.settled(() => machine(mechanism, settings));
    const m = only ? { ...whole, invariants: whole.invariants.filter(({ name }) => only.includes(name)), liveness: [] } : whole;
    const outcome = await new Promise<Outcome>((settle, refuse) => {
      const running = elsewhere.check(m, (message) => {
        if (message.is === 'running') this.options.tell(message.counts.states);
        else if (message.is === 'done') settle(message.outcome);
        else if (message.is === 'failed') refuse(new BenchError(`${message.why}.`));
      });
      this.options.signal.addEventListener('abort', () => {
        running.stop();
        refuse(new BenchError('Stopped.'));
      });
    });
    return foundOf(outcome, Object.keys(model.sometimes));
  }
}

const foundOf = (
  { states, transitions, exhaustive, violation, lasso, deadlock, fired, unseen }: Outcome,
  goals: readonly string[],
): Found => ({
  states,
  transitions,
  exhaustive,
  violation,
  promise: lasso && { rule: lasso.property, path: [...lasso.stem, ...lasso.loop] },
  deadlock,
  fired,
  seen: goals.filter((goal) => !unseen.includes(goal)),
});

function replayed(m: Machine, path: Path): Replayed {
  const moments = [momentAt(m, begin(m))];
  let at = begin(m);
  for (const [step, instance] of path.entries()) {
    const next = follow(m, at, instance);
    if ('because' in next) return { moments, refused: { step, because: next.because } };
    at = next;
    moments.push(momentAt(m, at));
  }
  return { moments, refused: undefined };
}

const momentAt = (m: Machine, at: Snapshot): Moment => ({
  state: at.state,
  broken: at.broken,
  enabled: menuAt(m, at).flatMap(({ enabled }) => enabled.map(({ instance }) => instance)),
});
