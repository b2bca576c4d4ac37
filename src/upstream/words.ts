/** The words and signs that the documents use for how far a thing is, and the words that two titles share. */
import type { MilestoneStatus } from '../schemas/milestones.ts';
import type { PlatformState } from '../schemas/platforms.ts';

/** Status words of a list of milestones, as their projects write them. */
export const statusWords = ['Complete', 'Not started', 'In progress', 'Planned', 'Deferred'] as const;

/** `Complete (core; …)` and `Complete — core` are partial: the rest of the words names what is left. */
export function statusOfWords(words: string): MilestoneStatus | undefined {
  const text = words.trim().toLowerCase();
  if (/^(complete|completed|done)$/.test(text)) return 'complete';
  if (/^(complete|completed|done)\b/.test(text) || text.startsWith('partial')) return 'partial';
  if (/^(in progress|wip|work in progress|started|ongoing)\b/.test(text)) return 'in-progress';
  if (/^(not started|planned|todo|open|deferred)\b/.test(text)) return 'not-started';
  if (/^(dropped|cancelled)\b/.test(text)) return 'dropped';
  return undefined;
}

const workInProgress =
  /^\s*(?:\((?:wip|work[- ]in[- ]progress)\)|wip:|work[- ]in[- ]progress:)\s*|\s*\((?:wip|work[- ]in[- ]progress)\)\s*$/i;

/** What a heading says of all items below it: these words and no others, for `What is planned next` may head anything. */
export function stateOfHeading(text: string): MilestoneStatus | undefined {
  const words = text.replaceAll(/[^\p{L}\s-]+/gu, '').trim();
  if (/^(done|completed?|finished|shipped|released)$/i.test(words)) return 'complete';
  if (/^(in progress|doing|work in progress|wip|under way|ongoing|current)$/i.test(words)) return 'in-progress';
  if (/^(to-?do|to do|planned|backlog|next|later|upcoming|future|not started|open)$/i.test(words)) return 'not-started';
  if (/^(dropped|cancelled|rejected|abandoned)$/i.test(words)) return 'dropped';
  return undefined;
}

const struck = /^~~([^~]+)~~[\s.:,(–—-]*(?:dropped|cancelled|rejected|abandoned)?[\s.)]*$/i;

/**
 * The status of an item of a roadmap, and its words without the mark of work in progress. What is struck through is dropped. A tick says
 * complete and an open box no more than that it is not; without any of these the heading above speaks, if it does.
 */
export function statusOfItem({
  text,
  ticked,
  above,
}: {
  readonly text: string;
  readonly ticked?: boolean | undefined;
  readonly above?: MilestoneStatus | undefined;
}): {
  readonly words: string;
  readonly status: MilestoneStatus | undefined;
} {
  const gone = struck.exec(text)?.[1];
  // A tick before words that are struck through: it was done, and crossed off.
  if (gone !== undefined) return { words: gone.trim(), status: ticked || above === 'complete' ? 'complete' : 'dropped' };
  const words = text.replace(workInProgress, '');
  const isUnderWay = words !== text;
  return { words, status: ticked ? 'complete' : isUnderWay ? 'in-progress' : ticked === false ? 'not-started' : above };
}

/** A mark of a list of groups in JSON: of a group `complete`, `basic`, `off`; of an entry `done`, `basic`, `not`. */
export function stateOfMark(mark: string): MilestoneStatus | undefined {
  const marks: Readonly<Record<string, MilestoneStatus>> = {
    complete: 'complete',
    done: 'complete',
    basic: 'partial',
    off: 'not-started',
    not: 'not-started',
  };
  return Object.hasOwn(marks, mark) ? marks[mark] : undefined;
}

/** A sign, or a word, of a table of platforms. */
export function stateOfWords(words: string): PlatformState | undefined {
  const text = words.trim().toLowerCase();
  if (text.startsWith('✅') || /^(supported|reached|done)\b/.test(text)) return 'supported';
  if (text.startsWith('🔨') || /^(partially|partial|wip|work in progress|unstable)\b/.test(text)) return 'partial';
  if (text.startsWith('🗓') || /^planned\b/.test(text)) return 'planned';
  if (/^(❌|🚫)/u.test(text) || /^(dropped|removed)\b/.test(text)) return 'removed';
  if (/^deferred\b/.test(text)) return 'deferred';
  return undefined;
}

const emptyWords = new Set(
  'the and for with from that this are was has its not done list status marked into onto each own all one item later called roadmap server support'.split(
    ' ',
  ),
);

/** The words of a title that tell it from others, in lower case. */
export const wordsOf = (text: string): string[] => [
  ...new Set((text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).filter((it) => it.length > 1 && !emptyWords.has(it))),
];

/** Two words are the same, or one begins with the other and is long enough to mean it. */
const sameWord = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)));

/** How many of the words of `title` are in `text`, as a share from 0 to 1. */
export function likeness(title: string, text: string): number {
  const [words, others] = [wordsOf(title), wordsOf(text)];
  return words.length === 0 ? 0 : words.filter((it) => others.some((other) => sameWord(it, other))).length / words.length;
}
