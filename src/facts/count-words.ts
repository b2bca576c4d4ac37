/** Small numbers as words. */

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'];

/** `three`; from fourteen on in digits. */
export const countInWords = (count: number): string => words[count] ?? `${count}`;

/** `three systems`, `one system`; `plural` where an s is not enough. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${countInWords(count)} ${count === 1 ? singular : plural}`;

/** With a capital letter, to begin a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
