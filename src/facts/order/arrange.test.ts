import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, groupings, orders, type Placed } from './arrange.ts';

const keys = { status: ['complete', 'partial', 'not-started'], area: ['boot', 'kernel'] };
const row = (title: string, more: Partial<Placed> = {}): Placed => ({
  system: 'orbit',
  title,
  status: '',
  area: '',
  left: undefined,
  ...more,
});
const titles = (groups: readonly { readonly key: string; readonly rows: readonly Placed[] }[]) =>
  groups.map(({ key, rows }) => `${key}: ${rows.map((it) => it.title).join(' ')}`);

describe('arrange', () => {
  const rows = [
    row('Turn', { status: 'complete', area: 'kernel', left: 0 }),
    row('Ascend', { status: 'not-started', area: 'boot', left: 4 }),
    row('land', { system: 'probe', left: undefined }),
    row('Drift', { system: 'probe', status: 'complete', area: 'boot', left: 2 }),
  ];

  it('leaves the order of the sources as it is, system by system', () => {
    expect(titles(arrange(rows, { group: 'system', sort: 'order' }, keys))).toEqual(['orbit: Turn Ascend', 'probe: land Drift']);
  });

  it('groups by status and by area in the order of the keys, and puts last what has none', () => {
    expect(titles(arrange(rows, { group: 'status', sort: 'order' }, keys))).toEqual([
      'complete: Turn Drift',
      'not-started: Ascend',
      ': land',
    ]);
    expect(titles(arrange(rows, { group: 'area', sort: 'order' }, keys))).toEqual(['boot: Ascend Drift', 'kernel: Turn', ': land']);
  });

  it('sorts by title in any case, by progress, and by what is left: nearly done first, done and unknown last', () => {
    expect(titles(arrange(rows, { group: 'none', sort: 'title' }, keys))).toEqual([': Ascend Drift land Turn']);
    expect(titles(arrange(rows, { group: 'none', sort: 'progress' }, keys))).toEqual([': Turn Drift Ascend land']);
    expect(titles(arrange(rows, { group: 'none', sort: 'left' }, keys))).toEqual([': Drift Ascend Turn land']);
  });

  it('neither loses nor doubles a row, and keeps the order of equals', () => {
    const anyRow = fc.record({
      system: fc.constantFrom('orbit', 'probe'),
      title: fc.constantFrom('A', 'b', 'C'),
      status: fc.constantFrom('', ...keys.status, 'odd'),
      area: fc.constantFrom('', ...keys.area),
      left: fc.option(fc.nat(3), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom(...groupings), fc.constantFrom(...orders), (list, group, sort) => {
        const numbered = list.map((it, number) => ({ ...it, number }));
        const groups = arrange(numbered, { group, sort }, keys);
        const all = groups.flatMap((it) => it.rows);
        expect(all.map((it) => it.number).sort((a, b) => a - b)).toEqual(numbered.map((it) => it.number));
        expect(new Set(groups.map((it) => it.key)).size).toBe(groups.length);
        for (const { rows: them } of groups)
          for (const [i, it] of them.entries())
            if (i > 0 && sort === 'title' && it.title === them[i - 1]!.title) expect(it.number).toBeGreaterThan(them[i - 1]!.number);
      }),
    );
  });
});
