/** Stands in the place of src/components/simulation/survey/survey-worker.ts. */
import type { Machine } from '../../../src/engine/checker.ts';
import { workerFor } from './workers.ts';

export const surveyWorker = (m: Machine): Worker => workerFor(m, 'survey');
