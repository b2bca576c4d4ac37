/** Explores every state of one mechanism away from the page. One request, then messages until it is done. */
import { type Canon, canonical, type Exploration, machine, type Machine, Search } from '../../engine/checker.ts';
import { isMechanism, loadMechanism } from '../../mechanisms/registry.ts';
import { MOST_STATES, type CheckMessage, type CheckRequest, type Counts } from './check.ts';

/** So many states are taken up before the worker listens whether it shall pause. */
const SLICE_STATES = 2_000;
const TELL_EVERY_MS = 60;

const tell = (message: CheckMessage) => self.postMessage(message);

/** Called when the pause is over; undefined while the search runs. */
let goOn: (() => void) | undefined;
let paused: Promise<void> | undefined;

function obey(request: CheckRequest): void {
  if (request.do === 'start') {
    check(request).catch((problem: unknown) => tell({ is: 'failed', why: problem instanceof Error ? problem.message : String(problem) }));
  } else if (request.do === 'pause') {
    paused ??= new Promise((resolve) => (goOn = resolve));
  } else {
    goOn?.();
    paused = goOn = undefined;
  }
}

async function check({ id, config, symmetric }: Extract<CheckRequest, { do: 'start' }>): Promise<void> {
  const mechanism = isMechanism(id) ? await loadMechanism(id) : undefined;
  if (!mechanism) throw new Error(`no model '${id}'`);
  const m = machine(mechanism, config);
  const clock = new Clock();
  const { states, transitions, depth, exhaustive, violation, deadlock, deadlocks, lasso, unchecked, fired, seen } = await search(
    m,
    undefined,
    clock,
  );
  const unseen = Object.keys(mechanism.model.sometimes).filter((goal) => !seen.includes(goal));
  const { ms } = clock;
  const canon = symmetric && exhaustive ? canonical(m) : undefined;
  const counts: Counts | undefined =
    canon && (({ states, transitions, depth }) => ({ states, transitions, depth }))(await search(m, canon, clock));
  const found = { states, transitions, depth, exhaustive, violation, deadlock, deadlocks, lasso, unchecked, fired, unseen };
  tell({ is: 'done', outcome: { ...found, symmetric: counts, ms } });
}

/** Takes a whole search slice by slice; only the time of the slices is counted. */
async function search(m: Machine, canon: Canon | undefined, clock: Clock): Promise<Exploration> {
  const run = new Search(m, { most: MOST_STATES, canon });
  let told = 0;
  while (!clock.during(() => run.advance(SLICE_STATES))) {
    if (clock.ms - told > TELL_EVERY_MS) {
      told = clock.ms;
      tell({ is: 'running', counts: run.progress });
    }
    await messages();
    if (paused) {
      tell({ is: 'running', counts: run.progress });
      await paused;
    }
  }
  return run.result();
}

class Clock {
  ms = 0;

  during<Result>(work: () => Result): Result {
    const began = performance.now();
    const result = work();
    this.ms += performance.now() - began;
    return result;
  }
}

const turn = new MessageChannel();
turn.port1.start();

/** Lets waiting messages in. A timer would do, but it waits for some milliseconds. */
const messages = () =>
  new Promise<void>((resolve) => {
    turn.port1.addEventListener('message', () => resolve(), { once: true });
    turn.port2.postMessage(undefined);
  });

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => obey(data));
