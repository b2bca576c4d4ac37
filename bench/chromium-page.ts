/** The page of the searches: each in a worker of its own, as the check of a plate has one. */
import type { Times } from './chromium/two-phase-times.ts';

declare global {
  var timesInWorker: (managers: number, rounds: number) => Promise<Times>;
}

globalThis.timesInWorker = (managers, rounds) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./chromium/two-phase.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }: MessageEvent<Times>) => {
      worker.terminate();
      resolve(data);
    });
    worker.postMessage([managers, rounds]);
  });
