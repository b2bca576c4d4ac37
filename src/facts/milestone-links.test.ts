/** What explains and checks a milestone: named, by shared lines, by a shared simulation, and in that order of strength. */
import { expect, test } from 'vitest';
import { readContent } from '../records/reader.ts';
import type { Entries, Entry } from './entries.ts';
import { linksOf } from './milestone-links.ts';

const { entries } = readContent(process.cwd());
const ofId = (id: string): Entry<'milestones'> => entries.milestones.find((it) => it.id === id)!;
const grounds = (milestone: Entry<'milestones'>, all: Entries = entries) =>
  new Map(linksOf(all, milestone).rules.map(({ entry, ground }) => [entry.id, ground]));

test('each rule stands once, and on the strongest ground', () => {
  for (const milestone of entries.milestones) {
    const { rules } = linksOf(entries, milestone);
    expect(new Set(rules.map((it) => it.entry.id)).size).toBe(rules.length);
    const named = new Set(milestone.data.deliverables.flatMap((it) => it.rules ?? []));
    expect(new Set(rules.filter((it) => it.ground === 'named').map((it) => it.entry.id))).toEqual(named);
    for (const { entry, ground, by, model } of rules) {
      expect(entry.data.system).toBe(milestone.data.system);
      if (ground === 'named') expect(by.every((it) => it.rules?.includes(entry.id))).toBe(true);
      if (ground === 'model') expect(entry.data.checkedBy.some((it) => it.model === model)).toBe(true);
    }
  }
});

test('a rule that cites a line of a deliverable is found without being named', () => {
  const phase = ofId('themelios-phase-2');
  const bare = {
    ...phase,
    data: { ...phase.data, deliverables: phase.data.deliverables.map((it) => ({ ...it, rules: [], models: [] })) },
  } as Entry<'milestones'>;
  const found = linksOf(entries, bare).rules.find((it) => it.entry.id === 'themelios.capability.transfer-moves');
  expect(found).toMatchObject({ ground: 'lines', by: [{ id: 'grant-transfer-revoke' }] });
  expect(grounds(bare).get('themelios.capability.slot-zero-is-null')).toBeUndefined();
  expect(grounds(phase).get('themelios.capability.slot-zero-is-null')).toBe('named');
});

test('a rule that a named simulation checks is found; a line of another source with the same number is not', () => {
  const phase = ofId('themelios-phase-2');
  const only = {
    ...phase,
    data: {
      ...phase.data,
      deliverables: phase.data.deliverables.filter((it) => it.id === 'capability-space').map((it) => ({ ...it, rules: [] })),
    },
  } as Entry<'milestones'>;
  const found = linksOf(entries, only);
  expect(found.models.map((it) => it.to)).toEqual(['themelios/capability-space']);
  expect(found.rules.find((it) => it.entry.id === 'themelios.capability.grant-is-subset')).toMatchObject({
    ground: 'model',
    model: 'themelios/capability-space',
  });
  const elsewhere = {
    ...entries,
    rules: entries.rules.map((it) => ({
      ...it,
      data: { ...it.data, checkedBy: [], cite: it.data.cite.map((cite) => ({ ...cite, source: `${cite.source}-copy` })) },
    })),
  } as Entries;
  expect(linksOf(elsewhere, only).rules).toEqual([]);
});
