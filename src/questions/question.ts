/**
 * A question whose answer follows from the data, so that it is worked out anew whenever the site is built. Leaves out how it is shown.
 * Every choice says why it is right or wrong, from the same data.
 */

export type About = 'way' | 'alone' | 'member' | 'reaches' | 'before' | 'refused' | 'becomes' | 'meaning';

export interface Choice {
  readonly text: string;
  readonly isRight: boolean;
  /** Why, as a sentence. */
  readonly because: string;
}

export interface Question {
  /** Unique on the site; what a reader's answer is kept under. */
  readonly id: string;
  /** Of the system. */
  readonly system: string;
  readonly about: About;
  /** What has happened until then, a sentence each; empty for most. */
  readonly given: readonly string[];
  /** Ends with a question mark. */
  readonly asks: string;
  /** Exactly one is right. */
  readonly choices: readonly Choice[];
  /** Where the answer is explained. */
  readonly more: { readonly href: string; readonly text: string };
}

/** So many choices are enough to think about. */
const MOST_CHOICES = 4;
/** With fewer wrong ones it is no question. */
const LEAST_WRONG = 2;

type Said = Omit<Choice, 'isRight'>;
/** A wrong choice; one that is near comes before others. */
export type Wrong = Said & { readonly isNear?: boolean };
type Asked = Omit<Question, 'choices'> & { readonly right: Said; readonly wrong: readonly Wrong[] };

/** The question, with its choices in an order that tells nothing; none where there are too few wrong ones, or one reads as the right one. */
export function question({ right, wrong, ...asked }: Asked): readonly Question[] {
  const others = [...new Map(wrong.filter(({ text }) => text !== right.text).map((it) => [it.text, it])).values()];
  if (others.length < LEAST_WRONG) return [];
  const by = (salt: string) => (a: Said, b: Said) =>
    hashOf(salt + asked.id + a.text) - hashOf(salt + asked.id + b.text) || (a.text < b.text ? -1 : 1);
  const chosen = others
    .toSorted((a, b) => Number(b.isNear ?? false) - Number(a.isNear ?? false) || by('which')(a, b))
    .slice(0, MOST_CHOICES - 1);
  const choices = [{ ...right, isRight: true }, ...chosen.map(({ text, because }) => ({ text, because, isRight: false }))];
  return [{ ...asked, choices: choices.toSorted(by('where')) }];
}

/** FNV-1a: spreads what looks alike, and is the same in every build. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}
