import { expect, test } from 'vitest';
import { cited, drift, entriesOf, ground, milestone, rule, seen, term } from '../facts/entries.fixture.ts';
import { historyText, readHistory } from '../facts/own-history.ts';
import type { Prose } from '../facts/integrity/page-content.ts';
import { sharedContent } from './shared-reader.ts';
import { historyTextOf } from './history-file.ts';
import { historyOf, historyProblem, staleHistory, statedNow, writtenHistory } from './own-history.ts';

const empty = { elements: [], addresses: [], imports: [], code: [], paragraphs: [], statements: [] };
const page = (text: string): Prose => ({ file: 'x.mdx', address: '/systems/orbit/guides/turn/', text, content: empty });
const mdx = (body: string, title = 'Turn it') => `---\ntitle: ${title}\ndescription: How.\nsidebar: { order: 1 }\n---\n\n${body}\n`;

const hashOf = (contents: Parameters<typeof statedNow>[0], name: string): readonly string[] =>
  statedNow(contents)
    .find((it) => it.name === name)!
    .hash.split('.');
const ofRule = (more: Parameters<typeof rule>[1]) =>
  hashOf({ entries: entriesOf(rule('orbit.turn', more)), prose: [] }, 'rules/orbit.turn');
const ofPage = (text: string) => hashOf({ entries: entriesOf(), prose: [page(text)] }, 'pages/systems/orbit/guides/turn');

test('the history tells of every record and page of this project as it is; npm run facts -- --write brings it up to date', () => {
  expect(staleHistory(historyTextOf(process.cwd()), sharedContent(process.cwd()))).toBeUndefined();
});

test('what a record says and what it cites have a hash each', () => {
  const before = ofRule({});
  const reworded = ofRule({ statement: 'The wheel must turn twice.' });
  const recited = ofRule({ cite: [cited(2)] });
  expect([reworded[0] === before[0], reworded[1] === before[1]]).toEqual([false, true]);
  expect([recited[0] === before[0], recited[1] === before[1]]).toEqual([true, false]);
});

test('what only leads on, and the order of the fields, is no correction', () => {
  expect(ofRule({ page: '/systems/orbit/', checkedBy: [{ model: 'orbit/wheel', property: 'it turns' }] })).toEqual(ofRule({}));
  const { data } = rule('orbit.turn');
  const turned = { ...rule('orbit.turn'), data: Object.fromEntries(Object.entries(data).toReversed()) as unknown as typeof data };
  expect(hashOf({ entries: entriesOf(turned), prose: [] }, 'rules/orbit.turn')).toEqual(ofRule({}));
});

test('a new observation of a milestone is a correction of it, and a difference has both its sides', () => {
  const of = (more: Parameters<typeof milestone>[1]) =>
    hashOf({ entries: entriesOf(milestone('orbit-1', more)), prose: [] }, 'milestones/orbit-1');
  expect(of({ status: [{ asOf: '2026-01-02', status: 'complete', cite: [seen] }] })).not.toEqual(of({}));
  const names = statedNow({ entries: entriesOf(...ground, drift('orbit-stop')), prose: [] }).map(({ name }) => name);
  expect(names).toEqual(['systems/orbit', 'drift/orbit-stop']);
});

test('a term stands under each system that gives it a meaning', () => {
  const meaning = (system: string) => ({ system, text: `A wheel of ${system}.`, cite: [cited()] });
  const stated = statedNow({ entries: entriesOf(term('wheel', { meanings: [meaning('orbit'), meaning('comet')] })), prose: [] });
  expect(stated.map(({ system }) => system)).toEqual(['orbit', 'comet']);
  expect(stated[0]!.hash).not.toBe(stated[1]!.hash);
});

test('of a page, blanks, imports, comments and the place in the sidebar are no correction', () => {
  const plain = ofPage(mdx('Turn <Cite lines="1">the crank</Cite> once.'));
  const dressed = mdx('import X from \'~/x.astro\';\n\n{/* states nothing */}\nTurn\n<Cite lines="1">the crank</Cite>   once.');
  expect(ofPage(dressed.replace('order: 1', 'order: 9'))).toEqual(plain);
  const recited = ofPage(mdx('Turn <Cite lines="2">the crank</Cite> once.'));
  expect([recited[0] === plain[0], recited[1] === plain[1]]).toEqual([true, false]);
  const reworded = ofPage(mdx('Turn <Cite lines="1">the crank</Cite> twice.'));
  expect([reworded[0] === plain[0], reworded[1] === plain[1]]).toEqual([false, true]);
});

test('a history that does not tell of a record is refused with the command that mends it, and is mended by it', () => {
  const contents = { entries: entriesOf(...ground, rule('orbit.turn')), prose: [page(mdx('Turn it.'))] };
  const written = writtenHistory('', contents, '2026-01-02');
  expect(staleHistory(written, contents)).toBeUndefined();
  const changed = { ...contents, entries: entriesOf(...ground, rule('orbit.turn', { statement: 'It must not turn.' })) };
  expect(staleHistory(written, changed)).toBe(
    "src/records/history.txt  it does not tell of rules/orbit.turn as they are now\n    Run npm run facts -- --write, which notes under today's day what was added, corrected and taken out.",
  );
  const mended = writtenHistory(written, changed, '2026-01-03');
  expect(staleHistory(mended, changed)).toBeUndefined();
  expect(historyOf(mended).filter(({ day }) => day === '2026-01-03')).toHaveLength(1);
});

test('a clock that is behind writes under the newest day', () => {
  const contents = (statement: string) => ({ entries: entriesOf(rule('orbit.turn', { statement })), prose: [] });
  const written = writtenHistory(writtenHistory('', contents('It must turn.'), '2026-01-02'), contents('It must stop.'), '2025-01-01');
  expect(historyOf(written).map(({ day }) => day)).toEqual(['2026-01-02']);
});

test('lines that are not in order are refused, and what is no line is named', () => {
  const contents = { entries: entriesOf(rule('orbit.a'), rule('orbit.b')), prose: [] };
  const written = writtenHistory('', contents, '2026-01-02');
  const lines = readHistory(written) as Exclude<ReturnType<typeof readHistory>, number>;
  const turned = written.split('\n').toReversed().join('\n');
  expect(staleHistory(turned, contents)).toContain('its lines are not in order, or stand twice');
  expect(writtenHistory(turned, contents, '2026-01-02')).toBe(historyText(lines));
  expect(historyProblem(`${written}<<<<<<< HEAD\n`)).toContain('src/records/history.txt:5  this is no day');
  expect(() => historyOf('nothing\n')).toThrow('src/records/history.txt:1');
});
