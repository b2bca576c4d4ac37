/** The keys of the progress panel. What comes from a file or a link is read first, told, and added only when the reader says so. */
import { copyText } from '../page/copy-text.ts';
import { download } from '../simulation/download.ts';
import { onProgress, progressHere, tellOfProgress } from './progress-here.ts';
import { fragmentOfProgress, openProgress, progressLinkIn } from './progress-link.ts';
import { merged, progressIn, textOf, type Progress } from './progress.ts';
import { additionWords, countWords } from './progress-words.ts';

const NAME = 'orrery-progress.json';
const NO_ROOM = 'This browser keeps nothing for this site, so it lasts until you leave the page.';

export class ProgressPanel {
  private readonly box: HTMLElement;
  /** What is done when the reader says yes. */
  private asked: (() => void) | undefined;

  /** `box`: the element that ProgressPanel.astro writes. */
  constructor(box: HTMLElement) {
    this.box = box;
  }

  begin(): void {
    this.part('progress-works').hidden = false;
    const keys: Readonly<Record<string, () => void>> = {
      save: () => download(NAME, 'application/json', textOf(progressHere.progress)),
      open: () => this.file.click(),
      link: () => void this.makeLink(),
      copy: () => void copyText(this.field.value).then((copied) => this.say(copied ? 'Copied.' : 'It can be copied from the field.')),
      forget: () => this.ask('All of it is forgotten: what you solved, your answers, and what you read.', 'Forget it', () => this.forget()),
      yes: () => this.answer(true),
      no: () => this.answer(false),
      'save-aside': () => download('orrery-progress-unreadable.txt', 'text/plain', progressHere.aside ?? ''),
      'throw-aside': () => this.throwAside(),
    };
    this.box.addEventListener('click', ({ target }) => {
      const key = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
      keys[key?.dataset['do'] ?? '']?.();
    });
    this.file.addEventListener('change', () => void this.readFile());
    onProgress(() => this.show());
    this.show();
    addEventListener('hashchange', () => void this.readLink());
    void this.readLink();
  }

  private part(name: string): HTMLElement {
    return this.box.querySelector<HTMLElement>(`[data-${name}]`)!;
  }

  private get file(): HTMLInputElement {
    return this.part('file') as HTMLInputElement;
  }

  private get field(): HTMLInputElement {
    return this.part('link').querySelector('input')!;
  }

  private say(says: string): void {
    this.part('says').textContent = says;
  }

  private show(): void {
    const { trouble, aside, progress } = progressHere;
    const box = this.part('aside');
    box.hidden = aside === undefined;
    box.querySelector('span')!.textContent = aside === undefined ? '' : (trouble ?? '');
    this.say(aside === undefined && trouble !== undefined ? trouble : `Kept here: ${countWords(progress)}.`);
  }

  private ask(says: string, yes: string, act: () => void): void {
    const box = this.part('ask');
    box.querySelector('span')!.textContent = says;
    const key = box.querySelector<HTMLElement>('[data-do="yes"]')!;
    key.textContent = yes;
    box.hidden = false;
    this.asked = act;
    this.say(says);
    key.focus();
  }

  private answer(isYes: boolean): void {
    this.part('ask').hidden = true;
    const { asked } = this;
    this.asked = undefined;
    if (isYes) asked?.();
    else this.say('Nothing was changed.');
  }

  private forget(): void {
    progressHere.forget();
    tellOfProgress();
    this.part('link').hidden = true;
    this.say('All of it is forgotten.');
  }

  private throwAside(): void {
    progressHere.throwAside();
    tellOfProgress();
    this.say('What could not be read is thrown away.');
  }

  private async makeLink(): Promise<void> {
    const { drafts } = progressHere.progress;
    this.field.value = location.href.replace(/#.*$/, '') + (await fragmentOfProgress(progressHere.progress));
    this.part('link').hidden = false;
    this.say(
      `Whoever opens the link can add what you solved and read to their own.${drafts.size > 0 ? ' Your answers are not in it; a file has them.' : ''}`,
    );
    this.field.select();
  }

  private async readFile(): Promise<void> {
    const [file] = this.file.files ?? [];
    this.file.value = ''; // the same file can be chosen again
    if (file) await this.offer(async () => progressIn(await file.text()), 'The file');
  }

  private async readLink(): Promise<void> {
    const link = progressLinkIn(location.hash);
    if (link === undefined) return;
    this.box.scrollIntoView();
    await this.offer(() => openProgress(link), 'The link');
    history.replaceState(history.state, '', `${location.pathname}${location.search}#progress`);
  }

  /** Nothing is changed by what cannot be read, nor before the reader has said so. */
  private async offer(read: () => Promise<Progress>, what: string): Promise<void> {
    try {
      const from = await read();
      this.ask(`${what} has ${additionWords(progressHere.progress, from)}`, 'Add it', () => this.add(from));
    } catch (problem) {
      this.say(`${problem instanceof RangeError ? problem.message : `${what} cannot be read.`} Nothing was changed.`);
    }
  }

  private add(from: Progress): void {
    const says = additionWords(progressHere.progress, from);
    const isKept = progressHere.change((now) => merged(now, from));
    tellOfProgress();
    this.say(`Added: ${says}${isKept ? '' : ` ${NO_ROOM}`}`);
  }
}
