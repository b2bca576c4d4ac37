/** Stands in the place of src/components/simulation/check-worker.ts. */
import type { Machine } from '../../../src/engine/checker.ts';
import { workerFor } from './workers.ts';

export const checkWorker = (m: Machine): Worker => workerFor(m, 'check');
