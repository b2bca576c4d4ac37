/** What the code of a model throws, with all that it takes to look for the reason. */
import type { PlainState } from '../state/plain.ts';
import { shortened, shownValue } from '../state/shortened.ts';

/** The piece of a model that failed. */
export interface Failed {
  readonly model: string;
  readonly part: 'start' | 'clause' | 'effect' | 'property';
  /** The sentence of the clause or of the property. */
  readonly name?: string | undefined;
  readonly action?: string | undefined;
  /** The arguments as plain data. */
  readonly args?: PlainState | undefined;
  /** The step as a sentence. */
  readonly says?: string | undefined;
  /** The state in which it was asked, before an effect had begun. */
  readonly state?: PlainState | undefined;
  /** The sentences of the steps that lead there; undefined when nobody has kept them. */
  readonly path?: readonly string[] | undefined;
}

/** Of a long way, the last steps are told. */
const MOST_STEPS_TOLD = 12;
const MOST_OF_STATE = 400;
const MOST_OF_REASON = 300;

export class ModelError extends Error {
  readonly failed: Failed;

  constructor(failed: Failed, cause: unknown) {
    super(sentenceOf(failed, cause), { cause });
    this.name = 'ModelError';
    this.failed = failed;
  }

  /** The same, with the steps that lead there. */
  after(path: readonly string[]): ModelError {
    return new ModelError({ ...this.failed, path }, this.cause);
  }
}

function sentenceOf(failed: Failed, cause: unknown): string {
  const { model, state, path } = failed;
  const reason = shortened(cause instanceof Error ? cause.message : String(cause), MOST_OF_REASON).replace(/\.$/, '');
  const where = state === undefined ? '' : ` The state was ${shownValue(state, MOST_OF_STATE)}.`;
  return `${model}: ${partOf(failed)} failed: ${reason}.${where}${path === undefined ? '' : ` ${wayOf(path)}`}`;
}

function partOf({ part, name, action, says, args }: Failed): string {
  const at = says === undefined ? '' : ` at "${says}" (${shownValue(args)})`;
  switch (part) {
    case 'start':
      return 'the start';
    case 'property':
      return `the property "${name}"`;
    case 'clause':
      return `the clause "${name}" of '${action}'${at}`;
    case 'effect':
      return `the effect of '${action}'${at}`;
  }
}

function wayOf(path: readonly string[]): string {
  if (path.length === 0) return 'It is the state at the start.';
  const first = Math.max(0, path.length - MOST_STEPS_TOLD);
  const told = path.slice(first).map((says, i) => `${first + i + 1}. ${says}`);
  return `The steps that lead there${first > 0 ? `, the last ${told.length} of ${path.length}` : ''}: ${told.join(' ')}`;
}
