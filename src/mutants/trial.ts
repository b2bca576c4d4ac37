/** The trial of a model: ten small errors in it, drawn by a fixed seed, and what noticed each. */
import { mechanismIds } from '../mechanisms/registry.ts';
import { type Change, changesIn } from './changes.ts';
import { draw } from './draw.ts';
import { folderOf, partsOf, readSources } from './mutable.ts';
import { mutantOf } from './mutant.ts';
import { type Notice, noticeOf } from './noticing.ts';

export const MUTANTS = 10;
/** So many of them a model must notice. */
export const AT_LEAST = 8;
const SEED = 1;

export interface Tried {
  readonly change: Change;
  /** Undefined for a survivor. */
  readonly notice: Notice | undefined;
}

export interface Trials {
  /** Every error that could be drawn. */
  changesOf(id: string): Change[];
  /** Those that are drawn, one after the other. */
  tryOut(id: string): Promise<Tried[]>;
}

/** Reads the sources of all models; what it returns tries one of them. */
export function trials(): Trials {
  const sourceOf = readSources(mechanismIds);
  const changesOf = (id: string): Change[] => partsOf(sourceOf(id)).flatMap((part) => changesIn(part, sourceOf(id).checker));
  const tryOut = async (id: string): Promise<Tried[]> => {
    const tried: Tried[] = [];
    for (const change of draw(changesOf(id), MUTANTS, SEED)) tried.push({ change, notice: await noticed(id, change) });
    return tried;
  };
  return { changesOf, tryOut };
}

async function noticed(id: string, change: Change): Promise<Notice | undefined> {
  try {
    return noticeOf(await mutantOf(folderOf(id), [change]));
  } catch (error) {
    return { by: 'error', says: `It cannot be loaded: ${String(error)}` };
  }
}

/** One line for a change. */
export const inWords = ({ where, from, to }: Change): string => `${where}: ${from} -> ${to}`;
