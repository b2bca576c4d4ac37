/** Starts a check in a worker, or, where the browser starts none for this page, in the page itself. Loaded when somebody checks. */
import { expectedOf, type CheckMessage, type CheckRequest, type MachineWithRuns, type RunningCheck } from './check.ts';
import { checkWorker } from './check-worker.ts';
import { loadedLater } from './loaded-later.ts';
import { elsewhereOf } from './not-told.ts';

/** `tell` hears how it goes, and first of all when it runs in the page. */
export function startCheck(m: MachineWithRuns, tell: (message: CheckMessage) => void): RunningCheck {
  const elsewhere = elsewhereOf(m);
  if (elsewhere) return elsewhere.check(m, tell);
  const symmetric = expectedOf(m, true) !== undefined;
  const instead = () => {
    tell({ is: 'in the page' });
    return loadedLater(() => import('./check-in-page.ts').then(({ checkInPage }) => checkInPage(m, symmetric, tell)), tell);
  };
  const { id } = m.mechanism.model;
  try {
    return inWorker(checkWorker(m), { do: 'start', id, config: { ...m.config }, symmetric }, tell, instead);
  } catch {
    return instead(); // a frame without an origin of its own may start no worker, and says so at once
  }
}

function inWorker(worker: Worker, start: CheckRequest, tell: (message: CheckMessage) => void, instead: () => RunningCheck): RunningCheck {
  const ask = (request: CheckRequest) => worker.postMessage(request);
  let other: RunningCheck | undefined;
  let hasSpoken = false;
  worker.addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
    hasSpoken = true;
    if (data.is !== 'running') worker.terminate();
    tell(data);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    // One that never spoke was not started: its script was refused, or could not be loaded.
    if (hasSpoken) tell({ is: 'failed', why: event.message || 'the worker ended' });
    else other ??= instead();
  });
  ask(start);
  return {
    pause: () => (other ? other.pause() : ask({ do: 'pause' })),
    resume: () => (other ? other.resume() : ask({ do: 'resume' })),
    stop: () => (other ? other.stop() : worker.terminate()),
  };
}
