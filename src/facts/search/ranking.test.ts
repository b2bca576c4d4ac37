import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf } from './question.ts';
import { isNamed, nameScore, ranked, type Findings, type Named } from './ranking.ts';

let count = 0;
const hit = (title: string, more: Partial<Named> = {}): Named => ({
  address: `/${++count}/`,
  title,
  kind: 'Page',
  system: undefined,
  aliases: [],
  extent: 'page',
  ...more,
});
const none: Findings = { texts: new Map(), literal: new Map() };
const orderOf = (hits: readonly Named[], typed: string, findings: Partial<Findings> = {}): string[] =>
  ranked(hits, questionOf(typed), { ...none, ...findings }).map((it) => it.hit.title);

describe('a name', () => {
  const score = (title: string, typed: string, more: Partial<Named> = {}) => nameScore(hit(title, more), questionOf(typed)).score;

  test('meets best what is the same, then its stem, then its beginning', () => {
    expect(score('Scheduling', 'scheduling')).toBe(1);
    expect(score('Scheduling', 'scheduler ')).toBeLessThan(1);
    expect(score('Scheduling', 'sched')).toBeLessThan(score('Scheduling', 'scheduler '));
    expect(score('Scheduling', 'sched ')).toBe(0);
    expect(score('Memory', 'scheduling')).toBe(0);
  });
  test('with other words beside meets less', () => expect(score('The shape of Orbit', 'orbit')).toBeLessThan(score('Orbit', 'orbit')));
  test('meets by an alias', () => expect(score('Start with Orbit', 'getting started', { aliases: ['getting started'] })).toBe(1));
  test('may be two that meet a word each', () =>
    expect(nameScore(hit('Updates', { aliases: ['rollback'] }), questionOf('update rollback')).whole).toBe(true));
  test('of the system counts beside its own', () => {
    const boot = hit('Boot', { system: 'Orbit' });
    expect(nameScore(boot, questionOf('orbit boot')).whole).toBe(true);
    expect(nameScore(boot, questionOf('orbit')).score).toBeLessThan(0.2);
  });
  test('of the kind does, but a page fault is no page', () => {
    expect(nameScore(hit('Scheduler', { kind: 'Simulation' }), questionOf('scheduler simulation')).whole).toBe(true);
    expect(nameScore(hit('Fault'), questionOf('page fault')).whole).toBe(false);
  });
});

describe('the order', () => {
  test('has a part that is called so behind the page that tells of it, and before one that only names it', () => {
    const [told, part, names] = [hit('Storage'), hit('disk', { kind: 'Part', extent: 'summary' }), hit('Boot')];
    const texts = new Map([[0, 10], [2, 1]]); // prettier-ignore
    expect(orderOf([told, part, names], 'disk', { texts })).toEqual(['Storage', 'disk', 'Boot']);
  });

  const page = hit('Capabilities');
  const term = hit('revoke', { kind: 'Term', extent: 'record' });
  const rule = hit('Revoking must reach all', { kind: 'Rule', extent: 'record', id: 'orbit.revoke' });

  test('has a page that tells of something before a record that is called so', () => {
    expect(orderOf([term, rule, page], 'revoke', { texts: new Map([[0, 40], [1, 30], [2, 8]]) })[0]).toBe('Capabilities'); // prettier-ignore
  });
  test('has a record that is called so before a page that barely mentions it', () => {
    const other = hit('Networking');
    const texts = new Map([[0, 40], [1, 8], [2, 0.1]]); // prettier-ignore
    expect(orderOf([hit('revoke', { kind: 'Milestone', extent: 'summary' }), page, other], 'revoke', { texts })).toEqual([
      'revoke',
      'Capabilities',
      'Networking',
    ]);
  });
  test('has a single task as a record, unless it is called as was asked', () => {
    const task = hit('Grant and revoke from user mode', { kind: 'Task', id: 'orbit-grant', extent: 'summary' });
    const texts = new Map([[0, 8], [1, 8]]); // prettier-ignore
    expect(orderOf([task, page], 'revoke', { texts })[0]).toBe('Capabilities');
    expect(orderOf([task, page], 'grant and revoke in user mode', { texts })[0]).toBe('Grant and revoke from user mode');
  });
  test('has an exact id first', () => {
    expect(orderOf([page, term, rule], 'orbit.revoke')).toEqual(['Revoking must reach all']);
    const phase = hit('Phase 3: Storage', { kind: 'Milestone', id: 'orbit-phase-3', extent: 'summary' });
    expect(orderOf([hit('Orbit, phase 3'), phase], 'orbit-phase-3')[0]).toBe('Phase 3: Storage');
  });
  test('holds only the places of a name that is meant letter for letter', () => {
    expect(orderOf([page, term], 'make_img', { texts: new Map([[0, 5], [1, 5]]), literal: new Map([[1, 'text']]) })).toEqual(['revoke']); // prettier-ignore
  });
  test('has the text that says a name before the page that only cites it', () => {
    const literal = new Map([[0, 'citation'], [1, 'text']] as const); // prettier-ignore
    expect(orderOf([page, term], 'make_img', { literal })).toEqual(['revoke', 'Capabilities']);
  });
  test('has a system itself before what is told of it', () => {
    const system = hit('Orbit', { what: 'System', extent: 'summary' });
    expect(orderOf([hit('The shape of Orbit'), system], 'orbit', { texts: new Map([[0, 9]]) })[0]).toBe('Orbit');
  });
  test('is parted by the system that the reader is reading about', () => {
    const starts = ['A', 'B'].map((system) => hit(`Start with ${system}`, { system, kind: 'Start', aliases: ['build'] }));
    expect(orderOf(starts, 'build')[0]).toBe('Start with A');
    expect(orderOf(starts, 'build', { system: 'B' })[0]).toBe('Start with B');
  });
  test('leaves out what meets only some words, unless that is asked for', () => {
    const boot = hit('Boot of Orbit');
    expect(orderOf([boot], 'boot quickly')).toEqual([]);
    expect(orderOf([boot], 'boot quickly', { loose: true })).toEqual(['Boot of Orbit']);
  });

  test('is a total one: no hit is there twice, the scores fall', () => {
    const words = fc.constantFrom('boot', 'page', 'fault', 'table', 'Orbit', 'memory');
    const titles = fc.array(words, { minLength: 1, maxLength: 3 }).map((it) => it.join(' '));
    const extent = fc.constantFrom('page', 'summary', 'record') as fc.Arbitrary<Named['extent']>;
    const hits = fc.array(fc.record({ title: titles, extent }), { maxLength: 12 });
    fc.assert(
      fc.property(hits, titles, fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { maxLength: 12 }), (list, typed, scores) => {
        const all = list.map(({ title, extent: of }) => hit(title, { extent: of }));
        const texts = new Map(scores.slice(0, all.length).map((score, i) => [i, score]));
        const found = ranked(all, questionOf(typed), { ...none, texts });
        expect(new Set(found.map((it) => it.hit)).size).toBe(found.length);
        for (const at of texts.keys()) expect(found.map((it) => it.hit)).toContain(all[at]);
        for (let i = 1; i < found.length; i++) expect(found[i]!.score).toBeLessThanOrEqual(found[i - 1]!.score);
      }),
    );
  });
});

test('an identifier names a hit by its id or in its title', () => {
  expect(isNamed(hit('x', { id: 'Orbit.Turn' }), 'orbit.turn')).toBe('id');
  expect(isNamed(hit('build/make_img.c'), 'make_img')).toBe('title');
  expect(isNamed(hit('make_images'), 'make_img')).toBeUndefined();
});
