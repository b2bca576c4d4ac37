import { opened } from './opening.ts';

/** Lets go of what follows a thing that is loaded when it comes into view: what is not seen is not loaded, and nothing waits for it. */
export function waitIfSeen(held: Element | null | undefined): void {
  if (held && held.getBoundingClientRect().top >= innerHeight) opened();
}
