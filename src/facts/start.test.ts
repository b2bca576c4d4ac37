import { describe, expect, test } from 'vitest';
import { extras, olderCommands, placeholdersIn, startSteps, typed, type StartCommand } from './start.ts';
import { cited, system } from './entries.fixture.ts';

const command = (id: string, more: Partial<StartCommand> = {}): StartCommand => ({
  id,
  does: 'run',
  run: `make ${id}`,
  text: 'It runs.',
  asOf: '2026-01-02',
  cite: [cited()],
  ...more,
});
const startOf = (...commands: StartCommand[]) => ({ ...system().data.start, commands });
const runStep = (...commands: StartCommand[]) => startSteps(startOf(...commands)).find(({ does }) => does === 'run')!;

describe('the command of a step', () => {
  test('is the one that the record names, else the first that was found, else one that is documented, else the reason why there is none', () => {
    const [documented, found, later] = [command('a', { asOf: 'documented' }), command('b'), command('c')];
    expect(runStep(documented, found, { ...later, main: true }).main!.id).toBe('c');
    expect(runStep(documented, found, later)).toMatchObject({ main: { id: 'b' }, variants: [{ id: 'a' }, { id: 'c' }] });
    expect(runStep(documented).main!.id).toBe('a');
    expect(runStep(command('d', { run: null })).main!.id).toBe('d');
    expect(runStep().main).toBeUndefined();
  });

  test('is never one of another time, and those are kept', () => {
    const start = startOf(
      command('a', { older: true }),
      command('b'),
      command('c', { does: 'debug' }),
      command('d', { does: 'debug', older: true }),
    );
    expect(startSteps(start).flatMap(({ main, variants }) => [main, ...variants].map((it) => it?.id))).not.toContain('a');
    expect(extras(start).map(({ id }) => id)).toEqual(['c']);
    expect(olderCommands(start).map(({ id }) => id)).toEqual(['a', 'd']);
  });

  test('has real values in place of what stands for them', () => {
    const it = command('a', { run: 'zig build -Dboard=<BOARD>', fill: [{ is: '<BOARD>', values: ['pi4', 'pi3'], says: 'the board' }] });
    expect(typed(it)).toBe('zig build -Dboard=pi4');
    expect(typed(command('a', { run: null }))).toBeUndefined();
    expect(placeholdersIn('make <A b> {NAME} ${HOME} a<b {x}')).toEqual(['<A b>', '{NAME}']);
  });
});
