/**
 * How the states that are possible now were reached: a tree that grows with every observation. What all of them have in common is settled, and
 * kept as a plain list of instances; what leads nowhere any more is forgotten. So a long log takes little more than its own run.
 */

/** The tree is cleared when it has so many nodes, and again when it has twice as many as were then left. */
const FIRST_CLEARING = 1 << 12;

export const ROOT = 0;

export class Ways {
  /** The instances that every way begins with. */
  readonly settled: number[] = [];
  private parents: number[] = [-1];
  private instances: number[] = [-1];
  private clearAt = FIRST_CLEARING;

  /** A node one step behind another. */
  add(parent: number, instance: number): number {
    this.parents.push(parent);
    this.instances.push(instance);
    return this.parents.length - 1;
  }

  /**
   * Settles what these nodes share and forgets what leads to none of them, if the tree has grown enough for it to be worth it. Returns the nodes
   * under their new numbers.
   */
  clear(nodes: readonly number[]): readonly number[] {
    if (nodes.length > 1 && this.parents.length < this.clearAt) return nodes;
    const { children, alive } = this.living(nodes);
    const root = this.settle(children, new Set(nodes));
    const numbers = this.renumber(root, alive);
    this.clearAt = Math.max(FIRST_CLEARING, 2 * this.parents.length);
    return nodes.map((it) => numbers.get(it)!);
  }

  /** The whole way to a node. */
  to(node: number): number[] {
    const tail: number[] = [];
    for (let at = node; at !== ROOT; at = this.parents[at]!) tail.push(this.instances[at]!);
    return [...this.settled, ...tail.toReversed()];
  }

  /** The nodes on the way to any of these, in their order, and of each how many such children it has, with one of them. */
  private living(nodes: readonly number[]) {
    const marked = new Uint8Array(this.parents.length);
    for (const node of nodes) for (let at = node; at >= 0 && marked[at] === 0; at = this.parents[at]!) marked[at] = 1;
    const children = new Map<number, number[]>();
    const alive: number[] = [];
    for (let node = 0; node < marked.length; node++) {
      if (marked[node] === 0) continue;
      alive.push(node);
      const siblings = children.get(this.parents[node]!);
      if (siblings) siblings.push(node);
      else children.set(this.parents[node]!, [node]);
    }
    return { children, alive };
  }

  /** From the root down as long as there is one way: its steps are settled. The node where it parts, or ends, becomes the root. */
  private settle(children: ReadonlyMap<number, readonly number[]>, ends: ReadonlySet<number>): number {
    let root = ROOT;
    for (;;) {
      const next = children.get(root);
      if (next?.length !== 1 || ends.has(root)) return root;
      root = next[0]!;
      this.settled.push(this.instances[root]!);
    }
  }

  private renumber(root: number, alive: readonly number[]): ReadonlyMap<number, number> {
    const numbers = new Map([[root, ROOT]]);
    const [parents, instances] = [[-1], [-1]];
    for (const node of alive) {
      const parent = numbers.get(this.parents[node]!);
      if (node === root || parent === undefined) continue;
      numbers.set(node, parents.length);
      parents.push(parent);
      instances.push(this.instances[node]!);
    }
    [this.parents, this.instances] = [parents, instances];
    return numbers;
  }
}
