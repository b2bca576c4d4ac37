/** Explores every state of one mechanism away from the page, in a worker. One request, then messages until it is done. */
import { machine } from '../../engine/checker.ts';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { TELL_EVERY_MS, whyOf, type CheckMessage, type CheckRequest } from './check.ts';
import { checking } from './checking.ts';

/** So many states are taken up before the worker listens whether it shall pause. */
const SLICE_STATES = 2_000;

const tell = (message: CheckMessage) => self.postMessage(message);

/** Called when the pause is over; undefined while the search runs. */
let goOn: (() => void) | undefined;
let paused: Promise<void> | undefined;

/** Loads a model by its id. Rejects where there is none, or where it cannot be loaded. */
export type LoadModel = (id: string) => Promise<MechanismWithRuns>;

function dispatch(load: LoadModel, request: CheckRequest): void {
  if (request.do === 'start') {
    check(load, request).catch((problem: unknown) => tell({ is: 'failed', why: whyOf(problem) }));
  } else if (request.do === 'pause') {
    paused ??= new Promise((resolve) => (goOn = resolve));
  } else {
    goOn?.();
    paused = goOn = undefined;
  }
}

async function check(load: LoadModel, { id, config, symmetric }: Extract<CheckRequest, { do: 'start' }>): Promise<void> {
  const slices = checking(machine(await load(id), config), symmetric, (search) => search.advance(SLICE_STATES));
  let told = performance.now();
  for (let slice = slices.next(); ; slice = slices.next()) {
    if (slice.done) return tell({ is: 'done', outcome: slice.value });
    if (performance.now() - told > TELL_EVERY_MS) {
      told = performance.now();
      tell({ is: 'running', counts: slice.value });
    }
    await messages();
    if (paused) {
      tell({ is: 'running', counts: slice.value });
      await paused;
    }
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

/** Makes this worker answer. */
export function answerChecks(load: LoadModel): void {
  self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => dispatch(load, data));
}
