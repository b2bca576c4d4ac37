/** What the keys of the editor do: run, check, keep, share, and go back. One for each page on which somebody edits. */
import { whyOf } from '../check.ts';
import { download } from '../download.ts';
import { capital } from '../narrate.ts';
import { forget, keepDraft, keepModel } from './drafts.ts';
import { modelOf } from './edited-model.ts';
import { openEditor, type Editor, type EditorEvents } from './editor.ts';
import type { Language } from './language.ts';
import { Plate } from './plate.tsx';
import { fragmentOfEdit, versionOf } from './share.ts';
import type { Running, Subject } from './subject.ts';

export class Workshop {
  readonly subject: Subject;
  private readonly plate: Plate;
  private readonly language: Language;
  private readonly sandbox: string;
  /** What the plate runs, and the text that it was made from. */
  private model: Running | undefined;
  private editor: Editor | undefined;
  private say: (says: string) => void = () => undefined;
  private running: string | undefined;
  private turn = 0;
  /** What was put before the editor stood, which is a frame after its panel. */
  private early: readonly [text: string, says: string] | undefined;

  /** `sandbox`: where the sandbox page is. */
  constructor(subject: Subject, language: Language, sandbox: string) {
    this.subject = subject;
    this.plate = new Plate(subject);
    this.language = language;
    this.sandbox = sandbox;
  }

  hear(say: (says: string) => void): void {
    this.say = say;
  }

  /** Returns what closes it. */
  openEditor(host: HTMLElement, text: string, events: EditorEvents): () => void {
    const editor = (this.editor = openEditor(host, text, this.language, events));
    if (this.early) this.put(...this.early);
    this.early = undefined;
    return () => editor.close();
  }

  text(): string {
    return this.editor?.text() ?? this.early?.[0] ?? this.subject.text;
  }

  /** Puts another text into the editor, in which Ctrl-Z brings the last one back, and tells what it is. Nothing of it runs. */
  put(text: string, says: string): void {
    if (!this.editor) this.early = [text, says];
    this.editor?.setText(text);
    this.say(says);
  }

  toNextFlaw(): void {
    this.editor?.toNextFlaw();
  }

  /** Whether the plate runs the text as it is now. */
  async run(): Promise<boolean> {
    const { subject, plate, language, sandbox } = this;
    const text = this.text();
    const turn = ++this.turn;
    keepDraft(subject.id, { text, of: versionOf(subject.text) });
    this.say('It is being run.');
    let model: Running | undefined;
    try {
      const flaws = await language.ask('flaws', text);
      const syntax = flaws.find(({ is }) => is === 'syntax');
      if (syntax) throw new Error(`It cannot be run, because it is no TypeScript: ${syntax.says}`);
      const make = subject.make ?? modelOf(subject.runs);
      model = make(sandbox, await language.ask('script', text), (why) => this.say(why));
      const edited = await model.start();
      const { failed, show } = await plate.opened(edited, () => this.giveBack());
      if (turn !== this.turn) throw new Error('Another text was run meanwhile.');
      show();
      this.model?.close(); // until here the plate went on with it
      [this.model, this.running] = [model, text];
      const hasErrors = flaws.some(({ is }) => is === 'type');
      this.say(
        [
          `${capital(subject.words.runs)} runs above.`,
          ...(failed === undefined ? [] : [`It stands at its start, because its first scenario failed: ${failed}`]),
          ...(model.notes ?? []),
          ...(hasErrors ? ['It runs in spite of what its types say is wrong.'] : []),
        ].join(' '),
      );
      return true;
    } catch (problem) {
      model?.close();
      if (turn === this.turn) this.say(whyOf(problem));
      return false;
    }
  }

  /** Whether the plate runs the text, and has begun to check it. */
  async check(): Promise<boolean> {
    const runs = this.running === this.text() || (await this.run());
    if (runs) requestAnimationFrame(() => this.plate.check());
    return runs;
  }

  giveBack(): void {
    this.turn++;
    this.running = undefined;
    this.model?.close();
    this.model = undefined;
    this.plate.giveBack();
    const { before } = this.subject.words;
    this.say(`${before === undefined ? 'Nothing runs' : `${capital(before)} stands`} above again; the text below is as you left it.`);
  }

  reset(): void {
    if (this.running !== undefined) this.giveBack();
    forget(this.subject.id);
    this.editor?.setText(this.subject.text);
    this.say(`The text is ${this.subject.words.text} again; Ctrl-Z in it brings yours back.`);
  }

  keep(): void {
    const isKept = keepModel(this.subject.id, { text: this.text(), of: versionOf(this.subject.text) });
    this.say(
      isKept
        ? 'Kept in this browser, under the name of this model, until you press Reset. Nothing was sent anywhere.'
        : 'This browser keeps nothing for this page; Download and Link do not need it.',
    );
  }

  download(): void {
    download(this.subject.file(this.text()), 'text/plain', this.text());
  }

  async link(): Promise<string> {
    return location.href.replace(/#.*$/, '') + (await fragmentOfEdit(this.subject.text, this.text()));
  }
}
