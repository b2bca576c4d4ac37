import { expect, test } from 'vitest';
import { subjectNames } from '../../schemas/architecture.ts';
import { architecture, cited, entriesOf, rule } from '../entries.fixture.ts';
import type { PageElement, Prose } from './page-content.ts';
import { badPlaces, badRulePages } from './placed.ts';

const element = (name: string, attribute: string, value: string): PageElement => ({
  name,
  line: 1,
  attributes: new Map([[attribute, value]]),
});
const pageOf = (file: string, elements: readonly PageElement[], system = 'orbit'): Prose => ({
  file,
  address: `/systems/${system}/architecture/${file}/`,
  text: '',
  content: { elements, addresses: [], imports: [], code: [], paragraphs: [], statements: [] },
});
const shape = { id: 'shape', title: 'Shape', groups: [{ title: 'All', show: ['kernel'] }], text: 'One.', cite: [cited()] };
const call = { id: 'call', title: 'A call', steps: [{ at: 'kernel', text: 'Waits.', cite: [cited()] }], cite: [cited()] };
const says = (prose: readonly Prose[], more: object = {}): string[] =>
  badPlaces(entriesOf(architecture({ views: [shape, { ...shape, id: 'boot' }], flows: [call], ...more })), prose).map((it) => it.says);
const drawing = (id: string) => element('Drawing', 'view', id);

test('each drawing and flow is on one page of its own system', () => {
  expect(says([pageOf('a', [drawing('shape'), element('Flow', 'id', 'call')]), pageOf('b', [drawing('boot')])])).toEqual([]);
  expect(says([pageOf('a', [drawing('shape'), drawing('boot')])])).toEqual(["no page shows the flow 'call'"]);
  expect(says([pageOf('a', [drawing('shape'), element('Flow', 'id', 'call')]), pageOf('b', [drawing('shape')])])).toEqual([
    "a and b both show the view 'shape'",
    "no page shows the view 'boot'",
  ]);
  expect(says([pageOf('a', [drawing('boot')]), pageOf('b', [drawing('shape'), element('Flow', 'id', 'call')], 'comet')])).toEqual([
    "no page shows the view 'shape'",
    "no page shows the flow 'call'",
  ]);
});

test('a system whose pages draw nothing is told so, drawing by drawing', () =>
  expect(says([pageOf('a', [])])).toEqual([
    "no page shows the view 'shape'",
    "no page shows the view 'boot'",
    "no page shows the flow 'call'",
  ]));

test('a graph that has neither drawings nor flows needs no page', () => expect(says([], { views: [], flows: [] })).toEqual([]));

test('subjects are listed whole and in order, or not at all', () => {
  const all = subjectNames.map((id) => ({ id, pages: ['/systems/orbit/'] }));
  expect(says([], { views: [], flows: [], subjects: all })).toEqual([]);
  expect(says([], { views: [], flows: [], subjects: all.filter(({ id }) => id !== 'memory' && id !== 'ipc') })).toEqual([
    'it does not say where memory, ipc can be read of',
  ]);
  expect(says([], { views: [], flows: [], subjects: all.toReversed() })).toEqual(['the subjects stand in another order, or twice']);
});

test('a rule that prose shows leads to a page that shows it', () => {
  const prose = [pageOf('a', [element('Rule', 'id', 'orbit.one')]), pageOf('b', [element('Rule', 'id', 'orbit.one')])];
  const pages = new Map(['a', 'b', 'c'].map((it) => [`/systems/orbit/architecture/${it}/`, ['head']]));
  const saysOf = (page: string | undefined): string[] =>
    badRulePages(entriesOf(rule('orbit.one', { page })), prose, pages).map((it) => `${it.says}: ${it.fix}`);
  expect(saysOf('/systems/orbit/architecture/b/')).toEqual([]);
  expect(saysOf('/systems/orbit/architecture/a/#head')).toEqual([]);
  expect(saysOf('/systems/orbit/architecture/c/')[0]).toMatch(
    /^\/systems\/orbit\/architecture\/c\/ does not show it: Write page: \/systems\/orbit\/architecture\/a\/,/,
  );
  // One sentence for one mistake: that there is no such page is said of every address.
  expect(saysOf('/systems/orbit/architecture/d/')).toEqual([]);
  expect(saysOf(undefined)[0]).toMatch(/^it names no page, and \/systems\/orbit\/architecture\/a\/ shows it/);
  expect(badRulePages(entriesOf(rule('orbit.two', { page: '/systems/orbit/architecture/c/' })), prose, pages)).toEqual([]);
});
