/** Long work that can be paused: a generator that now and then yields how much it has done since. */
export type Work<Result> = Generator<number, Result, void>;

/** About so many states or transitions are looked at between two pauses. */
export const WORK = 1024;

/** All of it in one go. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
