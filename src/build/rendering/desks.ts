/** Work for several desks: each has its own pile, and who has done his takes from the bottom of the highest. */

export interface Desk<Task, Done> {
  /** Tasks that it is given before it has done the first. */
  readonly atOnce: number;
  readonly does: (task: Task) => Promise<Done> | Done;
}

interface Pile<Task, Done> {
  readonly desk: Desk<Task, Done>;
  readonly waiting: { readonly task: Task; readonly answer: PromiseWithResolvers<Done> }[];
  busy: number;
}

export class Desks<Task, Done> {
  private readonly piles: readonly Pile<Task, Done>[];

  constructor(desks: readonly Desk<Task, Done>[]) {
    this.piles = desks.map((desk) => ({ desk, waiting: [], busy: 0 }));
  }

  get count(): number {
    return this.piles.length;
  }

  /** `whose`: the place of the desk that should do it. Settles as the task does. */
  ask(whose: number, task: Task): Promise<Done> {
    const answer = Promise.withResolvers<Done>();
    this.piles[whose]!.waiting.push({ task, answer });
    this.hand();
    return answer.promise;
  }

  private hand(): void {
    for (const pile of this.piles) {
      while (pile.busy < pile.desk.atOnce) {
        const next = pile.waiting.shift() ?? this.highest().waiting.pop();
        if (next === undefined) break;
        pile.busy += 1;
        void Promise.try(pile.desk.does, next.task)
          .then(next.answer.resolve, next.answer.reject)
          .finally(() => {
            pile.busy -= 1;
            this.hand();
          });
      }
    }
  }

  private highest(): Pile<Task, Done> {
    return this.piles.reduce((a, b) => (b.waiting.length > a.waiting.length ? b : a));
  }
}

/**
 * The same list in the order in which so many desks are asked by turns, if each is to do a stretch of it: neighbours are much alike, and what
 * was worked out for one is there for the next.
 */
export function dealt<T>(list: readonly T[], desks: number): T[] {
  const long = Math.ceil(list.length / desks);
  const stretches = Array.from({ length: desks }, (_, desk) => list.slice(desk * long, (desk + 1) * long));
  return Array.from({ length: long }, (_, at) => stretches.flatMap((it) => it.slice(at, at + 1))).flat();
}
