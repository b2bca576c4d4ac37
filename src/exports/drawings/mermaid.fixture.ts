/**
 * Mermaid's own parser, for tests, from the smallest package that Mermaid publishes: one script for a browser. It runs in a context of its
 * own, so that no other test sees its globals. The document is a stub: parsing draws nothing, and the sanitizer that Mermaid asks for finds
 * no browser and leaves texts as they are.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import type { Parsed } from './parsed.fixture.ts';

interface Subgraph {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly string[];
}
interface Flowchart {
  getVertices(): ReadonlyMap<string, { readonly id: string; readonly text: string }>;
  getEdges(): readonly { readonly start: string; readonly end: string; readonly text: string }[];
  getSubGraphs(): readonly Subgraph[];
}
interface Mermaid {
  initialize(options: object): void;
  readonly mermaidAPI: { getDiagramFromText(text: string): Promise<{ readonly type: string; readonly db: Flowchart }> };
}

const require = createRequire(import.meta.url);
let loaded: Mermaid | undefined;
function mermaid(): Mermaid {
  if (loaded) return loaded;
  const document = { nodeType: 9, implementation: {}, createElement: () => ({ content: {} }), addEventListener: () => undefined };
  const window = {
    document,
    Element: Object,
    Node: Object,
    NodeFilter: {},
    HTMLTemplateElement: Object,
    addEventListener: () => undefined,
    setTimeout,
  };
  const context = createContext({ window, document, console, setTimeout, clearTimeout, structuredClone, URL, navigator: {}, performance });
  runInContext(readFileSync(require.resolve('@mermaid-js/tiny'), 'utf8'), context);
  loaded = (context as { mermaid?: Mermaid }).mermaid!;
  loaded.initialize({ startOnLoad: false });
  return loaded;
}

/** Between parsing and drawing Mermaid keeps what was given by number behind marks of its own. */
const decoded = (text: string): string => text.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** Throws with Mermaid's message where the text is no flowchart. */
export async function parsedByMermaid(text: string): Promise<Parsed> {
  const { type, db } = await mermaid().mermaidAPI.getDiagramFromText(text);
  if (type !== 'flowchart-v2') throw new Error(`a ${type} instead of a flowchart`);
  const subgraphs = db.getSubGraphs();
  const around = new Set(subgraphs.map(({ id }) => id));
  const boxes = [...db.getVertices().values()].filter(({ id }) => !around.has(id));
  return {
    parts: new Map([
      ...subgraphs.filter(({ id }) => id.startsWith('part_')).map(({ id, title }) => [id, decoded(title)] as const),
      ...boxes.map(({ id, text: title }) => [id, decoded(title)] as const),
    ]),
    groups: subgraphs.filter(({ id }) => id.includes('group_')).map(({ title }) => decoded(title)),
    inside: new Map(
      subgraphs.flatMap(({ id, title, nodes }) => nodes.map((it) => [it, id.startsWith('part_') ? id : decoded(title)] as const)),
    ),
    edges: db.getEdges().map((it) => `${it.start} ${decoded(it.text)} ${it.end}`),
  };
}
