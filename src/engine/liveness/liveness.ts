/**
 * Whether every fair run has the liveness properties of a model: whenever `once` holds, `leadsTo` holds at once or later. A run that does not
 * reaches a state where the property is pending and from then on stays among states where `leadsTo` does not hold: until it ends, or for
 * ever, in a strongly connected component where a fair run can stay (Lichtenstein and Pnueli 1985; strong fairness by taking states out of a
 * component and looking again, Emerson and Lei 1987). Leaves out symmetry: a loop of canonical forms need not be a loop of states.
 */
import type { LivenessProperty, Machine } from '../run/machine.ts';
import { assigned } from '../run/purity.ts';
import { reserve } from '../state/reserve.ts';
import type { Visited } from '../state/visited.ts';
import { Components } from './components.ts';
import type { Edges } from './edges.ts';
import { Fairness, type Obligations } from './fairness.ts';
import { loopIn } from './loop.ts';
import { WORK, type Work } from './work.ts';

/** A run on which a property never comes about: the instances of `stem`, then those of `loop` for ever. The loop is empty when the run ends. */
export interface Lasso {
  readonly property: string;
  /** The row that waits for it; undefined when the property is of no row in particular. */
  readonly of: { readonly kind: string; readonly index: number } | undefined;
  readonly stem: readonly number[];
  readonly loop: readonly number[];
}

/** Looks for the first lasso, in the order of the properties and of the rows. It can be paused. The search before it must have been exhaustive. */
export class LassoSearch {
  /** The property that is being looked at; undefined before the first and after the last. */
  property: string | undefined;
  /** Undefined until one is found. */
  lasso: Lasso | undefined;
  finished = false;
  private readonly m: Machine;
  private readonly visited: Visited;
  private readonly edges: Edges;
  private readonly work: Work<void>;

  constructor(m: Machine, visited: Visited, edges: Edges) {
    this.m = m;
    this.visited = visited;
    this.edges = edges;
    this.work = this.look();
  }

  /** Looks at about so many states or transitions more; true when there is nothing left to do. */
  advance(states: number): boolean {
    for (let left = states; left > 0 && !this.finished;) {
      const { done, value } = this.work.next();
      if (done) this.finished = true;
      else left -= value;
    }
    return this.finished;
  }

  private *look(): Work<void> {
    const { m, visited, edges } = this;
    const depths = depthsOf(visited);
    const fairness = new Fairness(m, edges);
    for (const property of m.liveness) {
      this.property = property.name;
      for (const it of property.of === undefined ? [undefined] : m.layout.rowsOf(property.of)) {
        const pending = new Pending(m, visited, edges);
        yield* pending.gather(property, it, depths);
        const found = pending.end() ?? (yield* pending.round(fairness));
        if (!found) continue;
        this.lasso = { property: property.name, of: it && { kind: it.kind, index: it.index }, ...found };
        return;
      }
    }
    this.property = undefined;
  }
}

const FOR_LIVENESS = 'the liveness properties';

/** The length of a shortest way to each state. */
function depthsOf(visited: Visited): Int32Array {
  const depths = reserve(visited.count, FOR_LIVENESS);
  for (let state = 1; state < visited.count; state++) depths[state] = depths[visited.parent(state)]! + 1;
  return depths;
}

const NOT_PENDING = -2;

/** The states in which one property may be pending, each with a shortest way there. */
class Pending {
  private readonly m: Machine;
  private readonly visited: Visited;
  private readonly edges: Edges;
  /** In the order of the length of the way. */
  private readonly states: number[] = [];
  /** The state before, where it is pending already; -1 where it begins to be; NOT_PENDING elsewhere. */
  private readonly before: Int32Array;
  private readonly by: Int32Array;
  private readonly length: Int32Array;

  constructor(m: Machine, visited: Visited, edges: Edges) {
    this.m = m;
    this.visited = visited;
    this.edges = edges;
    this.before = reserve(visited.count, FOR_LIVENESS).fill(NOT_PENDING);
    this.by = reserve(visited.count, FOR_LIVENESS);
    this.length = reserve(visited.count, FOR_LIVENESS);
  }

  /** To be called first. `it` is the row that the property is of. */
  *gather({ name, once, leadsTo }: LivenessProperty, it: unknown, depths: Int32Array): Work<void> {
    const { m, visited } = this;
    const about = { it };
    const held = new Uint8Array(visited.count);
    const begins: number[] = [];
    for (let state = 0; state < visited.count; state++) {
      visited.load(state, m.words);
      if (leadsTo(about, m.state, m.config)) held[state] = 1;
      else if (once ? once(about, m.state, m.config) : state === 0) begins.push(state);
      if (!visited.isSame(state, m.words)) throw assigned(`The property '${name}' of ${m.mechanism.model.id}`);
      if (state % WORK === WORK - 1) yield WORK;
    }
    yield* this.spread(begins, depths, held);
  }

  /** Breadth first from where it begins to be pending; each beginning waits for the length of its own way. */
  private *spread(begins: readonly number[], depths: Int32Array, held: Uint8Array): Work<void> {
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
          if (held[target] === 0) this.reach(target, state, edges.instance(edge), length + 1, next);
        }
        if (states.length % WORK === 0) yield WORK;
      }
      level = next;
    }
  }

  private reach(state: number, before: number, by: number, length: number, level: number[]): void {
    if (this.before[state] !== NOT_PENDING) return;
    this.before[state] = before;
    this.by[state] = by;
    this.length[state] = length;
    level.push(state);
  }

  /** A run that ends while it is pending. */
  end(): Pick<Lasso, 'stem' | 'loop'> | undefined {
    const state = this.states.find((each) => this.edges.first(each) === this.edges.first(each + 1));
    return state === undefined ? undefined : { stem: this.stemTo(state), loop: [] };
  }

  /** A fair run that goes round for ever. */
  *round(fairness: Fairness): Work<Pick<Lasso, 'stem' | 'loop'> | undefined> {
    const components = new Components(this.edges, this.visited.count);
    const fair = yield* fairComponents(components, fairness, this.states, this.edges);
    let best: { readonly entry: number; readonly label: number; readonly obligations: Obligations } | undefined;
    for (const { component, label, obligations } of fair) {
      const entry = component.reduce((least, state) => (this.isNearer(state, least) ? state : least));
      if (!best || this.isNearer(entry, best.entry)) best = { entry, label, obligations };
    }
    return best && { stem: this.stemTo(best.entry), loop: loopIn(this.edges, fairness, components.labels, best) };
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
  readonly obligations: Obligations;
}

/** The components of these states in which a fair run can stay. */
function* fairComponents(
  components: Components,
  fairness: Fairness,
  states: readonly number[],
  edges: Edges,
): Work<readonly FairComponent[]> {
  const fair: FairComponent[] = [];
  const open: (readonly number[])[] = [states];
  for (let part = open.pop(); part; part = open.pop()) {
    for (const component of yield* components.componentsOf(part, components.label(part))) {
      const label = components.label(component);
      const judgement = fairness.judge(component, components.labels, label);
      if (judgement === 'unfair') continue;
      if (!('avoid' in judgement)) fair.push({ component, label, obligations: judgement });
      else open.push(component.filter((state) => !enablesAny(state, judgement.avoid, fairness, edges)));
    }
  }
  return fair;
}

function enablesAny(state: number, obligations: ReadonlySet<number>, fairness: Fairness, edges: Edges): boolean {
  for (let edge = edges.first(state); edge < edges.first(state + 1); edge++) if (obligations.has(fairness.obligationOf(edge))) return true;
  return false;
}
