/** A check on the page's own thread, for a page that may start no worker. Slower than in a worker, and the page stays usable meanwhile. */
import { TELL_EVERY_MS, whyOf, type CheckMessage, type MachineWithRuns, type RunningCheck } from './check.ts';
import { checking } from './checking.ts';

/** Half of what a reader would feel as a stutter; then the page has its turn. */
const SLICE_MS = 24;
/** So many states are taken up between two looks at the clock. */
const STATES_A_LOOK = 100;

/** Begins at once. Nothing is told after `stop`, and nothing more while it is paused. */
export function checkInPage(m: MachineWithRuns, symmetric: boolean, tell: (message: CheckMessage) => void): RunningCheck {
  const slices = checking(m, symmetric, (search) => {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) if (search.advance(STATES_A_LOOK)) return true;
    return false;
  });
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => (timer = setTimeout(advance));
  const advance = () => {
    try {
      const slice = slices.next();
      if (slice.done) return tell({ is: 'done', outcome: slice.value });
      if (performance.now() - told > TELL_EVERY_MS) {
        told = performance.now();
        tell({ is: 'running', counts: slice.value });
      }
      later();
    } catch (problem) {
      tell({ is: 'failed', why: whyOf(problem) });
    }
  };
  later();
  const halt = () => clearTimeout(timer);
  return { pause: halt, resume: later, stop: halt };
}
