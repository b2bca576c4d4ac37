/** What the picture of the address spaces reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { listed } from '../../../drawing/words.ts';

export interface Process {
  readonly tables: boolean;
  readonly task: boolean;
  readonly maps: readonly (number | null)[];
  readonly kernelPage: boolean;
}
export interface Spaces {
  readonly processes: readonly Process[];
  readonly pages: readonly { readonly cached: number | null }[];
  readonly frames: readonly { readonly is: 'free' | 'private' | 'shared' }[];
  readonly kernelPage: boolean;
  readonly running: number | null;
  readonly loaded: number | null;
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const spacesIn = (state: PlainState) => state as unknown as Spaces;

export const SHARED = 'a frame is mapped in two processes only if it is shared';
export const KERNEL = 'the kernel half is the same in every address space';
export const CACHED = 'what is cached is what the loaded tables say';
const ALIVE = 'a process has its tables until all its tasks are dead';
export const LOADED = 'the tables that are loaded exist';

/** What the processor remembers of a page of this process: translations belong to the tables that are loaded. */
export const cachedOf = ({ pages, loaded }: Spaces, process: number, page: number) => (loaded === process ? pages[page]!.cached : null);

export const isStale = (s: Spaces, process: number, page: number) => {
  const cached = cachedOf(s, process, page);
  return cached !== null && cached !== s.processes[process]!.maps[page];
};

const mappedBy = ({ processes }: Spaces, frame: number) => [...processes.keys()].filter((i) => processes[i]!.maps.includes(frame));

export const isTorn = (s: Spaces, frame: number) => s.frames[frame]!.is !== 'shared' && mappedBy(s, frame).length > 1;
const hasOtherHalf = ({ processes, kernelPage }: Spaces, i: number) => processes[i]!.tables && processes[i]!.kernelPage !== kernelPage;
const isHomeless = ({ processes }: Spaces, i: number) => processes[i]!.task && !processes[i]!.tables;

/** Whether the head of a process, which speaks of its tables, breaks one of the sentences. */
export const breaksHead = (s: Spaces, i: number, broken: readonly string[]) =>
  (broken.includes(KERNEL) && hasOtherHalf(s, i)) ||
  (broken.includes(ALIVE) && isHomeless(s, i)) ||
  (broken.includes(LOADED) && s.loaded === i && !s.processes[i]!.tables);

/** How a process stands, in a few words. */
export function standing(s: Spaces, i: number): string {
  const { tables, task } = s.processes[i]!;
  const life = s.running === i ? 'running' : task ? 'waiting' : tables ? 'no task' : 'not there';
  if (!tables) return s.loaded === i ? `${life}, freed tables loaded` : task ? `${life}, tables freed` : life;
  const half = hasOtherHalf(s, i) ? ', another kernel half' : '';
  return `${life}${s.loaded === i ? ', loaded' : ''}${half}`;
}

export function processorSays({ running, loaded }: Spaces): string {
  const tables = loaded === null ? 'the tables made at boot' : `the tables of process ${loaded}`;
  return running === null
    ? `A task of the kernel runs, on ${tables}.`
    : `Process ${running} runs, on ${loaded === running ? 'its own tables' : tables}.`;
}

/** The same in the few words that follow `was`. */
export const wasRunning = ({ running }: Spaces) => (running === null ? 'a task of the kernel' : `process ${running}`);

export function explain(rule: string, s: Spaces): string | undefined {
  const those = (wanted: (s: Spaces, i: number) => boolean) => [...s.processes.keys()].filter((i) => wanted(s, i));
  const said = (parts: readonly string[]) => (parts.length > 0 ? parts.join(' ') : undefined);
  switch (rule) {
    case SHARED:
      return said(
        [...s.frames.keys()]
          .filter((i) => isTorn(s, i))
          .map((i) => `Frame ${i} is ${s.frames[i]!.is}, and mapped by processes ${listed(mappedBy(s, i))}.`),
      );
    case KERNEL:
      return kernelSays(s, those(hasOtherHalf));
    case CACHED:
      return said(
        those(({ loaded }, i) => loaded === i).flatMap((i) =>
          [...s.pages.keys()].filter((page) => isStale(s, i, page)).map((page) => staleSays(s, i, page)),
        ),
      );
    case ALIVE:
      return said(those(isHomeless).map((i) => `A task of process ${i} is alive, and the tables of the process are freed.`));
    case LOADED:
      return s.loaded === null ? undefined : `The processor walks the tables of process ${s.loaded}, which are freed.`;
    default:
      return undefined;
  }
}

function kernelSays({ kernelPage }: Spaces, others: readonly number[]): string | undefined {
  if (others.length === 0) return undefined;
  const several = others.length > 1;
  const who = `process${several ? 'es' : ''} ${listed(others)}`;
  if (kernelPage) return `The kernel has mapped a page in its half, and ${who} ${several ? 'do' : 'does'} not see it.`;
  return `The kernel has no page mapped in its half, and ${who} ${several ? 'see' : 'sees'} one.`;
}

function staleSays(s: Spaces, process: number, page: number): string {
  const entry = s.processes[process]!.maps[page] ?? null;
  const tables = entry === null ? 'nothing there' : `frame ${entry}`;
  return `The processor remembers page ${page} as frame ${s.pages[page]!.cached}. The tables of process ${process} say ${tables}.`;
}
