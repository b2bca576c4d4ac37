/** What the keys of the editor do: run, check, keep, share, and go back. One for each page on which somebody edits. */
import type { MechanismWithRuns } from '../../../engine/language.ts';
import { whyOf } from '../check.ts';
import { download } from '../download.ts';
import { forget, keepDraft, keepModel } from './drafts.ts';
import { EditedModel } from './edited-model.ts';
import { openEditor, type Editor, type EditorEvents } from './editor.ts';
import type { Language } from './language.ts';
import type { Plate } from './plate.tsx';
import { fragmentOfEdit, versionOf } from './share.ts';

interface Materials {
  /** Of the mechanism. */
  readonly id: string;
  /** The text of its file. */
  readonly shipped: string;
  readonly mechanism: MechanismWithRuns;
  readonly plate: Plate;
  readonly language: Language;
  /** Where the sandbox page is. */
  readonly sandbox: string;
}

export class Workshop {
  readonly shipped: string;
  private readonly materials: Materials;
  /** What the plate runs, and the text that it was made from. */
  private model: EditedModel | undefined;
  private editor: Editor | undefined;
  private say: (says: string) => void = () => undefined;
  private running: string | undefined;
  private turn = 0;

  constructor(materials: Materials) {
    this.materials = materials;
    this.shipped = materials.shipped;
  }

  hear(say: (says: string) => void): void {
    this.say = say;
  }

  /** Returns what closes it. */
  openEditor(host: HTMLElement, text: string, events: EditorEvents): () => void {
    const editor = (this.editor = openEditor(host, text, this.materials.language, events));
    return () => editor.close();
  }

  text(): string {
    return this.editor?.text() ?? this.shipped;
  }

  toNextFlaw(): void {
    this.editor?.toNextFlaw();
  }

  /** Whether the plate runs the text as it is now. */
  async run(): Promise<boolean> {
    const { id, mechanism, plate, language, sandbox } = this.materials;
    const text = this.text();
    const turn = ++this.turn;
    keepDraft(id, { text, of: versionOf(this.shipped) });
    this.say('It is being run.');
    let model: EditedModel | undefined;
    try {
      const flaws = await language.ask('flaws', text);
      const syntax = flaws.find(({ is }) => is === 'syntax');
      if (syntax) throw new Error(`It cannot be run, because it is no TypeScript: ${syntax.says}`);
      model = new EditedModel(sandbox, await language.ask('script', text), (why) => this.say(why));
      const edited = await model.start(mechanism);
      const { failed, show } = await plate.opened(edited, () => this.giveBack());
      if (turn !== this.turn) throw new Error('Another text was run meanwhile.');
      show();
      this.model?.close(); // until here the plate went on with it
      [this.model, this.running] = [model, text];
      const hasErrors = flaws.some(({ is }) => is === 'type');
      this.say(
        [
          'The edited model runs above.',
          ...(failed === undefined ? [] : [`It stands at its start, because its first scenario failed: ${failed}`]),
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

  async check(): Promise<void> {
    if (this.running === this.text() || (await this.run())) requestAnimationFrame(() => this.materials.plate.check());
  }

  giveBack(): void {
    this.turn++;
    this.running = undefined;
    this.model?.close();
    this.model = undefined;
    this.materials.plate.giveBack();
    this.say('The shipped model stands above again; the text below is as you left it.');
  }

  reset(): void {
    if (this.running !== undefined) this.giveBack();
    forget(this.materials.id);
    this.editor?.setText(this.shipped);
    this.say('The text is the shipped file again; Ctrl-Z in it brings yours back.');
  }

  keep(): void {
    const isKept = keepModel(this.materials.id, { text: this.text(), of: versionOf(this.shipped) });
    this.say(
      isKept
        ? 'Kept in this browser, under the name of this model, until you press Reset. Nothing was sent anywhere.'
        : 'This browser keeps nothing for this page; Download and Link do not need it.',
    );
  }

  download(): void {
    download(`${this.materials.id.replaceAll('/', '-')}-edited.ts`, 'text/plain', this.text());
  }

  async link(): Promise<string> {
    return location.href.replace(/#.*$/, '') + (await fragmentOfEdit(this.shipped, this.text()));
  }
}
