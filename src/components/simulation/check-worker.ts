/** The worker of the check. The package for other sites has one of its own in the place of this file, because its scripts may come from elsewhere. */
import type { Machine } from '../../engine/checker.ts';

/** Throws where the browser starts none for this page, as far as it says so at once. */
export const checkWorker: (m: Machine) => Worker = () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
