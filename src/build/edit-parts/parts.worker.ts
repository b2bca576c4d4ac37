/** A thread that makes parts of the editor, one after the other, and tells each as soon as it is made. */
import { parentPort, workerData } from 'node:worker_threads';
import { makePart, type PartName } from './parts.ts';

export interface PartsAsked {
  readonly root: string;
  readonly names: readonly PartName[];
}

export interface PartTold {
  readonly name: PartName;
  readonly text: string | undefined;
  /** What was thrown instead. */
  readonly error?: unknown;
}

const { root, names } = workerData as PartsAsked;
const tell = (told: PartTold): void => parentPort!.postMessage(told);

for (const name of names)
  await makePart(root, name).then(
    (text) => tell({ name, text }),
    (error: unknown) => tell({ name, text: undefined, error }),
  );
