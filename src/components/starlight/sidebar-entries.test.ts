import { expect, test } from 'vitest';
import { entriesOf, architecture, system } from '../../facts/entries.fixture.ts';
import { sidebar } from './sidebar-entries.ts';

const labels = (value: unknown): string[] => [...JSON.stringify(value).matchAll(/"(?:label|directory)":"([^"]*)"/g)].map(([, it]) => it!);

test('C1: what a system does not have is not in its sidebar', () => {
  expect(labels(sidebar({ entries: entriesOf(system()), prose: [] }))).toEqual([
    'Orbit',
    'Overview',
    'Start here',
    'Milestones',
    'All facts',
    'Keep this right',
  ]);
  const page = { file: 'src/content/docs/systems/orbit/architecture/index.mdx', text: '' };
  expect(labels(sidebar({ entries: entriesOf(system()), prose: [page] })).slice(5)).toEqual([
    'Architecture',
    'systems/orbit/architecture',
    'Keep this right',
  ]);
  expect(labels(sidebar({ entries: entriesOf(system(), architecture()), prose: [] })).slice(5)).toEqual([
    'Architecture',
    'Parts and code map',
    'Keep this right',
  ]);
});

test('S7: guides stand between the pages about a system and its architecture', () => {
  const pages = ['guides/first-run', 'architecture/index'].map((it) => ({ file: `src/content/docs/systems/orbit/${it}.mdx` }));
  const after = ['Architecture', 'systems/orbit/architecture', 'Keep this right'];
  expect(labels(sidebar({ entries: entriesOf(system()), prose: pages })).slice(5)).toEqual(['Guides', 'systems/orbit/guides', ...after]);
  expect(labels(sidebar({ entries: entriesOf(system()), prose: pages.slice(1) })).slice(5)).toEqual(after);
});
