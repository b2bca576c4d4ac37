/**
 * Whether every fair run keeps what a model promises: whenever `once` holds, `comes` holds at once or later. A run that does not keep it
 * reaches a state where it is owed and from then on stays among states where `comes` does not hold: until it ends, or for ever, in a
 * strongly connected component where a fair run can stay (Lichtenstein and Pnueli 1985; strong fairness by taking states out of a
 * component and looking again, Emerson and Lei 1987). Leaves out symmetry: a loop of canonical forms need not be a loop of states.
 */
import { Components } from './components.ts';
import type { Edges } from './edges.ts';
import { Fairness, type Owed } from './fairness.ts';
import { loopIn } from './loop.ts';
import type { LivenessProperty, Machine } from '../run/machine.ts';
import type { Visited } from '../state/visited.ts';

/** A run on which a promise is never kept: the instances of `stem`, then those of `loop` for ever. The loop is empty when the run ends. */
export interface Lasso {
  readonly property: string;
  /** The row to which it was promised; undefined when it was promised to none in particular. */
  readonly of: { readonly kind: string; readonly index: number } | undefined;
  readonly stem: readonly number[];
  readonly loop: readonly number[];
}

/** The first promise in the order of the model, and of the rows, that some fair run does not keep. The search must have been exhaustive. */
export function firstLasso(m: Machine, visited: Visited, edges: Edges): Lasso | undefined {
  const depths = depthsOf(visited);
  const fairness = new Fairness(m, edges);
  for (const livenessProperty of m.liveness) {
    for (const it of livenessProperty.of === undefined ? [undefined] : m.layout.rowsOf(livenessProperty.of)) {
      const owing = new Owing(m, visited, edges, depths, livenessProperty, it);
      const found = owing.end() ?? owing.round(fairness);
      if (found) return { property: livenessProperty.name, of: it && { kind: it.kind, index: it.index }, ...found };
    }
  }
  return undefined;
}

/** The length of a shortest way to each state. */
function depthsOf(visited: Visited): Int32Array {
  const depths = new Int32Array(visited.count);
  for (let state = 1; state < visited.count; state++) depths[state] = depths[visited.parent(state)]! + 1;
  return depths;
}

const NOT_OWED = -2;

/** The states in which one promise may be owed, each with a shortest way there. */
class Owing {
  private readonly visited: Visited;
  private readonly edges: Edges;
  /** In the order of the length of the way. */
  private readonly states: number[] = [];
  /** The state before, where the promise is owed already; -1 where it begins to be owed; NOT_OWED elsewhere. */
  private readonly before: Int32Array;
  private readonly by: Int32Array;
  private readonly length: Int32Array;

  constructor(m: Machine, visited: Visited, edges: Edges, depths: Int32Array, livenessProperty: LivenessProperty, it: unknown) {
    this.visited = visited;
    this.edges = edges;
    this.before = new Int32Array(visited.count).fill(NOT_OWED);
    this.by = new Int32Array(visited.count);
    this.length = new Int32Array(visited.count);
    const told = { it };
    const kept = new Uint8Array(visited.count);
    const begins: number[] = [];
    for (let state = 0; state < visited.count; state++) {
      visited.load(state, m.words);
      if (livenessProperty.leadsTo(told, m.state, m.config)) kept[state] = 1;
      else if (livenessProperty.once ? livenessProperty.once(told, m.state, m.config) : state === 0) begins.push(state);
    }
    this.spread(begins, depths, kept);
  }

  /** Breadth first from where it begins to be owed; each beginning waits for the length of its own way. */
  private spread(begins: readonly number[], depths: Int32Array, kept: Uint8Array): void {
    const { edges, states } = this;
    let begun = 0;
    let level: number[] = [];
    for (let length = 0; level.length > 0 || begun < begins.length; length++) {
      if (level.length === 0) length = depths[begins[begun]!]!;
      for (; begun < begins.length && depths[begins[begun]!]! <= length; begun++) this.reach(begins[begun]!, -1, 0, length, level);
      const next: number[] = [];
      for (const state of level) {
        states.push(state);
        for (let edge = edges.first(state); edge < edges.first(state + 1); edge++) {
          const target = edges.target(edge);
          if (kept[target] === 0) this.reach(target, state, edges.instance(edge), length + 1, next);
        }
      }
      level = next;
    }
  }

  private reach(state: number, before: number, by: number, length: number, level: number[]): void {
    if (this.before[state] !== NOT_OWED) return;
    this.before[state] = before;
    this.by[state] = by;
    this.length[state] = length;
    level.push(state);
  }

  /** A run that ends before the promise is kept. */
  end(): Pick<Lasso, 'stem' | 'loop'> | undefined {
    const state = this.states.find((each) => this.edges.first(each) === this.edges.first(each + 1));
    return state === undefined ? undefined : { stem: this.stemTo(state), loop: [] };
  }

  /** A fair run that goes round for ever. */
  round(fairness: Fairness): Pick<Lasso, 'stem' | 'loop'> | undefined {
    const parts = new Components(this.edges, this.visited.count);
    const fair = fairComponents(parts, fairness, this.states, this.edges);
    let best: { readonly entry: number; readonly label: number; readonly owed: Owed } | undefined;
    for (const { component, label, owed } of fair) {
      const entry = component.reduce((least, state) => (this.isNearer(state, least) ? state : least));
      if (!best || this.isNearer(entry, best.entry)) best = { entry, label, owed };
    }
    return best && { stem: this.stemTo(best.entry), loop: loopIn(this.edges, fairness, parts.labels, best) };
  }

  private isNearer(one: number, other: number): boolean {
    const difference = this.length[one]! - this.length[other]!;
    return difference < 0 || (difference === 0 && one < other);
  }

  private stemTo(state: number): number[] {
    const stem: number[] = [];
    let at = state;
    for (; this.before[at]! >= 0; at = this.before[at]!) stem.push(this.by[at]!);
    return [...this.visited.pathTo(at), ...stem.toReversed()];
  }
}

interface FairComponent {
  readonly component: readonly number[];
  readonly label: number;
  readonly owed: Owed;
}

/** The components of these states in which a fair run can stay. */
function fairComponents(parts: Components, fairness: Fairness, states: readonly number[], edges: Edges): FairComponent[] {
  const fair: FairComponent[] = [];
  const open: (readonly number[])[] = [states];
  for (let part = open.pop(); part; part = open.pop()) {
    for (const component of parts.componentsOf(part, parts.label(part))) {
      const label = parts.label(component);
      const judgement = fairness.judge(component, parts.labels, label);
      if (judgement === 'unfair') continue;
      if (!('avoid' in judgement)) fair.push({ component, label, owed: judgement });
      else open.push(component.filter((state) => !paysAny(state, judgement.avoid, fairness, edges)));
    }
  }
  return fair;
}

function paysAny(state: number, obligations: ReadonlySet<number>, fairness: Fairness, edges: Edges): boolean {
  for (let edge = edges.first(state); edge < edges.first(state + 1); edge++) if (obligations.has(fairness.paidBy(edge))) return true;
  return false;
}
