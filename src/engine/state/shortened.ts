/** What was read from outside, or is long, as it may stand in a message. */

const USUAL_MOST = 80;

/** At most so many characters of a text, on one line; the rest is told by its length. */
export function shortened(text: string, most: number = USUAL_MOST): string {
  // Twice as many are enough to cut from, however long the text is.
  const line = text.slice(0, most * 2).replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  if (text.length <= most * 2 && line.length <= most) return line;
  const kept = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${kept}\u2026 (${text.length} characters)`;
}

/** A value from outside as JSON, shortened. */
export function shownValue(value: unknown, most?: number): string {
  return shortened(asJson(value), most);
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'a value that cannot be written'; // too deep, in a ring, or no JSON
  }
}
