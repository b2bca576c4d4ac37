/**
 * Whose link an address carries: `#run=themelios/scheduler:…`. A page may have several simulations and fragments of its own, so exactly one of
 * its simulations answers for a link: the first of its model, or else the first there is. Needs no engine, so that it can be asked at once.
 */

const PREFIX = '#run=';

/** The address of a run within its page. */
export const fragmentFor = (link: string): string => PREFIX + link;

/** The link in a fragment, with what a mail program has escaped; undefined when the fragment is for somebody else. */
export function linkIn(fragment: string): string | undefined {
  if (!fragment.startsWith(PREFIX)) return undefined;
  const text = fragment.slice(PREFIX.length);
  return text.replaceAll(/%3a/gi, ':').replaceAll(/%2f/gi, '/');
}

/** What is written on the element of a simulation. */
export interface Plate {
  /** The model. */
  readonly run?: string | undefined;
  /** How links of format 1 to it begin, with a space between; they do not name their model. */
  readonly runFormer?: string | undefined;
}

const FORMER_LENGTH = 5;

/** Which of the simulations of a page, in its order, answers for a link; -1 when there is none. */
export function ownerOf(link: string, plates: readonly Plate[]): number {
  const [id] = link.split(':', 1);
  const isNamed = link.includes(':');
  const beginning = link.slice(0, FORMER_LENGTH);
  const owner = plates.findIndex(({ run, runFormer }) => (isNamed ? run === id : runFormer?.split(' ').includes(beginning)));
  return owner >= 0 ? owner : plates.length > 0 ? 0 : -1;
}
