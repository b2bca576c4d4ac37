/** LikeC4's own language services, for tests. */
import { LikeC4 } from 'likec4';
import type { Parsed } from './parsed.fixture.ts';

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

export interface Modelled extends Parsed {
  /** How many elements each view shows, groups not counted. */
  readonly views: readonly number[];
}

/** Throws with the line and message of each error. */
export async function modelledByLikeC4(text: string): Promise<Modelled> {
  const likec4 = await LikeC4.fromSource(text, { logger: false, printErrors: false });
  try {
    const errors = likec4.getErrors().map(({ line, message }) => `${line}: ${message}`);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    const model = await likec4.computedModel();
    const views = [...model.views()].map((view) => [...view.nodes()]);
    const groups = views.flatMap((nodes) => nodes.filter(({ kind }) => kind === '@group').map(({ title }) => title));
    const shown = views.flatMap((nodes) => nodes.filter(({ kind }) => kind !== '@group'));
    return {
      // Where parts stand in the views: this is where groups are.
      inside: new Map(shown.map(({ id, parent }) => [lastOf(id), (parent?.kind === '@group' ? parent.title : lastOf(parent?.id ?? ''))!])),
      parts: new Map([...model.elements()].filter(({ id }) => lastOf(id).startsWith('part_')).map(({ id, title }) => [lastOf(id), title])),
      groups,
      edges: [...model.relationships()].map((it) => `${lastOf(it.source.id)} ${it.title} ${lastOf(it.target.id)}`),
      views: views.map((nodes) => nodes.filter(({ kind }) => kind !== '@group').length),
    };
  } finally {
    await likec4.dispose();
  }
}
