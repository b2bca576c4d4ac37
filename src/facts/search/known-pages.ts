/** The pages that are known before the site is built, with their titles. What is found when it is built is compared with them by a test. */
import type { Entries } from '../entries.ts';
import type { PageHead } from './pages.ts';

/** By their addresses; those that are yet to come are named too, and count when the site has them. */
const standing: Readonly<Record<string, string>> = {
  '/systems/': 'Systems',
  '/milestones/': 'Milestones',
  '/platforms/': 'Platforms',
  '/simulations/': 'Simulations',
  '/learn/': 'Learn',
  '/simulations/new/': 'Write a model',
  '/compare/': 'Compare',
  '/rules/': 'Rules',
  '/glossary/': 'Glossary',
  '/sources/': 'Sources',
  '/sources/drift/': 'Drift',
  '/data/': 'The data',
  '/a-to-z/': 'A to Z',
  '/tasks/': 'Tasks',
  '/changes/': 'What changed',
  '/offline/': 'Without a network',
};

/** Pages that every system has, `*` standing for its id; the title of the system follows what stands here. */
const ofSystem: Readonly<Record<string, string>> = {
  '/systems/*/start/': 'Start with',
  '/systems/*/milestones/': 'Milestones of',
  '/systems/*/platforms/': 'Platforms of',
  '/systems/*/facts/': 'Facts of',
  '/systems/*/architecture/parts/': 'Parts of',
  '/systems/*/keep-right/': 'Keep this right,',
  '/rules/*/': 'Rules of',
  '/glossary/*/': 'Terms of',
  '/changes/*/': 'What changed in',
  '/learn/questions/*/': 'Questions about',
};

interface Titled {
  readonly address: string;
  readonly title: string;
}

/** `prose` are the pages of prose, `models` the mechanisms by their ids, `addresses` those that the site has. */
export function knownPages(
  entries: Entries,
  prose: readonly Titled[],
  models: ReadonlyMap<string, string>,
  addresses: ReadonlySet<string>,
): PageHead[] {
  const systems = entries.systems.flatMap(({ id, data }) =>
    Object.entries(ofSystem).map(([address, words]) => ({ address: address.replace('*', id), title: `${words} ${data.title}` })),
  );
  const simulations = [...models].map(([id, title]) => ({ address: `/simulations/${id}/`, title }));
  const paths = entries.paths.map(({ id, data }) => ({ address: `/learn/paths/${id}/`, title: data.title }));
  const others = [...Object.entries(standing).map(([address, title]) => ({ address, title })), ...systems, ...simulations, ...paths];
  return [
    ...prose.map((it) => ({ ...it, description: '', isWhole: true })),
    ...others.filter(({ address }) => addresses.has(address)).map((it) => ({ ...it, description: '', isWhole: false })),
  ];
}
