/**
 * Candidates whose answers follow from the same few bits are answered together: one look into a table tells which of a cluster can be taken.
 * The tables are filled from the decision trees when a case occurs, so they are as exact as these. A tree that turns out to look at other
 * bits ends all clusters; they are formed again when some more states have been seen.
 * Leaves out actions that look at too much: successors.ts tries their candidates one by one.
 */
import type { CompiledAction } from '../run/assemble.ts';
import { HEAD, ROOT, UNKNOWN, type DecisionTrees } from './decision-tree.ts';

/** A lane is an aligned piece of a word. Lanes are numbered through all words. */
const LANE_BITS = 4;
const LANE_MASK = (1 << LANE_BITS) - 1;
const LANES_PER_WORD = 32 / LANE_BITS;
/** A cluster looks at no more lanes, so that its table has 4,096 entries. */
const MOST_LANES = 3;
/** Before so many states have been seen it is not known what trees look at. */
const FIRST_TURN = 1024;

interface Cluster {
  /** The words and the shifts of MOST_LANES lanes; one that is not needed is the first one again. */
  readonly words: Int32Array;
  readonly shifts: Int32Array;
  readonly lanes: ReadonlySet<number>;
  /** The instances that it answers, in their order. */
  readonly instances: readonly number[];
  /** For each value of the lanes where its list begins in `lists`, or 0. */
  readonly table: Int32Array;
}

/** The answer for a candidate whose tree does not know it; UNKNOWN when the tree is given up. Leaves the working state as it was. */
type Learn = (action: CompiledAction, place: number) => number;

export class LookupTables {
  /** What `find` found: the instances in their order, and the answers of their trees. */
  readonly instances: Int32Array;
  readonly answers: Int32Array;
  /** For each action, whether clusters answer for it: 0 or 1. */
  readonly gathered: Uint8Array;
  private readonly decisions: DecisionTrees;
  private readonly actions: readonly CompiledAction[];
  /** Answers above this are refusals. */
  private readonly done: number;
  private clusters: readonly Cluster[] = [];
  /** Lists of what can be taken: how many, then a instance and an answer for each. Slot 0 means nothing. */
  private lists = new Int32Array(1 << 10);
  private end = 1;
  private nextTurn = FIRST_TURN;
  private readonly learn: Learn;

  constructor(decisions: DecisionTrees, actions: readonly CompiledAction[], done: number, learn: Learn) {
    const instances = actions.reduce((sum, { count }) => sum + count, 0);
    this.decisions = decisions;
    this.actions = actions;
    this.done = done;
    this.learn = learn;
    this.instances = new Int32Array(instances);
    this.answers = new Int32Array(instances);
    this.gathered = new Uint8Array(actions.length);
  }

  /** How many candidates of the gathered actions can be taken from the working state. */
  find(words: Int32Array): number {
    if (this.decisions.turn >= this.nextTurn) this.form();
    const { clusters, instances, answers } = this;
    let found = 0;
    for (let c = 0; c < clusters.length; c++) {
      const cluster = clusters[c]!;
      const key = keyOf(cluster, words);
      const list = cluster.table[key] || this.fill(cluster, key, words);
      if (list === 0) return this.dissolve();
      const { lists } = this;
      for (let from = list + 1, end = from + 2 * lists[list]!; from < end; from += 2) {
        const instance = lists[from]!;
        let at = found++;
        for (; at > 0 && instances[at - 1]! > instance; at--) {
          instances[at] = instances[at - 1]!;
          answers[at] = answers[at - 1]!;
        }
        instances[at] = instance;
        answers[at] = lists[from + 1]!;
      }
    }
    return found;
  }

  /** Bytes reserved. */
  get bytes(): number {
    return this.lists.byteLength + this.clusters.reduce((sum, { table }) => sum + table.byteLength, 0);
  }

  /** Lists what can be taken in the present case; 0 when a tree does not know, or looks beyond the lanes. */
  private fill({ instances, lanes, table }: Cluster, key: number, words: Int32Array): number {
    const taken: number[] = [];
    for (const instance of instances) {
      const answer = this.answerWithin(instance, lanes, words) || (this.learnt(instance) && this.answerWithin(instance, lanes, words));
      if (answer === UNKNOWN) return 0;
      if (answer < this.done) taken.push(instance, answer);
    }
    const list = this.end;
    this.end += 1 + taken.length;
    if (this.end > this.lists.length) {
      const wider = new Int32Array(this.lists.length * 2 + taken.length);
      wider.set(this.lists);
      this.lists = wider;
    }
    this.lists[list] = taken.length / 2;
    this.lists.set(taken, list + 1);
    table[key] = list;
    return list;
  }

  private answerWithin(instance: number, lanes: ReadonlySet<number>, words: Int32Array): number {
    const { nodes } = this.decisions;
    let at = nodes[ROOT + instance]!;
    while (at > 0) {
      if (!lanesOf(nodes, at).every((lane) => lanes.has(lane))) return UNKNOWN;
      at = nodes[at + HEAD + ((words[nodes[at]!]! >>> nodes[at + 1]!) & nodes[at + 2]!)]!;
    }
    return at;
  }

  private learnt(instance: number): number {
    const action = this.actions.find(({ first, count }) => instance < first + count)!;
    return this.decisions.find(instance) || this.learn(action, instance - action.first);
  }

  private dissolve(): number {
    const { turn } = this.decisions;
    this.nextTurn = turn + (turn >> 3) + FIRST_TURN;
    this.clusters = [];
    this.gathered.fill(0);
    return 0;
  }

  /** Gathers the actions of which every candidate looks at few lanes. */
  private form(): void {
    this.nextTurn = Infinity;
    this.end = 1;
    const groups: { readonly lanes: Set<number>; readonly instances: number[] }[] = [];
    this.actions.forEach(({ first, count }, v) => {
      const looked = Array.from({ length: count }, (_, place) => this.lanesOfTree(first + place));
      this.gathered[v] = looked.every((lanes) => lanes && lanes.size <= MOST_LANES) ? 1 : 0;
      if (this.gathered[v] === 0) return;
      looked.forEach((lanes, place) => {
        const group = nearest(groups, lanes!) ?? { lanes: new Set(), instances: [] };
        if (group.instances.length === 0) groups.push(group);
        for (const lane of lanes!) group.lanes.add(lane);
        group.instances.push(first + place);
      });
    });
    this.clusters = groups.map(({ lanes, instances }) => clusterOf(lanes, instances));
  }

  /** Every lane that a tree looks at, as far as it has learnt; undefined when it is given up. */
  private lanesOfTree(instance: number): Set<number> | undefined {
    if (this.learnt(instance) === UNKNOWN) return undefined;
    const { nodes } = this.decisions;
    const lanes = new Set<number>();
    const open = [nodes[ROOT + instance]!];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at <= 0) continue;
      for (const lane of lanesOf(nodes, at)) lanes.add(lane);
      if (lanes.size > MOST_LANES) break;
      open.push(...nodes.subarray(at + HEAD, at + HEAD + nodes[at + 2]! + 1));
    }
    return lanes;
  }
}

/** The lanes that a node looks at: one, or two neighbours. */
function lanesOf(nodes: Int32Array, at: number): readonly number[] {
  const first = nodes[at]! * LANES_PER_WORD + Math.floor(nodes[at + 1]! / LANE_BITS);
  const last = nodes[at]! * LANES_PER_WORD + Math.floor((nodes[at + 1]! + 31 - Math.clz32(nodes[at + 2]!)) / LANE_BITS);
  return first === last ? [first] : [first, last];
}

/** The group that grows least by these lanes, if one can take them. */
function nearest<Of extends { readonly lanes: ReadonlySet<number> }>(groups: readonly Of[], lanes: ReadonlySet<number>): Of | undefined {
  const after = (group: Of): number => new Set([...group.lanes, ...lanes]).size;
  const growth = (group: Of): number => after(group) - group.lanes.size;
  return groups
    .filter((group) => after(group) <= MOST_LANES)
    .sort((a, b) => growth(a) - growth(b))
    .at(0);
}

function clusterOf(lanes: ReadonlySet<number>, instances: readonly number[]): Cluster {
  const all = [...lanes];
  const padded = Array.from({ length: MOST_LANES }, (_, i) => all[i] ?? all[0] ?? 0);
  return {
    words: Int32Array.from(padded, (lane) => Math.floor(lane / LANES_PER_WORD)),
    shifts: Int32Array.from(padded, (lane) => (lane % LANES_PER_WORD) * LANE_BITS),
    lanes,
    instances,
    table: new Int32Array(1 << (LANE_BITS * MOST_LANES)),
  };
}

function keyOf({ words: at, shifts }: Cluster, words: Int32Array): number {
  const first = (words[at[0]!]! >>> shifts[0]!) & LANE_MASK;
  const second = (words[at[1]!]! >>> shifts[1]!) & LANE_MASK;
  const third = (words[at[2]!]! >>> shifts[2]!) & LANE_MASK;
  return (first << (2 * LANE_BITS)) | (second << LANE_BITS) | third;
}
