/** A check whose code is still being loaded. */
import { whyOf, type CheckMessage, type RunningCheck } from './check.ts';

/** What is asked of it meanwhile is done when it is there. */
export function loadedLater(load: () => Promise<RunningCheck>, tell: (message: CheckMessage) => void): RunningCheck {
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
