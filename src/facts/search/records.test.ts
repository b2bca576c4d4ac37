import { describe, expect, test } from 'vitest';
import {
  architecture,
  cited,
  deliverable,
  drift,
  entriesOf,
  ground,
  milestone,
  platform,
  rule,
  system,
  task,
  term,
} from '../entries.fixture.ts';
import { recordHits } from './records.ts';

const named = (id: string) => ({ id, title: `Title of ${id}`, text: `Text of ${id}.`, cite: [cited()] });
const command = { id: 'build', does: 'build' as const, run: 'make', text: 'Builds it.', asOf: 'documented' as const, cite: [cited()] };

describe('recordHits', () => {
  test('titles a rule by its sentence, with its id, at its own address', () => {
    expect(recordHits(entriesOf(system(), rule('orbit.turns'))).filter(({ kind }) => kind === 'Rule')).toEqual([
      {
        address: '/rules/#orbit.turns',
        title: 'It must turn.',
        id: 'orbit.turns',
        text: 'orbit.turns',
        kind: 'Rule',
        system: 'Orbit',
        aliases: [],
        extent: 'record',
      },
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
    const found = recordHits(entriesOf(whole, built, milestone('orbit-1', { deliverables: [deliverable('wheel')] })));
    expect(found.map(({ kind, what, address }) => `${what ?? kind} ${address}`)).toEqual([
      'System /systems/orbit/',
      'Goal /systems/orbit/facts/#small',
      'Not a goal /systems/orbit/facts/#large',
      'Statement /systems/orbit/facts/#age',
      'Command /systems/orbit/start/#build',
      'Need /systems/orbit/start/#clang',
      'Contributing /systems/orbit/start/#patch',
      'Warning /systems/orbit/start/#gone',
      'Milestone /milestones/orbit-1/',
      'Deliverable /milestones/orbit-1/#wheel',
      'Part /systems/orbit/architecture/parts/kernel/',
      'Part /systems/orbit/architecture/parts/shell/',
      'Flow /systems/orbit/architecture/parts/#call',
      'Statement /systems/orbit/architecture/parts/#layers',
    ]);
    expect(found.every((it) => it.system === 'Orbit')).toBe(true);
    expect(found.filter(({ extent }) => extent === 'summary').map(({ address }) => address)).toEqual([
      '/systems/orbit/',
      '/milestones/orbit-1/',
      '/systems/orbit/architecture/parts/kernel/',
      '/systems/orbit/architecture/parts/shell/',
    ]);
  });

  test('finds a platform by what is typed for it, and a term by its aliases', () => {
    const board = platform('orbit-board', {
      identifiers: [{ name: '-M board', asOf: 'undated', cite: [cited()] }],
      covers: [{ name: 'Board 2', cite: [cited()] }],
      states: [{ asOf: 'undated', state: 'partial', note: 'No sound.', cite: [cited()] }],
    });
    const found = recordHits(entriesOf(system(), board, term('wheel', { aliases: ['ring'] })));
    const of = (kind: string) => found.find((it) => it.kind === kind)!;
    expect(of('Platform').aliases).toEqual(['-M board', 'Board 2']);
    expect(of('Platform').text).toContain('No sound.');
    expect(of('Term')).toMatchObject({ aliases: ['ring'], text: 'A word.' });
  });

  test('a command that the project does not name is found by its text, and a term belongs to no system', () => {
    const found = recordHits(
      entriesOf(
        system({ start: { needs: [], commands: [{ ...command, run: null }], contributing: [], beware: [], compared: '2026-02-01' } }),
        term('wheel'),
      ),
    );
    expect(found.find(({ what }) => what === 'Command')!.title).toBe('Builds it.');
    expect(found.find(({ kind }) => kind === 'Term')).toMatchObject({ system: undefined });
  });

  test('finds a task by what is missing and what one has to know', () => {
    const found = recordHits(entriesOf(system(), task('orbit-turn'))).find(({ kind }) => kind === 'Task')!;
    expect(found).toMatchObject({ address: '/tasks/orbit-turn/', id: 'orbit-turn', extent: 'summary' });
    expect(found.text).toContain('Knows: ');
  });

  test('no title has the marks of code', () => {
    const found = recordHits(entriesOf(system(), rule('orbit.a', { statement: 'It must call `turn`.' })));
    expect(found.find(({ kind }) => kind === 'Rule')!.title).toBe('It must call turn.');
  });

  test('no hit is without words, and no two lead to the same place', () => {
    const all = recordHits(
      entriesOf(...ground, platform('orbit-board'), drift('orbit-stop'), milestone('orbit-1'), rule('orbit.a'), term('a')),
    );
    expect(all).toHaveLength(8);
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
    for (const { title } of all) expect(title).not.toBe('');
  });
});
