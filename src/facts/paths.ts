/** What a path comes to: how long each step takes, and which task stands at its end. Worked out from what the steps lead to. */
import { addressOf } from './addresses.ts';
import { find, type Entries, type Entry } from './entries.ts';
import type { Path, PathStep } from '../schemas/paths.ts';
import { tasksIn } from './tasks.ts';

/** A page as it is written. */
interface Written {
  readonly address: string;
  readonly text: string;
}

export type StepKind = 'read' | 'play' | 'ask' | 'lab' | 'take';

export interface KnownStep {
  readonly kind: StepKind;
  /** Unique within the path; a reader's progress keeps it. */
  readonly id: string;
  readonly href: string;
  /** Of what it leads to; `undefined` for a page, whose title the caller knows. */
  readonly title: string | undefined;
  readonly why: string;
  readonly minutes: number;
}

/** For technical text that is new to its reader, with drawings to look at. */
const WORDS_A_MINUTE = 120;
/** What is not prose: a list to look through, a simulation with its three things to try, a page of questions. */
const MINUTES = { page: 4, play: 8, ask: 8 } as const;

export const stepsIn = (path: Path, entries: Entries, prose: readonly Written[]): readonly KnownStep[] =>
  path.steps.map((step) => known(step, entries, prose));

/** The task itself is not part of the hour. */
export const minutesOf = (steps: readonly KnownStep[]): number => steps.reduce((sum, { minutes }) => sum + minutes, 0);

function known(step: PathStep, entries: Entries, prose: readonly Written[]): KnownStep {
  const { why } = step;
  if ('read' in step)
    return { kind: 'read', id: idOf(step.read), href: step.read, title: undefined, why, minutes: readingMinutes(step.read, prose) };
  if ('play' in step) {
    const href = `/simulations/${step.play}/`;
    return { kind: 'play', id: idOf(href), href, title: undefined, why, minutes: MINUTES.play };
  }
  if ('ask' in step) {
    const system = find(entries, 'systems', step.ask)?.data.title ?? step.ask;
    const href = `/learn/questions/${step.ask}/`;
    return { kind: 'ask', id: idOf(href), href, title: `Questions about ${system}`, why, minutes: MINUTES.ask };
  }
  if ('lab' in step) return ofEntry('lab', find(entries, 'labs', step.lab), step.lab, why);
  return ofEntry('take', find(entries, 'tasks', taskOf(step.take, entries) ?? step.take[0]!), step.take[0]!, why);
}

function ofEntry(kind: 'lab' | 'take', entry: Entry<'labs'> | Entry<'tasks'> | undefined, id: string, why: string): KnownStep {
  const minutes = entry?.collection === 'labs' ? entry.data.minutes : 0;
  return { kind, id: `${kind}-${id}`, href: entry ? addressOf(entry) : '', title: entry?.data.title, why, minutes };
}

/** The first of these that can be begun. */
export const taskOf = (tasks: readonly string[], entries: Entries): string | undefined =>
  tasks.find((id) => tasksIn(entries).some(({ entry, state }) => entry.id === id && state === 'ready'));

const idOf = (address: string): string => address.replace('#', '').replaceAll('/', '-').replaceAll(/^-|-$/g, '');

function readingMinutes(address: string, prose: readonly Written[]): number {
  const [page = ''] = address.split('#');
  const text = prose.find((it) => it.address === page)?.text;
  return text === undefined ? MINUTES.page : Math.max(2, Math.round(wordsIn(text) / WORDS_A_MINUTE));
}

/** The words of a page without its head, its imports and its elements, in whose attributes nobody reads. */
function wordsIn(text: string): number {
  const body = text
    .replace(/^---\n.*?\n---\n/s, '')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/<Cite\b[^>]*>.*?<\/Cite>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\{\/\*.*?\*\/\}/gs, '');
  return body.split(/\s+/).filter((it) => /\w/.test(it)).length;
}
