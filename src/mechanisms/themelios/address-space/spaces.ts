/** What the picture of the address spaces and its words read from a state. */
import type { StateOf } from '../../../engine/language.ts';
import { listed } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Spaces = StateOf<typeof model>;

/** What the processor remembers of a page of this process: translations belong to the tables that are loaded. */
export const cachedOf = ({ pages, loaded }: Spaces, process: number, page: number) => (loaded === process ? pages[page]!.cached : null);

const mappedBy = ({ processes }: Spaces, frame: number) => [...processes.keys()].filter((i) => processes[i]!.maps.includes(frame));

/** How a process stands, in a few words. */
export function standing(s: Spaces, i: number): string {
  const { tables, task, kernelPage } = s.processes[i]!;
  const life = s.running === i ? 'running' : task ? 'waiting' : tables ? 'no task' : 'not there';
  if (!tables) return s.loaded === i ? `${life}, freed tables loaded` : task ? `${life}, tables freed` : life;
  const half = kernelPage === s.kernelPage ? '' : ', another kernel half';
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

export const frameSays = (s: Spaces, frame: number) =>
  `Frame ${frame} is ${s.frames[frame]!.is}, and mapped by processes ${listed(mappedBy(s, frame))}.`;

/** What is wrong with the kernel half, as these processes see it. */
export function kernelSays({ kernelPage }: Spaces, others: readonly number[]): string {
  const several = others.length > 1;
  const who = `process${several ? 'es' : ''} ${listed(others)}`;
  if (kernelPage) return `The kernel has mapped a page in its half, and ${who} ${several ? 'do' : 'does'} not see it.`;
  return `The kernel has no page mapped in its half, and ${who} ${several ? 'see' : 'sees'} one.`;
}

export function staleSays({ processes, pages, loaded }: Spaces, page: number): string {
  const entry = loaded === null ? null : processes[loaded]!.maps[page]!;
  const says = entry === null ? 'nothing there' : `frame ${entry}`;
  return `The processor remembers page ${page} as frame ${pages[page]!.cached}. The tables of process ${loaded} say ${says}.`;
}
