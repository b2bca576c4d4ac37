import { describe, expect, test } from 'vitest';
import { architecture, cited, deliverable, drift, entriesOf, ground, milestone, platform, rule, system, term } from './entries.fixture.ts';
import { searchRecords } from './search-records.ts';

const named = (id: string) => ({ id, title: `Title of ${id}`, text: `Text of ${id}.`, cite: [cited()] });
const command = { id: 'build', does: 'build' as const, run: 'make', text: 'Builds it.', asOf: 'documented' as const, cite: [cited()] };

describe('searchRecords', () => {
  test('finds a rule by its sentence, at its own address', () => {
    expect(searchRecords(entriesOf(system(), rule('orbit.turns'))).filter(({ kind }) => kind === 'Rule')).toEqual([
      { address: '/rules/#orbit.turns', title: 'orbit.turns', text: 'It must turn.', kind: 'Rule', system: 'orbit', systemTitle: 'Orbit' },
    ]);
  });

  test('finds every item that has an address of its own', () => {
    const whole = system({
      goals: [named('small')],
      nonGoals: [named('large')],
      statements: [named('age')],
      start: {
        needs: [named('clang')],
        commands: [command],
        contributing: [named('patch')],
        beware: [named('gone')],
        compared: '2026-02-01',
      },
    });
    const built = architecture({
      flows: [{ id: 'call', title: 'A call', steps: [{ at: 'shell', text: 'It asks.', cite: [cited()] }], cite: [cited()] }],
      statements: [named('layers')],
    });
    const found = searchRecords(entriesOf(whole, built, milestone('orbit-1', { deliverables: [deliverable('wheel')] })));
    expect(found.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'System /systems/orbit/',
      'Goal /systems/orbit/#small',
      'Goal /systems/orbit/#large',
      'Statement /systems/orbit/#age',
      'Command /systems/orbit/start/#build',
      'Start /systems/orbit/start/#clang',
      'Start /systems/orbit/start/#patch',
      'Start /systems/orbit/start/#gone',
      'Milestone /milestones/orbit-1/',
      'Deliverable /milestones/orbit-1/#wheel',
      'Part /systems/orbit/architecture/parts/#kernel',
      'Part /systems/orbit/architecture/parts/#shell',
      'Flow /systems/orbit/architecture/parts/#call',
      'Statement /systems/orbit/architecture/parts/#layers',
    ]);
    expect(found.every((it) => it.systemTitle === 'Orbit')).toBe(true);
  });

  test('finds a platform by what is typed for it, and a term by its aliases', () => {
    const board = platform('orbit-board', {
      identifiers: [{ name: '-M board', asOf: 'undated', cite: [cited()] }],
      covers: [{ name: 'Board 2', cite: [cited()] }],
      states: [{ asOf: 'undated', state: 'partial', note: 'No sound.', cite: [cited()] }],
    });
    const found = searchRecords(entriesOf(system(), board, term('wheel', { aliases: ['ring'] })));
    const textOf = (kind: string) => found.find((it) => it.kind === kind)!.text;
    for (const words of ['-M board', 'Board 2', 'No sound.']) expect(textOf('Platform')).toContain(words);
    for (const words of ['ring', 'A word.']) expect(textOf('Term')).toContain(words);
  });

  test('a command that the project does not name is found by its text, and a term belongs to no system', () => {
    const found = searchRecords(
      entriesOf(
        system({ start: { needs: [], commands: [{ ...command, run: null }], contributing: [], beware: [], compared: '2026-02-01' } }),
        term('wheel'),
      ),
    );
    expect(found.find(({ kind }) => kind === 'Command')!.title).toBe('Builds it.');
    expect(found.find(({ kind }) => kind === 'Term')).toMatchObject({ system: undefined, systemTitle: undefined });
  });

  test('no hit is without words, and no two lead to the same place', () => {
    const all = searchRecords(
      entriesOf(...ground, platform('orbit-board'), drift('orbit-stop'), milestone('orbit-1'), rule('orbit.a'), term('a')),
    );
    expect(all).toHaveLength(8);
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
    for (const { title } of all) expect(title).not.toBe('');
  });
});
