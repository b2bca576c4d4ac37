import { expect, test } from 'vitest';
import { aToZ } from './a-to-z.ts';
import type { SearchHit } from './hit.ts';

const hit = (title: string, more: Partial<SearchHit> = {}): SearchHit => ({
  address: `/${title.toLowerCase()}/`,
  title,
  kind: 'Page',
  aliases: [],
  text: '',
  extent: 'page',
  ...more,
});
const linesOf = (...hits: SearchHit[]) => aToZ(hits).flatMap(({ letter, lines }) => lines.map(({ words }) => `${letter}: ${words}`));

test('lines stand under their letters, without article or accent; what begins with none comes first', () => {
  expect(linesOf(hit('The shape of Orbit'), hit('Zöllner'), hit('a wheel'), hit('9P'), hit('Échelle'))).toEqual([
    '0–9: 9P',
    'E: Échelle',
    'S: The shape of Orbit',
    'W: a wheel',
    'Z: Zöllner',
  ]);
});

test('another word for something leads to it by its title', () => {
  expect(aToZ([hit('Storage', { aliases: ['zdb'], system: 'Orbit' })]).at(-1)!.lines[0]).toEqual({
    words: 'zdb',
    places: [{ address: '/storage/', system: 'Orbit', what: 'Page', title: 'Storage' }],
  });
});

test('one word of several places is one line, and each place stands there once', () => {
  const boots = ['A', 'B'].map((system) => hit('Boot', { address: `/${system}/`, system, aliases: ['boot', 'BOOT'] }));
  const [{ lines } = { lines: [] }] = aToZ(boots);
  expect(lines).toHaveLength(1);
  expect(lines[0]!.places.map(({ system, title }) => [system, title])).toEqual([
    ['A', undefined],
    ['B', undefined],
  ]);
});

test('has terms and flows, and no sentence: rules, differences, deliverables, goals', () => {
  const record = (title: string, kind: SearchHit['kind'], what?: string) => hit(title, { kind, what, extent: 'record' });
  expect(
    linesOf(
      record('wheel', 'Term'),
      record('Axle', 'Page', 'Flow'),
      record('It must turn.', 'Rule'),
      record('Turns', 'Milestone', 'Deliverable'),
      record('To turn', 'Page', 'Goal'),
      record('Stopped', 'Difference'),
    ),
  ).toEqual(['A: Axle', 'W: wheel']);
});
