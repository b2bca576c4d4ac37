/** Small words that several pictures say. */
export const classes = (...names: readonly (string | false | undefined)[]) => names.filter(Boolean).join(' ') || undefined;

/** `1st`, `2nd`, `3rd`, `4th`: lines here are short. */
export const ordinal = (place: number) => `${place}${['th', 'st', 'nd', 'rd'][place] ?? 'th'}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly (string | number)[]) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');

/** Both look the same on paper. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A label within a sentence: `Memory, in parts of 2 GiB` begins small and keeps its unit, `CPUs` and `PID 1` stay. */
export const inSentence = (label: string) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());

/** `grantsMore` reads `grants more`: the fallback where nobody wrote a label. */
export const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** A sentence for each row, one after the other; when the rule names no row, that it does not hold. */
export const sentences = (rows: readonly number[], says: (row: number) => string): string =>
  rows.map(says).join(' ') || 'It does not hold in this state.';
