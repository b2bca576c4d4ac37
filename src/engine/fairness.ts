/**
 * Which endless runs are fair. A debt is an action that is fair, or one for each value of its `fairFor` arguments: weak, when it can
 * happen without a break, it happens; strong, when it can happen again and again, it happens.
 */
import type { Edges } from './edges.ts';
import type { Machine, Verb } from './machine.ts';

/** What a run that stays in one component for ever owes. */
export interface Owed {
  /** Debts that are paid by taking an edge of theirs. */
  readonly byStep: ReadonlySet<number>;
  /** Debts that are paid by a state where they cannot happen, too. */
  readonly byPause: ReadonlySet<number>;
}

/** A component in which some run is fair; or the debts that keep it from being so, of which none may be able to happen. */
export type Judgement = Owed | { readonly avoid: ReadonlySet<number> } | 'unfair';

export class Fairness {
  private readonly edges: Edges;
  /** The debt that each choice pays, or -1. */
  private readonly debtOf: Int32Array;
  /** For each debt, whether it is strong. */
  private readonly strong: readonly boolean[];

  constructor(m: Pick<Machine, 'verbs' | 'choices' | 'mechanism'>, edges: Edges) {
    this.edges = edges;
    this.debtOf = new Int32Array(m.choices).fill(-1);
    const strong: boolean[] = [];
    for (const verb of m.verbs) {
      const { fair, fairFor } = m.mechanism.model.actions[verb.name] as { fair?: 'weak' | 'strong'; fairFor: readonly string[] };
      if (fair === undefined) continue;
      for (let nth = 0; nth < verb.count; nth++) this.debtOf[verb.first + nth] = strong.length + debtAmong(verb, fairFor, nth);
      for (let debt = 0, debts = debtsOf(verb, fairFor); debt < debts; debt++) strong.push(fair === 'strong');
    }
    this.strong = strong;
  }

  /** The debt that an edge pays, or -1. */
  paidBy(edge: number): number {
    return this.debtOf[this.edges.choice(edge)]!;
  }

  /** Whether an edge of this debt leaves the state, wherever it leads. */
  canPay(state: number, debt: number): boolean {
    for (let edge = this.edges.first(state); edge < this.edges.first(state + 1); edge++) if (this.paidBy(edge) === debt) return true;
    return false;
  }

  /** Whether a run can stay for ever among the states of a component, which carry `label`, visit all of them, and be fair. */
  judge(component: readonly number[], labels: Int32Array, label: number): Judgement {
    const { edges, strong } = this;
    const taken = new Uint8Array(strong.length);
    const payable = new Int32Array(strong.length);
    const lastState = new Int32Array(strong.length).fill(-1);
    for (const state of component) {
      for (let edge = edges.first(state), end = edges.first(state + 1); edge < end; edge++) {
        const debt = this.paidBy(edge);
        if (debt < 0) continue;
        if (lastState[debt] !== state) payable[debt]!++;
        lastState[debt] = state;
        if (labels[edges.target(edge)] === label) taken[debt] = 1;
      }
    }
    const debts = [...strong.keys()].filter((debt) => payable[debt]! > 0);
    const open = debts.filter((debt) => taken[debt] === 0);
    if (open.some((debt) => payable[debt] === component.length)) return 'unfair';
    const avoid = open.filter((debt) => strong[debt]);
    if (avoid.length > 0) return { avoid: new Set(avoid) };
    const always = debts.filter((debt) => strong[debt] || payable[debt] === component.length);
    return { byStep: new Set(always), byPause: new Set(debts.filter((debt) => !always.includes(debt))) };
  }
}

const fairParams = ({ params }: Verb, fairFor: readonly string[]) => params.filter(({ name }) => fairFor.includes(name));

const debtsOf = (verb: Verb, fairFor: readonly string[]): number =>
  fairParams(verb, fairFor).reduce((product, { domain }) => product * domain.length, 1);

/** Which of the debts of its verb the nth candidate pays. */
const debtAmong = (verb: Verb, fairFor: readonly string[], nth: number): number =>
  fairParams(verb, fairFor).reduce((debt, { domain, stride }) => debt * domain.length + (Math.floor(nth / stride) % domain.length), 0);
