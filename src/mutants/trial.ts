/** The trial of a model: ten small errors in it, drawn by a fixed seed, and what noticed each. */
import { join } from 'node:path';
import { mechanismIds } from '../mechanisms/registry.ts';
import { type Change, changesIn } from './changes.ts';
import { draw } from './draw.ts';
import { modelFile, modelSources, partsOf } from './mutable.ts';
import { mutantOf } from './mutant.ts';
import { type Notice, noticeOf } from './noticing.ts';

export const MUTANTS = 10;
/** So many of them a model must notice. */
export const AT_LEAST = 8;
const SEED = 1;

const root = join(import.meta.dirname, '../..');

export interface Tried {
  readonly change: Change;
  /** Undefined for a survivor. */
  readonly notice: Notice | undefined;
}

/** Puts the sources of all models together once; what it returns tries one of them. */
export function trials(): {
  changesOf: (id: string) => Change[];
  fileOf: (id: string) => string;
  tryOut: (id: string) => Promise<Tried[]>;
} {
  const sourceOf = modelSources(root, mechanismIds);
  const fileOf = (id: string): string => modelFile(root, id);
  const changesOf = (id: string): Change[] => {
    const { file, checker } = sourceOf(id);
    return partsOf(file, checker).flatMap((part) => changesIn(part, checker));
  };
  const tryOut = async (id: string): Promise<Tried[]> => {
    const tried: Tried[] = [];
    for (const change of draw(changesOf(id), MUTANTS, SEED)) tried.push({ change, notice: await noticed(fileOf(id), change) });
    return tried;
  };
  return { changesOf, fileOf, tryOut };
}

async function noticed(file: string, change: Change): Promise<Notice | undefined> {
  try {
    return noticeOf(await mutantOf(file, [change]));
  } catch (error) {
    return { by: 'error', says: `It cannot be loaded: ${String(error)}` };
  }
}

/** One line for a change. */
export const inWords = ({ where, from, to }: Change): string => `${where}: ${from} -> ${to}`;
