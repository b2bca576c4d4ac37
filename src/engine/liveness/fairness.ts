/**
 * Which endless runs are fair. An obligation is an action that is fair, or one for each value of its `fairFor` arguments: weak, when it can
 * happen without a break, it happens; strong, when it can happen again and again, it happens.
 */
import type { Edges } from './edges.ts';
import type { Machine, CompiledAction } from '../run/machine.ts';

/** The obligations of a run that stays in one component for ever. */
export interface Obligations {
  /** Those that are met by taking an edge of theirs. */
  readonly byStep: ReadonlySet<number>;
  /** Those that are also met by a state where they are not enabled. */
  readonly byPause: ReadonlySet<number>;
}

/** A component in which some run is fair; or the obligations that keep it from being so, of which none may be enabled. */
export type Judgement = Obligations | { readonly avoid: ReadonlySet<number> } | 'unfair';

export class Fairness {
  private readonly edges: Edges;
  /** The obligation that each instance meets, or -1. */
  private readonly metBy: Int32Array;
  /** For each obligation, whether it is strong. */
  private readonly strong: readonly boolean[];

  constructor(m: Pick<Machine, 'actions' | 'instances' | 'mechanism'>, edges: Edges) {
    this.edges = edges;
    this.metBy = new Int32Array(m.instances).fill(-1);
    const strong: boolean[] = [];
    for (const action of m.actions) {
      const { fair, fairFor } = m.mechanism.model.actions[action.name] as { fair?: 'weak' | 'strong'; fairFor: readonly string[] };
      if (fair === undefined) continue;
      for (let nth = 0; nth < action.count; nth++) this.metBy[action.first + nth] = strong.length + obligationAmong(action, fairFor, nth);
      for (let obligation = 0, obligations = obligationsOf(action, fairFor); obligation < obligations; obligation++)
        strong.push(fair === 'strong');
    }
    this.strong = strong;
  }

  /** The obligation that an edge meets, or -1. */
  obligationOf(edge: number): number {
    return this.metBy[this.edges.instance(edge)]!;
  }

  /** Whether an edge of this obligation leaves the state, wherever it leads. */
  isEnabled(state: number, obligation: number): boolean {
    for (let edge = this.edges.first(state); edge < this.edges.first(state + 1); edge++)
      if (this.obligationOf(edge) === obligation) return true;
    return false;
  }

  /** Whether a run can stay for ever among the states of a component, which carry `label`, visit all of them, and be fair. */
  judge(component: readonly number[], labels: Int32Array, label: number): Judgement {
    const { edges, strong } = this;
    const taken = new Uint8Array(strong.length);
    const enabled = new Int32Array(strong.length);
    const lastState = new Int32Array(strong.length).fill(-1);
    for (const state of component) {
      for (let edge = edges.first(state), end = edges.first(state + 1); edge < end; edge++) {
        const obligation = this.obligationOf(edge);
        if (obligation < 0) continue;
        if (lastState[obligation] !== state) enabled[obligation]!++;
        lastState[obligation] = state;
        if (labels[edges.target(edge)] === label) taken[obligation] = 1;
      }
    }
    const obligations = [...strong.keys()].filter((obligation) => enabled[obligation]! > 0);
    const open = obligations.filter((obligation) => taken[obligation] === 0);
    if (open.some((obligation) => enabled[obligation] === component.length)) return 'unfair';
    const avoid = open.filter((obligation) => strong[obligation]);
    if (avoid.length > 0) return { avoid: new Set(avoid) };
    const always = obligations.filter((obligation) => strong[obligation] || enabled[obligation] === component.length);
    return { byStep: new Set(always), byPause: new Set(obligations.filter((obligation) => !always.includes(obligation))) };
  }
}

const fairParams = ({ params }: CompiledAction, fairFor: readonly string[]) => params.filter(({ name }) => fairFor.includes(name));

const obligationsOf = (action: CompiledAction, fairFor: readonly string[]): number =>
  fairParams(action, fairFor).reduce((product, { domain }) => product * domain.length, 1);

/** Which of the obligations of its action the nth candidate meets. */
const obligationAmong = (action: CompiledAction, fairFor: readonly string[], nth: number): number =>
  fairParams(action, fairFor).reduce(
    (obligation, { domain, stride }) => obligation * domain.length + (Math.floor(nth / stride) % domain.length),
    0,
  );
