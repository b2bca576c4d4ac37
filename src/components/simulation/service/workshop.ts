/** What the keys below a service do: run it in the sandbox, look at every order, keep and share the text. */
import { download } from '../download.ts';
import { whyOf } from '../check.ts';
import { forget, keepDraft, keepModel } from '../edit/drafts.ts';
import { openEditor, type Editor, type EditorEvents } from '../edit/editor.ts';
import type { Language } from '../edit/language.ts';
import { fragmentOfEdit, versionOf } from '../edit/share.ts';
import { Sandbox } from '../edit/sandbox/sandbox.ts';
import { exploreSlice, toldRun, toldService } from './answers.ts';
import type { Explored } from './explore.ts';
import { judged, type JudgedRun } from './judged.ts';
import type { ServiceRequest } from './protocol.ts';
import type { ShippedService } from './shipped.ts';
import type { Setup } from './world.ts';

/** As long as a model has for a question. */
const LIMIT_MS = 2_000;

export class ServiceWorkshop {
  readonly shipped: ShippedService;
  private readonly language: Language;
  private readonly address: string;
  private sandbox: Sandbox | undefined;
  private editor: Editor | undefined;
  /** What the sandbox has. */
  private loaded: string | undefined;
  private say: (says: string) => void = () => undefined;
  private turn = 0;

  /** `address`: of the sandbox page. */
  constructor(shipped: ShippedService, language: Language, address: string) {
    this.shipped = shipped;
    this.language = language;
    this.address = address;
  }

  hear(say: (says: string) => void): void {
    this.say = say;
  }

  /** Returns what closes it. */
  openEditor(host: HTMLElement, text: string, events: EditorEvents): () => void {
    const editor = (this.editor = openEditor(host, text, this.language, events, { label: 'The service, in TypeScript' }));
    return () => editor.close();
  }

  text(): string {
    return this.editor?.text() ?? this.shipped.text;
  }

  toNextFlaw(): void {
    this.editor?.toNextFlaw();
  }

  /** The run of a schedule, held against the model; undefined when there is none, and then it is said why. */
  async run(setup: Setup, schedule: readonly string[], goesOn: boolean): Promise<JudgedRun | undefined> {
    return this.trying('It is being run.', async (turn) => {
      const flawed = await this.load();
      const run = toldRun(await this.ask({ do: 'run', setup, schedule, goesOn }));
      if (turn !== this.turn) return undefined;
      const result = judged(run, setup.clients.length, setup.room);
      this.say(`${saysOf(result)}${flawed ? ' It runs in spite of what its types say is wrong.' : ''}`);
      return result;
    });
  }

  /** Every order of the service and its clients. `tell` hears how far it is. */
  async check(setup: Setup, tell: (explored: Explored) => void): Promise<Explored | undefined> {
    return this.trying('Every order is being looked at.', async (turn) => {
      await this.load();
      let slice = exploreSlice(await this.ask({ do: 'explore', setup }));
      while (!slice.isDone) {
        if (turn !== this.turn) return undefined;
        tell(slice.explored);
        slice = exploreSlice(await this.ask({ do: 'advance' }));
      }
      this.say('Every order was looked at; what was found stands below.');
      return slice.explored;
    });
  }

  stop(): void {
    this.turn++;
    this.loaded = undefined;
    this.sandbox?.stop();
    this.say('Stopped.');
  }

  close(): void {
    this.turn++;
    this.sandbox?.stop();
    this.editor?.close();
  }

  reset(): void {
    forget(this.id);
    this.editor?.setText(this.shipped.text);
    this.say('The text is the shipped file again; Ctrl-Z in it brings yours back.');
  }

  keep(): void {
    const isKept = keepModel(this.id, { text: this.text(), of: versionOf(this.shipped.text) });
    this.say(
      isKept
        ? 'Kept in this browser, under the name of this service, until you press Reset. Nothing was sent anywhere.'
        : 'This browser keeps nothing for this page; Download and Link do not need it.',
    );
  }

  download(): void {
    download(`starina-${this.shipped.id}.ts`, 'text/plain', this.text());
  }

  async link(): Promise<string> {
    return location.href.replace(/#.*$/, '') + (await fragmentOfEdit(this.shipped.text, this.text()));
  }

  /** Under which the text is kept in the browser. */
  get id(): string {
    return draftId(this.shipped);
  }

  private async trying<Result>(beginning: string, work: (turn: number) => Promise<Result | undefined>): Promise<Result | undefined> {
    const turn = ++this.turn;
    this.say(beginning);
    try {
      return await work(turn);
    } catch (problem) {
      if (!this.sandbox?.isLoaded) this.loaded = undefined;
      if (turn === this.turn) this.say(whyOf(problem));
      return undefined;
    }
  }

  /** Puts the text as it is now into a fresh sandbox, if it is not there. Whether its types say that something is wrong. */
  private async load(): Promise<boolean> {
    const text = this.text();
    keepDraft(this.id, { text, of: versionOf(this.shipped.text) });
    const flaws = await this.language.ask('flaws', text);
    const syntax = flaws.find(({ is }) => is === 'syntax');
    if (syntax) throw new Error(`It cannot be run, because it is no TypeScript: ${syntax.says}`);
    if (this.loaded !== text || !this.sandbox?.isLoaded) {
      this.loaded = undefined;
      const { script } = await import('virtual:orrery/service-runner');
      this.sandbox ??= new Sandbox(this.address, script);
      toldService(await this.sandbox.load(await this.language.ask('script', text), LIMIT_MS));
      this.loaded = text;
    }
    return flaws.some(({ is }) => is === 'type');
  }

  private ask(request: ServiceRequest): Promise<unknown> {
    return this.sandbox!.ask(request, LIMIT_MS);
  }
}

export const draftId = ({ id }: Pick<ShippedService, 'id'>): string => `service/${id}`;

function saysOf({ steps, violation, agrees }: JudgedRun): string {
  const broken = violation ? `A rule is broken in step ${steps.length - 1}: ${violation.rule}.` : 'No rule is broken in it.';
  return agrees ? `The run is below. ${broken}` : 'The run is below. It says what the model does not allow: see the marked call.';
}
