/** A script of the reader in the sandbox, and what the page makes of it: a mechanism for the player, with its check and its surveys. */
import type { Machine } from '../../../engine/checker.ts';
import { whyOf, type CheckMessage, type RunningCheck } from '../check.ts';
import { foundRun } from '../found-run.ts';
import type { EditedMechanism } from '../not-told.ts';
import { logOfPath, trace } from '../trace.ts';
import type { SurveyMessage, Topic } from '../survey/survey.ts';
import { script as runner } from 'virtual:orrery/runner';
import { conformEdited } from './conform-edited.ts';
import { slipsIn } from './own-scenarios.ts';
import { checkSlice, surveySlice, toldModel } from './sandbox/answers.ts';
import type { Request } from './sandbox/protocol.ts';
import { Sandbox, SandboxError } from './sandbox/sandbox.ts';
import type { Maker, Running, RunsOf } from './subject.ts';
import { toldMechanism } from './told-mechanism.ts';

/** For each thing that is asked: to run the script, to open it, a step, a slice of a check. Most take a thousandth of it. */
const LIMIT_MS = 2_000;

/** What makes a mechanism with these runs of a script; undefined for those of its own. */
export const modelOf =
  (runs: RunsOf | undefined): Maker =>
  (...of) =>
    new EditedModel(runs, ...of);

class EditedModel implements Running {
  private readonly runs: RunsOf | undefined;
  private readonly address: string;
  private readonly sandbox: Sandbox;
  private readonly script: string;
  private readonly report: (why: string) => void;
  private isClosed = false;
  notes: readonly string[] = [];

  constructor(runs: RunsOf | undefined, address: string, script: string, report: (why: string) => void) {
    this.runs = runs;
    this.address = address;
    this.sandbox = new Sandbox(address, runner);
    this.script = script;
    this.report = report;
  }

  async start(): Promise<EditedMechanism> {
    const model = toldModel(await this.sandbox.load(this.script, LIMIT_MS));
    const told = toldMechanism(model, this.runs, (request) => this.told(request), {
      check: (m, tell) => this.check(m, tell),
      survey: (m, topic, tell) => this.survey(m, topic, tell),
      conform: async (_, map, lines, stop, tell) => {
        const { script: engine } = await import('virtual:orrery/log-runner');
        await conformEdited(new Sandbox(this.address, engine), this.script, map, lines, stop, tell);
      },
    });
    if (!this.runs) this.notes = await slipsIn(told);
    return told;
  }

  close(): void {
    this.isClosed = true;
    this.sandbox.stop();
  }

  /** After a limit the script is gone: it is run again, from its start, before it is asked anything. */
  private async ask(request: Request): Promise<unknown> {
    if (this.isClosed) throw new SandboxError('Another text runs by now.');
    if (!this.sandbox.isLoaded) void this.sandbox.load(this.script, LIMIT_MS).catch(() => undefined);
    return this.sandbox.ask(request, LIMIT_MS);
  }

  private async told(request: Request): Promise<unknown> {
    try {
      return await this.ask(request);
    } catch (problem) {
      this.report(whyOf(problem));
      throw problem;
    }
  }

  private check(m: Machine, tell: (message: CheckMessage) => void): RunningCheck {
    const { settled } = (m.mechanism as EditedMechanism).elsewhere;
    return new Slices<CheckMessage>(tell, async (isFirst, say) => {
      const request: Request = isFirst ? { do: 'check', config: { ...m.config }, ...narrowed(m) } : { do: 'advance', of: 'check' };
      const { counts, outcome } = checkSlice(await this.ask(request));
      if (counts) say({ is: 'running', counts });
      if (!outcome) return counts !== undefined;
      const run = foundRun(outcome);
      if (run) await settled(() => trace(m, logOfPath(run.path)));
      say({ is: 'done', outcome });
      return false;
    });
  }

  private survey(m: Machine, topic: Topic, tell: (message: SurveyMessage) => void): () => void {
    const slices = new Slices<SurveyMessage>(tell, async (isFirst, say) => {
      const request: Request = isFirst ? { do: 'survey', config: { ...m.config }, topic } : { do: 'advance', of: 'survey' };
      const { messages, isDone } = surveySlice(await this.ask(request));
      for (const message of messages) say(message);
      if (isDone) say({ is: 'done' });
      return !isDone;
    });
    return slices.stop;
  }
}

/** A machine that looks at fewer rules than its model has is checked for these alone. */
function narrowed({ invariants, mechanism }: Machine): { readonly only?: readonly string[] } {
  const isWhole = invariants.length === Object.keys(mechanism.model.always).length;
  return isWhole ? {} : { only: invariants.map(({ name }) => name) };
}

type Failed = { readonly is: 'failed'; readonly why: string };

/** Work that is asked for slice by slice. Nothing is told after `stop`, and nothing more is asked while it is paused. */
class Slices<Message> implements RunningCheck {
  private isPaused = false;
  private isStopped = false;
  private isFirst = true;
  private isAsking = false;
  private readonly tell: (message: Message | Failed) => void;
  private readonly take: (isFirst: boolean, say: (message: Message) => void) => Promise<boolean>;

  /** `take` says whether there is more. */
  constructor(tell: (message: Message | Failed) => void, take: (isFirst: boolean, say: (message: Message) => void) => Promise<boolean>) {
    this.tell = (message) => {
      if (!this.isStopped) tell(message);
    };
    this.take = take;
    void this.goOn();
  }

  readonly pause = (): void => {
    this.isPaused = true;
  };

  readonly resume = (): void => {
    this.isPaused = false;
    if (!this.isAsking) void this.goOn();
  };

  readonly stop = (): void => {
    this.isStopped = true;
  };

  private async goOn(): Promise<void> {
    this.isAsking = true;
    try {
      while (!this.isPaused && !this.isStopped) {
        const { isFirst } = this;
        this.isFirst = false;
        if (!(await this.take(isFirst, this.tell))) this.isStopped = true;
      }
    } catch (problem) {
      this.tell({ is: 'failed', why: whyOf(problem).replace(/\.$/, '') });
    } finally {
      this.isAsking = false;
    }
  }
}
