/**
 * Where the nodes and edges of the graph stand: laid out by ELK while the site is built, from needed to needing, top to
 * bottom. Lengths are pixels of the drawing. Leaves out how they are drawn (`Graph.astro`).
 */
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';

/** What is laid out: nodes by id, each with its edges to what it needs. A plan of milestones is one. */
export type Graph = readonly {
  readonly id: string;
  readonly needs: readonly { readonly of: string; readonly needs: string; readonly reasons: readonly { readonly basis: string }[] }[];
}[];

export interface NodeSize {
  readonly width: number;
  readonly height: number;
}

export interface LaidNode extends NodeSize {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface LaidEdge {
  readonly of: string;
  readonly needs: string;
  readonly stated: boolean;
  /** At least two, from the node that is needed to the one that needs it; every part is level or upright. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Layout extends NodeSize {
  readonly nodes: readonly LaidNode[];
  readonly edges: readonly LaidEdge[];
}

/** How far apart things stand: `roomy` spreads the nodes so that each line can be followed, `tight` fits a phone. */
export type Spacing = 'roomy' | 'tight';

const spacings: Record<Spacing, ElkNode['layoutOptions'] & object> = {
  roomy: {
    'elk.spacing.edgeNode': '10',
    'elk.spacing.edgeEdge': '7',
    'elk.layered.thoroughness': '40',
    'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  },
  // Crossings are not minimised here: it costs width, and width is what a phone has not.
  tight: {
    'elk.spacing.edgeNode': '6',
    'elk.spacing.edgeEdge': '4',
    'elk.layered.crossingMinimization.strategy': 'NONE',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  },
};

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=2,left=2,bottom=2,right=2]',
  'elk.randomSeed': '1',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '6',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '22',
};

/** One decimal is finer than the eye, and the same on every machine. */
const round = (length: number): number => Math.round(length * 10) / 10;

/** The same plan and sizes give the same layout. A need that is in no plan is left out. */
export async function layoutOf(plan: Graph, sizeOf: (id: string) => NodeSize, spacing: Spacing): Promise<Layout> {
  const ids = new Set(plan.map((it) => it.id));
  const pairs = plan.flatMap((it) => it.needs).filter((it) => ids.has(it.needs));
  const graph: ElkNode = {
    id: 'graph',
    layoutOptions: { ...options, ...spacings[spacing] },
    children: plan.map(({ id }) => ({ id, ...sizeOf(id) })),
    edges: pairs.map((edge, i): ElkExtendedEdge => ({ id: `${i}`, sources: [edge.needs], targets: [edge.of] })),
  };
  const laid = await new ELK().layout(graph);
  const edges = new Map((laid.edges ?? []).map((it) => [it.id, it]));
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    nodes: (laid.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => ({ id, x: round(x), y: round(y), width, height })),
    edges: pairs.map(({ of, needs, reasons }, i) => {
      const { startPoint, bendPoints = [], endPoint } = edges.get(`${i}`)!.sections![0]!;
      const points = [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: round(x), y: round(y) }));
      return { of, needs, stated: reasons.some((it) => it.basis === 'stated'), points };
    }),
  };
}

/** A title in lines of at most so many letters, broken between words; a longer word has a line of its own. */
export function wrapped(title: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
