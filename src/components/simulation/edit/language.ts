/** The page's side of the language worker: questions about a text, each with one answer. */

export interface Flaw {
  readonly from: number;
  readonly to: number;
  /** What is unused is no error. */
  readonly is: 'syntax' | 'type' | 'unused';
  readonly says: string;
}
export interface Option {
  readonly label: string;
  readonly kind: string;
}
export interface Told {
  readonly is: string;
  readonly says: string;
}

export interface Answers {
  readonly flaws: readonly Flaw[];
  readonly options: readonly Option[];
  readonly told: Told | undefined;
  /** The JavaScript of the text. */
  readonly script: string;
}

/** What the text is: a model imports the engine's language, a service that of Starina. */
export type TextKind = 'model' | 'service';

export interface Question {
  readonly of: TextKind;
  readonly ask: keyof Answers;
  readonly text: string;
  readonly at?: number | undefined;
}

export class Language {
  private readonly worker = new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, { settle: (answer: never) => void; refuse: (why: Error) => void }>();
  private turn = 0;
  private readonly of: TextKind;

  constructor(of: TextKind = 'model') {
    this.of = of;
    this.worker.addEventListener('message', ({ data: [turn, answer] }: MessageEvent<[number, never]>) => {
      this.waiting.get(turn)?.settle(answer);
      this.waiting.delete(turn);
    });
    this.worker.addEventListener('error', ({ message }) => {
      for (const { refuse } of this.waiting.values()) refuse(new Error(message || 'TypeScript could not be loaded'));
      this.waiting.clear();
    });
  }

  ask<Ask extends keyof Answers>(ask: Ask, text: string, at?: number): Promise<Answers[Ask]> {
    return new Promise((settle, refuse) => {
      this.waiting.set(++this.turn, { settle, refuse });
      const question: Question = { of: this.of, ask, text, at };
      this.worker.postMessage([this.turn, question]);
    });
  }

  stop(): void {
    this.worker.terminate();
  }
}
