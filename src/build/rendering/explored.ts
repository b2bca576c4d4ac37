/** What the pages tell of each model, found before they are rendered: else each thread would explore all of them anew. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CheckedModel } from '../../components/simulation/verdicts.ts';

/** By the model's id. Rejects with what a model threw. */
export async function exploredModels(): Promise<ReadonlyMap<string, CheckedModel>> {
  const [models] = (await once(new Worker(new URL('explored.worker.ts', import.meta.url)), 'message')) as [
    ReadonlyMap<string, CheckedModel>,
  ];
  return models;
}
