/**
 * A document as it was read: its lines, what its line ends are, and its fingerprints. Everything of this folder works on
 * lines counted from 1, as an editor shows them. Leaves out bytes and files: the command reads those.
 */

/** Six hexadecimal digits of the SHA-256 of a text: given by the caller, because facts import no package. */
export type PrintOf = (text: string) => string;

export interface Line {
  readonly number: number;
  /** Without its line end, and the first without a byte-order mark. */
  readonly text: string;
}

/**
 * `new`, `gone`, `renamed`, `changed`: a thing, against the data. `unplaced`: nothing known has this line. `invalid`: a file that is
 * written for Orrery is not as its schema wants it there. `line-ends` and `byte-order-mark`: the bytes around the text.
 */
export type FindingKind = 'new' | 'gone' | 'renamed' | 'changed' | 'unplaced' | 'invalid' | 'line-ends' | 'byte-order-mark';

export interface Finding {
  readonly kind: FindingKind;
  /** First and last line of the document. Of what is gone: the line after which it stood; 0 for before the first. */
  readonly line: number;
  readonly toLine: number;
  /** The line of the primary source that it stands for, where there is one. */
  readonly sourceLine?: number;
  /** The records concerned: an id, or an id and the item inside it, `themelios-phase-3#root-image`. */
  readonly records: readonly string[];
  readonly says: string;
}

export interface Document {
  readonly lines: readonly Line[];
  /** What is to be said of line ends and of a byte-order mark. */
  readonly findings: readonly Finding[];
  /** Whether the last line ends with a line feed. */
  readonly closed: boolean;
}

/** Why a document cannot be read; `line` is 0 where no line can be named. */
export interface Unreadable {
  readonly line: number;
  readonly why: string;
}

/** A README has some hundreds of lines; aligning takes time and memory in proportion to this number. */
const maxLines = 20_000;

export const isUnreadable = (it: Document | Unreadable): it is Unreadable => 'why' in it;

/** Splits a text into lines. An empty text, a NUL character and too many lines are unreadable. */
export function documentOf(text: string): Document | Unreadable {
  const marked = text.startsWith('\uFEFF');
  const body = marked ? text.slice(1) : text;
  if (body.trim() === '') return { line: 0, why: body === '' ? 'it is empty' : 'it holds nothing but white space' };
  const raw = body.split('\n');
  const closed = raw.at(-1) === '';
  if (closed) raw.pop();
  const nul = raw.findIndex((it) => it.includes('\0'));
  if (nul >= 0) return { line: nul + 1, why: 'it holds a NUL character, so it is not text' };
  if (raw.length > maxLines) return { line: maxLines + 1, why: `it has ${raw.length} lines, and at most ${maxLines} are read` };
  const returns = raw.flatMap((it, i) => (it.endsWith('\r') ? [i + 1] : []));
  return {
    lines: raw.map((it, i) => ({ number: i + 1, text: it.replace(/\r$/, '') })),
    closed,
    findings: [
      ...(marked
        ? [{ kind: 'byte-order-mark', line: 1, toLine: 1, records: [], says: 'the document begins with a byte-order mark' } as const]
        : []),
      ...ranges(returns).map(([line, toLine]) => ({
        kind: 'line-ends' as const,
        line,
        toLine,
        records: [],
        says: `${line === toLine ? 'this line ends' : 'these lines end'} with a carriage return and a line feed; read as if with a line feed alone`,
      })),
    ],
  };
}

/** Ascending numbers as stretches: 1 2 3 7 becomes 1 to 3 and 7 to 7. */
function ranges(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const n of numbers) {
    const last = found.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else found.push([n, n]);
  }
  return found;
}
