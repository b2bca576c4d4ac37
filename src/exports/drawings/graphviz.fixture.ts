/** Graphviz itself, for tests: it lays the drawing out, and what it laid out is read. */
import { instance } from '@viz-js/viz';
import type { Parsed } from './parsed.fixture.ts';

interface Laid {
  readonly objects: readonly {
    readonly _gvid: number;
    readonly name: string;
    readonly label: string;
    readonly nodes?: readonly number[];
    readonly subgraphs?: readonly number[];
  }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly label: string; readonly ltail?: string; readonly lhead?: string }[]; // prettier-ignore
}

const viz = await instance();

/** In its JSON Graphviz gives labels as they were written. */
const decoded = (label: string): string => label.replaceAll(/\\(.)/g, (_, it: string) => (it === 'n' ? '\n' : it)).replaceAll('&amp;', '&');

/** Throws with the message of Graphviz, a warning too. */
export function laidByGraphviz(text: string): Parsed & { readonly svg: string } {
  const { status, errors, output } = viz.renderFormats(text, ['json', 'svg']);
  // It measures letters by the tables of a few fonts, and says so where a letter is in none.
  const messages = errors.map(({ message }) => message).filter((it) => !it.includes('no value for width of non-ASCII character'));
  if (status !== 'success' || messages.length > 0) throw new Error(messages.join('\n'));
  const { objects, edges = [] } = JSON.parse(output['json']!) as Laid;
  const clusters = objects.filter(({ nodes }) => nodes !== undefined);
  const boxes = objects.filter(({ nodes }) => nodes === undefined);
  const nameOf = new Map(objects.map(({ _gvid, name }) => [_gvid, name.replace('cluster_', '')]));
  const end = (id: number, cut: string | undefined): string => cut?.replace('cluster_', '') ?? nameOf.get(id)!;
  const frames = clusters.filter(({ name }) => name.startsWith('cluster_part_'));
  return {
    parts: new Map([...frames, ...boxes].map(({ name, label }) => [name.replace('cluster_', ''), decoded(label)])),
    // A cluster has the nodes of those that lie in it too: the inner ones come later, and have the last word.
    inside: new Map(
      clusters.flatMap(({ name, label, nodes = [], subgraphs = [] }) =>
        [...subgraphs, ...nodes].map(
          (id) =>
            [nameOf.get(id)!, name.startsWith('cluster_part_') ? name.replace('cluster_', '') : decoded(label).split('\n')[0]!] as const,
        ),
      ),
    ),
    groups: clusters.filter(({ name }) => name.includes('group_')).map(({ label }) => decoded(label).split('\n')[0]!),
    edges: edges.map(({ tail, head, label, ltail, lhead }) => `${end(tail, ltail)} ${decoded(label)} ${end(head, lhead)}`),
    svg: output['svg']!,
  };
}
