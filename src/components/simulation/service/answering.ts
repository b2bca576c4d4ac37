/** What the sandbox answers of a service: it makes the service anew for every run, so that nothing of an earlier one is left. */
import { explore, type Explored } from './explore.ts';
import type { ExploreSlice, ServiceRequest } from './protocol.ts';
import type { Service } from './starina.ts';
import { runOf, type Setup } from './world.ts';

/** How long it works before it answers. */
const SLICE_MS = 100;

export class ServiceAnswering {
  private readonly make: () => Service;
  private readonly now: () => number;
  private exploring: Generator<Explored, Explored> | undefined;

  constructor(make: () => Service, now: () => number) {
    this.make = make;
    this.now = now;
  }

  /** Throws what the text throws outside of a handler, and for a schedule that is none. */
  answer(request: ServiceRequest): unknown {
    switch (request.do) {
      case 'run':
        return runOf(this.make(), request.setup, request.schedule, request.goesOn);
      case 'explore':
        return this.explore(request.setup);
      case 'advance':
        return this.advance();
    }
  }

  private explore(setup: Setup): ExploreSlice {
    this.exploring = explore(this.make, setup);
    return this.advance();
  }

  private advance(): ExploreSlice {
    if (!this.exploring) throw new Error('Nothing was begun.');
    const until = this.now() + SLICE_MS;
    for (;;) {
      const { done, value } = this.exploring.next();
      if (done || this.now() >= until) return { explored: value, isDone: done === true };
    }
  }
}
