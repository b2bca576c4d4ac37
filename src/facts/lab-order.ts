/** In which order labs are done, and which of them a reader can do next. */
interface Ordered {
  readonly id: string;
  /** The ids of the labs that prepare for it. */
  readonly after: readonly string[];
}

/** Each lab behind those that prepare for it, else as they came. Labs in a circle are left out; `integrity/labs.ts` reports them. */
export function inOrder<Of extends Ordered>(labs: readonly Of[]): Of[] {
  const ids = new Set(labs.map(({ id }) => id));
  const done = new Set<string>();
  const ordered: Of[] = [];
  const isReady = ({ id, after }: Of) => !done.has(id) && after.every((it) => done.has(it) || !ids.has(it));
  for (let next = labs.find(isReady); next; next = labs.find(isReady)) {
    ordered.push(next);
    done.add(next.id);
  }
  return ordered;
}

/** `ready`: all that prepares for it is solved. `later`: it is not, though nobody is kept from it. */
export type LabState = 'solved' | 'ready' | 'later';

export const stateOf = ({ id, after }: Ordered, solved: ReadonlySet<string>): LabState =>
  solved.has(id) ? 'solved' : after.every((it) => solved.has(it)) ? 'ready' : 'later';

/** The first that is ready, of labs in order: in a group where something is solved already, else in the first group. Undefined when all are solved. */
export function nextLab<Of extends Ordered>(groups: readonly (readonly Of[])[], solved: ReadonlySet<string>): Of | undefined {
  const first = (labs: readonly Of[]) => labs.find((lab) => stateOf(lab, solved) === 'ready');
  const begun = groups.filter((labs) => labs.some(({ id }) => solved.has(id)));
  return [...begun, ...groups].map(first).find((lab) => lab !== undefined);
}

/** The labs that this one prepares for. */
export const leadsTo = <Of extends Ordered>(labs: readonly Of[], id: string): Of[] => labs.filter(({ after }) => after.includes(id));
