/** Which key does what while the focus is inside the plate. Pure, so that it can be read and tested as a table. */

export type Command =
  | { readonly does: 'back' | 'on' | 'start' | 'end' | 'play' | 'strike' | 'help' | 'close' }
  | { readonly does: 'digit'; readonly digit: number };

/** What of a keyboard event matters here. */
export interface Press {
  readonly key: string;
  readonly modified: boolean;
  /** The element that has the focus uses keys for itself: a list, a button (space only). */
  readonly inList: boolean;
  readonly onButton: boolean;
}

const plain: Readonly<Record<string, Command>> = {
  ArrowLeft: { does: 'back' },
  ArrowRight: { does: 'on' },
  Home: { does: 'start' },
  End: { does: 'end' },
  Delete: { does: 'strike' },
  '?': { does: 'help' },
  Escape: { does: 'close' },
};

/** Undefined when the key belongs to the page or to the focused control. Letters always do. */
export function commandOf({ key, modified, inList, onButton }: Press): Command | undefined {
  if (modified || (inList && key !== 'Escape')) return undefined;
  if (/^[1-9]$/.test(key)) return { does: 'digit', digit: Number(key) };
  if (key === ' ') return onButton ? undefined : { does: 'play' };
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
