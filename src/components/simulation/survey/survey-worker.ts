/** The worker of a survey. The package for other sites has one of its own in the place of this file, because its scripts may come from elsewhere. */
import type { Machine } from '../../../engine/checker.ts';

/** Throws where the browser starts none for this page, as far as it says so at once. */
export const surveyWorker: (m: Machine) => Worker = () => new Worker(new URL('./survey.worker.ts', import.meta.url), { type: 'module' });
