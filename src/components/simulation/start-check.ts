/** Starts a check in a worker, or, where the browser starts none for this page, in the page itself. */
import { expectedOf, whyOf, type CheckMessage, type CheckRequest, type MachineWithRuns, type RunningCheck } from './check.ts';
import { checkWorker } from './check-worker.ts';
import { elsewhereOf } from './not-told.ts';

/** `tell` hears how it goes, and first of all when it runs in the page. */
export function startCheck(m: MachineWithRuns, tell: (message: CheckMessage) => void): RunningCheck {
  const elsewhere = elsewhereOf(m);
  if (elsewhere) return elsewhere.check(m, tell);
  const symmetric = expectedOf(m, true) !== undefined;
  const instead = () => {
    tell({ is: 'in the page' });
    return loading(() => import('./check-in-page.ts').then(({ checkInPage }) => checkInPage(m, symmetric, tell)), tell);
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

/** A check that is still being loaded: what is asked of it meanwhile is done when it is there. */
function loading(load: () => Promise<RunningCheck>, tell: (message: CheckMessage) => void): RunningCheck {
  let running: RunningCheck | undefined;
  let wanted: keyof RunningCheck = 'resume';
  const ask = (what: keyof RunningCheck) => {
    wanted = what;
    running?.[what]();
  };
  load().then(
    (loaded) => {
      running = loaded;
      if (wanted !== 'resume') loaded[wanted]();
    },
    (problem: unknown) => wanted !== 'stop' && tell({ is: 'failed', why: whyOf(problem) }),
  );
  return { pause: () => ask('pause'), resume: () => ask('resume'), stop: () => ask('stop') };
}
