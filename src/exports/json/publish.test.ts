import { describe, expect, test } from 'vitest';
import { collectionNames } from '../../schemas/evidence.ts';
import { fileOf, version } from '../../schemas/published.ts';
import {
  architecture,
  cited,
  deliverable,
  drift,
  entriesOf,
  ground,
  lab,
  milestone,
  platform,
  rule,
  seen,
  system,
  term,
} from '../../facts/entries.fixture.ts';
import { published } from './publish.ts';

const one = milestone('orbit-1', { deliverables: [deliverable('wheel')] });
const entries = entriesOf(
  ...ground,
  one,
  platform('orbit-board'),
  architecture(),
  rule('orbit.turns'),
  term('wheel'),
  drift('orbit-stop'),
  lab(),
);
const idsOf = (list: readonly object[]) => list.map((it) => ('id' in it ? it.id : undefined));

describe('published', () => {
  test('gives a record its id, its address below the base path, and each citation once', () => {
    const twice = rule('orbit.turns', { cite: [cited(), cited(), seen] });
    expect(published(entriesOf(twice), 'rules', '/orrery')).toEqual([
      { id: 'orbit.turns', url: '/orrery/rules/#orbit.turns', ...twice.data, citations: [cited(), seen] },
    ]);
  });

  test('says of each status on which side it is, and of what no primary source names that it is unknown', () => {
    const found = [{ asOf: '2026-01-02', status: 'complete' as const, cite: [seen] }];
    const later = milestone('orbit-2', { status: found, deliverables: [deliverable('wheel', { status: found })] });
    const board = platform('orbit-board');
    const all = entriesOf(...ground, later, board);
    const [record] = published(all, 'milestones', '') as [object];
    expect(record).toMatchObject({
      status: [{ ...found[0], side: 'found' }],
      deliverables: [
        {
          status: [{ ...found[0], side: 'found' }],
          documented: { status: 'unknown', basis: 'unknown', why: 'No primary source names Phase 1.', cite: [] },
        },
      ],
    });
    expect(published(all, 'platforms', '')).toMatchObject([{ states: [{ ...board.data.states.at(-1), side: 'documented' }] }]);
  });

  test('fills in what a deliverable leaves to its milestone', () => {
    const [record] = published(entries, 'milestones', '') as { deliverables: object[] }[];
    expect(record!.deliverables).toEqual([
      {
        ...one.data.deliverables[0],
        url: '/milestones/orbit-1/#wheel',
        documented: { status: 'complete', basis: 'inferred', why: 'Phase 1 as a whole is documented as complete.', cite: [cited()] },
      },
    ]);
  });

  test('gives a lab without what would solve it, and the faults that an answer must notice', () => {
    const [record] = published(entriesOf(lab()), 'labs', '') as [Record<string, unknown>];
    expect(record).toMatchObject({
      id: 'orbit-hold',
      url: '/learn/orbit-hold/',
      config: { wheels: 2 },
      kills: ['slips'],
      citations: [cited()],
    });
    expect(JSON.stringify(record)).not.toContain('!wheel.brake');
    expect(record).not.toHaveProperty('wrong');
  });

  test.each(collectionNames)('gives %s in the shape that its schema promises', (name) => {
    const list = published(entries, name, '/orrery');
    expect(list).toHaveLength(entries[name].length);
    fileOf(name).parse({ $schema: '/orrery/schema', version, collection: name, count: list.length, records: list });
  });

  test('has an order that does not depend on the order of the files', () => {
    const ids = ['orbit-10', 'orbit-2', 'orbit-1', 'apogee-7'];
    const milestones = [10, 2, 1, 7].map((order, i) => milestone(ids[i]!, { order, system: ids[i]!.split('-')[0]! }));
    const wanted = ['apogee-7', 'orbit-1', 'orbit-2', 'orbit-10'];
    expect(idsOf(published(entriesOf(...milestones), 'milestones', ''))).toEqual(wanted);
    expect(idsOf(published(entriesOf(...milestones.toReversed()), 'milestones', ''))).toEqual(wanted);
    expect(idsOf(published(entriesOf(rule('b'), rule('a'), rule('c')), 'rules', ''))).toEqual(['a', 'b', 'c']);
    expect(idsOf(published(entriesOf(system({ order: 2 }, 'a'), system({ order: 1 }, 'b')), 'systems', ''))).toEqual(['b', 'a']);
  });
});
