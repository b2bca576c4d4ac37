/**
 * Keeps progress in the browser, under one key. Every change is made to what is kept at that moment, so tabs do not lose each other's entries. A
 * browser that keeps nothing loses only that: the page goes on with what it has. A text that cannot be read is put aside before anything is
 * written in its place, and stays there until the reader throws it away.
 */
import { merged, nothing, progressIn, textOf, type Progress } from './progress.ts';

export const KEY = 'orrery:progress';
export const ASIDE = 'orrery:progress-aside';

type Kept = { readonly progress: Progress } | { readonly unreadable: string; readonly why: string } | { readonly refused: true };

export class ProgressStore {
  private readonly storage: () => Storage;
  /** What was done here since the page was opened; another tab may have written over it without having seen it. */
  private own: Progress = nothing;
  /** Something could not be kept, so that the page itself has to remember it. */
  private isRefused = false;

  /** `storage` may throw: some browsers do when it is only looked at. */
  constructor(storage: () => Storage) {
    this.storage = storage;
  }

  get progress(): Progress {
    const kept = this.kept();
    if (!('progress' in kept)) return this.own;
    return this.isRefused ? merged(this.own, kept.progress) : kept.progress;
  }

  /** What the reader must know, as sentences; undefined when all is well. */
  get trouble(): string | undefined {
    const kept = this.kept();
    if ('unreadable' in kept) return `${kept.why} It is left as it is; the page Learn gives it to you as a file, or throws it away.`;
    if (this.isRefused || 'refused' in kept)
      return 'This browser keeps nothing more for this site, so your progress lasts until you leave the page. A file of it can be saved on the page Learn.';
    return this.aside === undefined
      ? undefined
      : 'Progress that could not be read was put aside, and nothing of it is lost. The page Learn gives it to you as a file, or throws it away.';
  }

  /** A text that could not be read, as it was found. */
  get aside(): string | undefined {
    const kept = this.kept();
    return 'unreadable' in kept ? kept.unreadable : (this.read(ASIDE) ?? undefined);
  }

  /** Whether it was kept. */
  change(by: (progress: Progress) => Progress): boolean {
    const next = by(this.progress);
    this.own = next;
    const isKept = this.makeRoom() && this.write(KEY, textOf(next));
    this.isRefused = !isKept;
    return isKept;
  }

  /** Takes up what another tab has written; what it had not seen of this one is put to it again. */
  heard({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    if (key !== null && key !== KEY) return;
    const kept = this.kept();
    if (newValue === null || !('progress' in kept)) {
      this.own = nothing;
      return;
    }
    const lacks = [...this.own.solved].some((lab) => !kept.progress.solved.has(lab));
    const { solved } = this.own;
    if (lacks) this.change((now) => ({ ...now, solved: new Set([...now.solved, ...solved]) }));
    else this.own = kept.progress;
  }

  throwAside(): void {
    if ('unreadable' in this.kept()) this.remove(KEY);
    this.remove(ASIDE);
  }

  /** Nothing of it is left, here or in the page. */
  forget(): void {
    this.own = nothing;
    this.isRefused = false;
    this.remove(KEY);
    this.remove(ASIDE);
  }

  private kept(): Kept {
    const text = this.read(KEY);
    if (text === undefined) return { refused: true };
    if (text === null) return { progress: nothing };
    try {
      return { progress: progressIn(text) };
    } catch (problem) {
      return { unreadable: text, why: problem instanceof RangeError ? problem.message : String(problem) };
    }
  }

  /** Whether the key is free for a new text; two texts that cannot be read are one too many. */
  private makeRoom(): boolean {
    const kept = this.kept();
    if (!('unreadable' in kept)) return true;
    const aside = this.read(ASIDE);
    return aside === kept.unreadable || (aside === null && this.write(ASIDE, kept.unreadable));
  }

  /** Undefined where the browser gives no storage. */
  private read(key: string): string | null | undefined {
    try {
      return this.storage().getItem(key);
    } catch {
      return undefined;
    }
  }

  private write(key: string, text: string): boolean {
    try {
      this.storage().setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  private remove(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch {
      // Where nothing can be kept, nothing is there.
    }
  }
}
