import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { schemas } from '../schemas/collections.ts';
import { refersTo } from '../schemas/evidence.ts';
import { deliverable, milestone, need, platform, rule } from './entries.fixture.ts';
import { keysAt, referencesIn } from './schema-walk.ts';

describe('referencesIn', () => {
  test('finds what a record names, with its place', () => {
    const { data } = milestone('orbit-2', { needs: [need('orbit-1')], deliverables: [deliverable('orbit', { rules: ['orbit.turns'] })] });
    const found = referencesIn(schemas.milestones, data).map(({ path, value, refersTo: to }) => `${path.join('.')} ${to}/${value}`);
    expect(found).toEqual([
      'system systems/orbit',
      'goal.cite.0.source sources/orbit-readme',
      'status.0.cite.0.source sources/orbit-readme',
      'needs.0.milestone milestones/orbit-1',
      'needs.0.cite.0.source sources/orbit-readme',
      'deliverables.0.rules.0 rules/orbit.turns',
      'deliverables.0.cite.0.source sources/orbit-readme',
    ]);
  });

  test('finds models, and what stands inside an optional object', () => {
    const checked = rule('orbit.turns', { checkedBy: [{ model: 'orbit/wheel', property: 'it turns' }] });
    expect(referencesIn(schemas.rules, checked.data)).toContainEqual({
      path: ['checkedBy', 0, 'model'],
      value: 'orbit/wheel',
      refersTo: 'models',
    });
    const tiered = platform('orbit-board', { tier: { text: 'First.', cite: [{ source: 'orbit-plan', lines: [1, 1] }] } });
    expect(referencesIn(schemas.platforms, tiered.data).map(({ path }) => path.join('.'))).toContain('tier.cite.0.source');
  });

  test('walks unions once, records of any key, and leaves out what is null or missing', () => {
    const either = z.union([z.strictObject({ to: refersTo('labs') }), z.strictObject({ to: refersTo('labs'), more: z.string() })]);
    expect(referencesIn(either, { to: 'one', more: 'x' })).toEqual([{ path: ['to'], value: 'one', refersTo: 'labs' }]);
    expect(referencesIn(z.record(z.string(), refersTo('rules')), { a: 'one' })).toEqual([{ path: ['a'], value: 'one', refersTo: 'rules' }]);
    const open = z.object({ to: refersTo('labs').nullable().optional(), list: z.array(refersTo('labs')).optional() });
    expect(referencesIn(open, { to: null })).toEqual([]);
    expect(referencesIn(open, { to: 'one', list: ['two'] }).map(({ value }) => value)).toEqual(['one', 'two']);
  });
});

describe('keysAt', () => {
  test('gives the keys of a record, of an item in a list, and of a citation in it', () => {
    expect(keysAt(schemas.milestones, [])).toContain('deliverables');
    expect(keysAt(schemas.milestones, ['needs', 3])).toEqual(['milestone', 'basis', 'why', 'cite']);
    expect(keysAt(schemas.milestones, ['needs', 3, 'cite', 0])).toEqual(['source', 'lines', 'commit', 'path', 'whole', 'absent']);
    expect(keysAt(schemas.platforms, ['tier'])).toEqual(['text', 'basis', 'why', 'cite']);
  });

  test('gives the keys of all kinds of a source, each once', () => {
    const keys = keysAt(schemas.sources, []);
    expect(keys).toEqual(expect.arrayContaining(['lineHashes', 'commits']));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('gives none where there is no object', () => {
    expect(keysAt(schemas.milestones, ['title'])).toEqual([]);
    expect(keysAt(schemas.milestones, ['title', 'more'])).toEqual([]);
    expect(keysAt(schemas.milestones, ['nothing', 0])).toEqual([]);
  });
});
