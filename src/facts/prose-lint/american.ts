/** British and American spelling, of which this site writes the British, with -ise. What is only spelt one way stays. */

/** Each American spelling as a pattern of whole words, and how it is written here; `$1` is what the pattern keeps. */
const american: readonly (readonly [pattern: string, here: string])[] = [
  ['(behavi|col|fav|hon|lab|neighb|harb|endeav)or(s|ed|ing|able|ite|ites|less|al)?', '$1our$2'],
  ['cent(er)(s|ed)?', 'centre$2'],
  ['centering', 'centring'],
  ['(kilo|milli|nano|centi)meter(s)?', '$1metre$2'],
  ['analyz(e|es|ed|er|ers|ing)', 'analys$1'],
  ['catalog(s)?', 'catalogue$1'],
  ['(cancel|label|model|signal|level|travel|tunnel|marshal|unravel|total|initial|channel|panel)(ed|ing|er|ers)', '$1l$2'],
  ['(defen|offen)se(s)?', '$1ce$2'],
  ['gray(s|ed)?', 'grey$1'],
  ['artifact(s)?', 'artefact$1'],
  ['fulfill(s)?', 'fulfil$1'],
  ['enroll(s)?', 'enrol$1'],
  ['skeptic(al)?', 'sceptic$1'],
  ['aluminum', 'aluminium'],
  ['toward', 'towards'],
  // Words in -ize, but for those that have no other form.
  [
    '(?!(?:over|out|re|down|under|up)?siz|priz|seiz|capsiz|citiz|horiz|bulldoz|gauz|maz|quiz|whiz|assiz)(\\p{L}{2,})iz(e|es|ed|ing|er|ers|able|ation|ations)',
    '$1is$2',
  ],
];

const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_/.-])(?:${pattern})(?![\\p{L}\\p{N}_])`, 'giu');
const patterns = american.map(([pattern, here]) => ({ found: whole(pattern), here }));
const any = new RegExp(whole(american.map(([pattern]) => pattern).join('|')), 'iu');
/** A name from code, as ButtonSize, is spelt as its project spells it. */
const isCode = (word: string): boolean => /\p{Ll}\p{Lu}/u.test(word);

/** The American spellings in a text, each with how it is written here. */
export const americanIn = (text: string): { readonly word: string; readonly here: string }[] =>
  any.test(text)
    ? patterns.flatMap(({ found, here }) =>
        [...text.matchAll(found)].filter(([word]) => !isCode(word)).map(([word]) => ({ word, here: word.replace(found, here) })),
      )
    : [];
