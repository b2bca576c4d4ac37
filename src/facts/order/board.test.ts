import { describe, expect, it } from 'vitest';
import { readContent } from '../../records/reader.ts';
import { cited, deliverable, entriesOf, ground, milestone, seen } from '../entries.fixture.ts';
import { sourcesIn } from '../evidence.ts';
import { completeAt } from './as-of.ts';
import { boardMoments, boardRows, momentName } from './board.ts';

const documented = (status: 'complete' | 'not-started') => ({ asOf: 'undated', status, cite: [cited()] });
const found = (asOf: string, status: 'complete' | 'in-progress') => ({ asOf, status, cite: [seen] });

const entries = entriesOf(
  ...ground,
  milestone('orbit-turn', {
    status: [documented('not-started'), found('2026-01-02', 'in-progress'), found('2026-01-20', 'complete')],
    deliverables: [
      deliverable('crank', { area: 'boot', status: [documented('not-started'), found('2026-01-02', 'complete')] }),
      deliverable('gear'),
      deliverable('rim'),
    ],
  }),
  milestone('orbit-rest', { order: 2, status: [found('undated', 'complete')] }),
);
const moments = boardMoments(entries);
const rows = boardRows(entries, ['orbit'], moments);
const statuses = (id: string) => rows.find((it) => it.id === id)!.readings.map((it) => it.statuses[0]);

describe('the board', () => {
  it('can be shown as documented, as found without a date, and on each day of an observation', () => {
    expect(moments.map(momentName)).toEqual(['documented', 'found-undated', '2026-01-02', '2026-01-20']);
  });

  it('has every row in the order of its source', () => {
    expect(rows.map((it) => it.id)).toEqual(['orbit-turn', 'orbit-rest']);
    expect(boardRows(entries, [], moments)).toEqual([]);
  });

  it('says at a moment what was said by then, and nothing of the other clock', () => {
    expect(statuses('orbit-turn')).toEqual(['not-started', undefined, 'in-progress', 'complete']);
    expect(statuses('orbit-rest')).toEqual([undefined, 'complete', undefined, undefined]);
  });

  it('says with both clocks what each says, the documented one first', () => {
    expect(rows.map((it) => it.both.statuses)).toEqual([
      ['not-started', 'complete'],
      [undefined, 'complete'],
    ]);
  });

  it('counts the deliverables that are known to be complete at the moment', () => {
    expect(rows[0]!.readings.map((it) => it.done)).toEqual([0, undefined, 1, 3]);
    expect(rows[1]!.readings.map((it) => it.done)).toEqual([undefined, 0, undefined, undefined]);
  });

  it('names the area of most deliverables first', () => {
    expect(rows.map((it) => it.areas)).toEqual([['kernel', 'boot'], []]);
  });
});

describe('the records as they are', () => {
  const { entries: all } = readContent(process.cwd());
  const sources = sourcesIn(all);

  it('name no more complete deliverables than there are, and all of them where the whole is complete', () => {
    for (const { data } of all.milestones)
      for (const moment of boardMoments(all)) {
        const count = completeAt(data, moment, sources);
        if (count !== undefined) expect(count).toBeLessThanOrEqual(data.deliverables.length);
      }
  });

  it('give every row a status at some moment of the board', () => {
    const systems = all.systems.map((it) => it.id);
    for (const row of boardRows(all, systems, boardMoments(all)))
      expect([row.id, row.readings.some((it) => it.observation !== undefined)]).toEqual([row.id, true]);
  });
});
