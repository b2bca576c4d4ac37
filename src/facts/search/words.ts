/** Words as a search compares them. */

/** Words of a question that say nothing of what it is about. */
const empty = new Set(
  'a about an and are as at be been but by can could did do does explain find for from get got had has have help how i if in into is it its me my of on or our out should so than that the their them then there these they this those to up us was use used using want we were what when where which who why will with work works would you your'.split(
    ' ',
  ),
);

/** Endings that leave a word's meaning, longest first. */
const endings = 'ations ation ating ated ates ate ions ings ers ion ing ed er ies es s e y'.split(' ');
/** A shorter rest would be another word. */
const shortestStem = 4;

/** In small letters, without accents, cut at everything that is neither letter nor digit. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((it) => it !== '');
}

/** The words that carry a question; all of them when none does. */
export function tellingWords(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((it) => !empty.has(it));
  return telling.length > 0 ? telling : words;
}

/** A word without its ending, so that `scheduler` meets `scheduling`. */
export function stemOf(word: string): string {
  for (const ending of endings)
    if (word.endsWith(ending) && word.length - ending.length >= shortestStem) return word.slice(0, -ending.length);
  return /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** A name from code or an id, as somebody asked for it. */
export interface Identifier {
  readonly name: string;
  /** It can only be meant letter for letter: `make_img`. One that is not may be two words written as one: `TCP/IP`, `RaspberryPi`. */
  readonly isStrict: boolean;
}

/**
 * The name from code, or the id, that a question is: `make_img`, `kernel/src/poll.rs`, `zos.network`, `sysRead`, `themelios-phase-3`.
 * A word with a hyphen is one only where it holds a digit: `round-robin` are two words.
 */
export function identifierIn(question: string): Identifier | undefined {
  const name = question.trim().replaceAll(/^["'`#!([{<]+|["'`()[\]{};,>?!]+$/g, '');
  if (!/^\S{3,}$/.test(name)) return undefined;
  const isStrict = /[_\\]|::|[a-z0-9]\.[a-z]/i.test(name);
  return isStrict || /\/|[a-z][A-Z]|-\w*\d|\d\w*-/.test(name) ? { name, isStrict } : undefined;
}

/** The words in a name that is written as one: `RaspberryPi`, `TCP/IP`. */
export const wordsInName = (name: string): string[] => wordsOf(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'));

const joined = /[\p{L}\p{N}_$][\p{L}\p{N}_.:/\\+$-]*[\p{L}\p{N}_]/gu;

/** The names from code that stand in a text, each once. */
export const identifiersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(joined)].map(([it]) => it).filter((it) => identifierIn(it) !== undefined)),
];

/** Whether a name holds another as a whole step of it: `build/make_img.c` holds `make_img`, `make_images` does not. */
export function holdsName(name: string, sought: string): boolean {
  const [whole, part] = [name.toLowerCase(), sought.toLowerCase()];
  const isInside = (at: number): boolean => at >= 0 && at < whole.length && /[\p{L}\p{N}_]/u.test(whole[at]!);
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1))
    if (!isInside(at - 1) && !isInside(at + part.length)) return true;
  return false;
}
