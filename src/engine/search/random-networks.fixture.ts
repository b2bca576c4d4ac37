/**
 * Random networks of small processes, most of whose steps commute; random-models.fixture.ts has few such. Each is searched with every step
 * visited, and with those passed over that surely lead to a known state. Learning begins anew often, so that it is caught half done.
 */
// oxlint-disable-next-line no-restricted-imports -- only tests import this file
import fc from 'fast-check';
import type { Erased } from '../language/erased.ts';
import { mechanism, type Action } from '../language/model.ts';
import { id, orderedTable, range } from '../language/schema.ts';
import { LearntSteps } from '../learning/learnt-steps.ts';
import { PlainSteps, type StepSource, type Visit } from '../learning/steps.ts';
import { machine, type Machine } from '../run/machine.ts';
import { explore } from './explore.ts';

const PROCESSES = 5;
const PLACES = 3;
const ACTIONS = 6;

/** A process, and where it stands. */
interface Stand {
  readonly who: number;
  readonly at: number;
}
/** A process goes from one place to another. */
interface Move {
  readonly from: number;
  readonly to: number;
  /** Only if another one stands where it must. */
  readonly needs: Stand | undefined;
  /** Another one that is sent somewhere, too, if a third one stands where it must. */
  readonly sends: Stand | undefined;
  readonly if: Stand;
}

const place = fc.nat(PLACES - 1);
const someStand = fc.record({ who: fc.nat(PROCESSES - 1), at: place });
const maybe = fc.oneof(fc.constant(undefined), fc.constant(undefined), someStand);
const someMove: fc.Arbitrary<Move> = fc.record({ from: place, to: place, needs: maybe, sends: maybe, if: someStand });
/** For each action the moves of each process. */
const someMoves = fc.array(fc.array(someMove, { minLength: PROCESSES, maxLength: PROCESSES }), { minLength: ACTIONS, maxLength: ACTIONS });

const process = id('process');
const network = mechanism({ parameters: {}, state: () => ({ processes: orderedTable(process, PROCESSES, { at: range(0, PLACES - 1) }) }) });
const stands = (s: Erased, { who, at }: Stand): boolean => s.processes[who].at === at;

const actionOf = (moves: readonly Move[]): Action =>
  network.action({
    says: 'Process {one} moves.',
    args: { one: process },
    when: {
      'it stands where it must': ({ one }: Erased) => one.at === moves[one.index]!.from,
      'another one does': ({ one }: Erased, s: Erased) => {
        const { needs } = moves[one.index]!;
        return needs === undefined || stands(s, needs);
      },
    },
    then: ({ one }: Erased, s: Erased) => {
      const { to, sends, if: condition } = moves[one.index]!;
      one.at = to;
      if (sends && stands(s, condition)) s.processes[sends.who].at = sends.at;
    },
  }) as Action;

const machineOf = (moves: readonly (readonly Move[])[]): Machine =>
  machine(
    network.model({
      id: 'test/network',
      title: 'Network',
      actions: Object.fromEntries(moves.map((move, nth) => [`move ${nth}`, actionOf(move)])),
      always: {},
      sometimes: {},
    }),
  );

/** Compares so many networks and throws at the first difference. Returns how many steps were passed over in all. With a seed it is always the same ones. */
export function compareRandomNetworks(runs: number, seed?: number): number {
  let passedOver = 0;
  const limits = fc.record({
    trial: fc.constantFrom(2, 2048),
    most: fc.oneof(fc.constant(1 << 16), fc.integer({ min: 60, max: 600 })),
    narrowing: fc.constantFrom([8], [40], [2, 4, 8, 16, 32, 64, 128], [3, 60, 120, 180]),
  });
  fc.assert(
    fc.property(someMoves, limits, (moves, learning) => {
      const [plainly, learnt] = [machineOf(moves), machineOf(moves)];
      const steps = new Counted(new LearntSteps(learnt, learning));
      const [expected, found] = [searched(plainly, new PlainSteps(plainly)), searched(learnt, steps)];
      if (expected !== found) throw new Error(`Visiting every step finds\n${expected}\nand passing some over\n${found}`);
      passedOver += steps.passedOver;
    }),
    { numRuns: runs, ...(seed !== undefined && { seed, endOnFailure: true }) },
  );
  return passedOver;
}

/** What a search finds, and every state in the order in which it was found. */
function searched(m: Machine, steps: StepSource): string {
  const { states, transitions, depth, fired, deadlock, deadlocks, each } = explore(m, { steps });
  const order: string[] = [];
  each(() => order.push(m.words.join()));
  return JSON.stringify({ states, transitions, depth, fired, deadlock, deadlocks, order });
}

/** Counts the steps that a source did not visit. */
class Counted implements StepSource {
  passedOver = 0;
  private readonly steps: StepSource;

  constructor(steps: StepSource) {
    this.steps = steps;
  }

  each(fired: Float64Array, visit: Visit, cameBy?: number): number {
    let visits = 0;
    const counted: Visit = (instance) => {
      visits++;
      visit(instance);
    };
    const total = this.steps.each(fired, counted, cameBy);
    this.passedOver += total - visits;
    return total;
  }

  get bytes(): number {
    return this.steps.bytes;
  }
}
