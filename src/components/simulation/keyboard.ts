/** Which key does what while the focus is inside the player. Pure, so that it can be read and tested as a table. */

export type Command =
  | { readonly do: 'back' | 'on' | 'start' | 'end' | 'play' | 'skip' | 'help' | 'close' }
  | { readonly do: 'digit'; readonly digit: number }
  | { readonly do: 'part'; readonly area: Area };

/** The parts that a letter leads to. */
export type Area = 'check' | 'share' | 'properties' | 'goals' | 'faults' | 'run';

/** What of a keyboard event matters here. */
export interface Press {
  readonly key: string;
  readonly modified: boolean;
  /** The element that has the focus uses keys for itself: a list, a button (space only). */
  readonly inList: boolean;
  readonly onButton: boolean;
}

const plain: Readonly<Record<string, Command>> = {
  ArrowLeft: { do: 'back' },
  ArrowRight: { do: 'on' },
  Home: { do: 'start' },
  End: { do: 'end' },
  Delete: { do: 'skip' },
  '?': { do: 'help' },
  Escape: { do: 'close' },
  c: { do: 'part', area: 'check' },
  l: { do: 'part', area: 'share' },
  p: { do: 'part', area: 'properties' },
  g: { do: 'part', area: 'goals' },
  b: { do: 'part', area: 'faults' },
  s: { do: 'part', area: 'run' },
};

/** Undefined when the key belongs to the page or to the focused control. */
export function commandOf({ key, modified, inList, onButton }: Press): Command | undefined {
  if (modified || (inList && key !== 'Escape')) return undefined;
  if (/^[1-9]$/.test(key)) return { do: 'digit', digit: Number(key) };
  if (key === ' ') return onButton ? undefined : { do: 'play' };
  return Object.hasOwn(plain, key) ? plain[key] : undefined;
}

/** Reads an event of the DOM. */
export function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof Element ? event.target : undefined;
  return {
    key: event.key,
    modified: event.altKey || event.ctrlKey || event.metaKey,
    inList: target?.closest('select, textarea, input:not([type="checkbox"])') != null,
    onButton: target?.closest('button, summary, input, a') != null,
  };
}
