/**
 * The log of a run: what was tried, where the reader stands in it, and the branch left behind.
 * A pure reducer over numbers. It does not know the machine: whoever dispatches says whether a instance is refused,
 * and `trace.ts` computes the states. Leaves out more than one branch: the last one left is the one worth returning to.
 */

/** One thing tried. A refused attempt stays in the log as a step, and changes no state; so does one that was skipped. */
export interface Attempt {
  readonly instance: number;
  readonly refused: boolean;
  readonly skipped?: boolean;
}

/** The end of a run that goes on for ever: from its last step it is back at step `from`. */
export interface Loop {
  readonly from: number;
  /** What never comes about on such a run, and for whom; undefined when nobody says so. */
  readonly breaks?: string | undefined;
  readonly of?: string | undefined;
}

/** What followed step `from` before another instance was made there. */
export interface Branch {
  readonly from: number;
  readonly attempts: readonly Attempt[];
}

export interface History {
  readonly attempts: readonly Attempt[];
  /** How many attempts lie behind the reader: 0 is the start. */
  readonly position: number;
  readonly left: Branch | undefined;
  /** Only while the log is the one that it was loaded with. */
  readonly loop?: Loop | undefined;
}

export type Act =
  | { readonly do: 'load'; readonly attempts: readonly Attempt[]; readonly position: number; readonly loop?: Loop | undefined }
  /** Skips attempt `at`, counted from 0, or puts it back. */
  | { readonly do: 'skip'; readonly at: number }
  | { readonly do: 'try'; readonly attempt: Attempt }
  | { readonly do: 'go'; readonly to: number }
  | { readonly do: 'return' };

export const fresh: History = { attempts: [], position: 0, left: undefined };

export function reduce(history: History, act: Act): History {
  switch (act.do) {
    case 'load':
      return { attempts: act.attempts, position: within(act.position, act.attempts), left: undefined, loop: act.loop };
    case 'skip':
      return skip(history, act.at);
    case 'try':
      return tryOne(history, act.attempt);
    case 'go':
      return { ...history, position: within(act.to, history.attempts) };
    case 'return':
      return returnTo(history);
  }
}

const within = (position: number, attempts: readonly Attempt[]) => Math.max(0, Math.min(Math.trunc(position), attempts.length));

/** The attempt keeps its place, so that it can be put back, and everything after it keeps its number. */
function skip({ attempts, position, left }: History, at: number): History {
  const toggled = ({ skipped, ...attempt }: Attempt): Attempt => (skipped ? attempt : { ...attempt, skipped: true });
  return { attempts: attempts.map((attempt, i) => (i === at ? toggled(attempt) : attempt)), position, left };
}

function tryOne(history: History, attempt: Attempt): History {
  const { attempts, position, left } = history;
  const next = attempts[position];
  // What the log does next anyway is a step along it, not a new branch.
  if (next?.instance === attempt.instance && !next.skipped) return { ...history, position: position + 1 };
  const behind = attempts.slice(0, position);
  const ahead = attempts.slice(position);
  // A refusal changes nothing, so whatever lies ahead is still true after it.
  if (attempt.refused) return { attempts: [...behind, attempt, ...ahead], position: position + 1, left: left && shifted(left, position) };
  return {
    attempts: [...behind, attempt],
    position: position + 1,
    left: ahead.length > 0 ? { from: position, attempts: ahead } : keptBy(left, position),
  };
}

/** A step put in before the fork moves the fork one step on. */
const shifted = (left: Branch, at: number): Branch => (at < left.from ? { ...left, from: left.from + 1 } : left);

/** At the end of the log nothing is cut off, so an earlier branch stays as long as its fork does. */
const keptBy = (left: Branch | undefined, length: number) => (left && left.from <= length ? left : undefined);

/** The branch becomes the log, and what it replaces becomes the branch: returning twice changes nothing but the position. */
function returnTo(history: History): History {
  const { attempts, left } = history;
  if (!left) return history;
  const replaced = attempts.slice(left.from);
  const whole = [...attempts.slice(0, left.from), ...left.attempts];
  return { attempts: whole, position: whole.length, left: replaced.length > 0 ? { from: left.from, attempts: replaced } : undefined };
}
