/** One request, one answer. */
import { timesOf } from './two-phase-times.ts';

self.addEventListener('message', ({ data: [managers, rounds] }: MessageEvent<readonly [number, number]>) => {
  self.postMessage(timesOf(managers, rounds));
});
