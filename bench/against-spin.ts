/** The searches of the benches beside SPIN's of their reference models: cold, in turn, so that all three meet the same neighbours. */
import { coldSearch, type Bench, type ColdSearch } from './cold-search.ts';
import { median, type Figure } from './figure.ts';
import { verifier, whyNoSpin, type Verdict } from './spin.ts';

interface Contest {
  readonly name: string;
  readonly bench: Bench;
  readonly config: Readonly<Record<string, number>>;
  readonly defines: Readonly<Record<string, number>>;
  /** How many times SPIN's time it may take, breadth first and depth first. */
  readonly most: readonly [breadthFirst: number, depthFirst: number];
  readonly rounds: number;
}

const contests: readonly Contest[] = [
  {
    name: 'two-phase commit, 7 managers',
    bench: 'two-phase-commit',
    config: { managers: 7 },
    defines: { N: 7 },
    most: [0.6, 0.8],
    rounds: 5,
  },
  {
    name: 'message passing, 5 processes',
    bench: 'message-passing',
    config: { processes: 5 },
    defines: { N: 5 },
    most: [1, 1],
    rounds: 3,
  },
  {
    name: 'bounded buffer, 3 to 2 by 4',
    bench: 'bounded-buffer',
    config: { producers: 3, consumers: 2, places: 4 },
    defines: { P: 3, C: 2, K: 4 },
    most: [1, 1],
    rounds: 5,
  },
];

export const againstSpin = (): Figure[] => contests.flatMap(contest);

function contest({ name, bench, config, defines, most, rounds }: Contest): Figure[] {
  const missing = whyNoSpin();
  const verifiers = missing ? [] : (['breadth first', 'depth first'] as const).map((order) => verifier(bench, order, defines));
  const ours: ColdSearch[] = [];
  const theirs: [Verdict[], Verdict[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(coldSearch(bench, config));
    verifiers.forEach((each, i) => theirs[i]!.push(each.run()));
  }
  for (const each of verifiers) each.remove();
  const { states, transitions, depth, bytes } = ours[0]!;
  const spinBytes = Math.max(...theirs.flat().map(({ bytesPerState }) => bytesPerState));
  return [
    {
      name,
      value: clock(ours),
      unit: 'ms',
      target: '',
      note: `cold; ${states} states, ${transitions} transitions, depth ${depth}; processor ${processor(ours).toFixed(0)} ms`,
    },
    ...(['breadth first', 'depth first'] as const).map((order, i) => ({
      name: `  to SPIN ${order}`,
      value: missing ? undefined : clock(ours) / clock(theirs[i]!),
      unit: 'x',
      target: `<= ${most[i]!.toFixed(1)}`,
      note:
        missing ?? `SPIN ${clock(theirs[i]!).toFixed(0)} ms; by processor time ${(processor(ours) / processor(theirs[i]!)).toFixed(2)} x`,
    })),
    {
      name: '  bytes a state',
      value: bytes / states,
      unit: 'B',
      target: bench === 'two-phase-commit' ? '<= 28' : '',
      note: missing ?? `SPIN ${spinBytes.toFixed(0)} B`,
    },
  ];
}

const clock = (runs: readonly { readonly milliseconds: number }[]): number => median(runs.map(({ milliseconds }) => milliseconds));
const processor = (runs: readonly { readonly cpuMilliseconds: number }[]): number =>
  median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds));
