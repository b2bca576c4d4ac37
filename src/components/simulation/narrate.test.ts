import { describe, expect, it } from 'vitest';
import { machine } from '../../engine/machine.ts';
import { capabilitySpace } from '../../models/themelios/capability-space.ts';
import { bounds, counted, ending, narrate, phrase, spaced } from './narrate.ts';
import { logOf, trace } from './trace.ts';

const told = (name: string) => {
  const scenario = capabilitySpace.model.scenarios[name]!;
  const m = machine(capabilitySpace, scenario.with);
  return { m, beats: trace(m, logOf(m, scenario.steps)) };
};

describe('what the player says', () => {
  it('says a step in the sentence of the model', () => {
    expect(narrate(told('narrowing').beats[1]!)).toEqual({
      strong: 'insert.',
      rest: 'The kernel puts a capability with read and grant into slot 0.',
    });
  });

  it('says a refusal with the verb first and the sentence that failed', () => {
    expect(narrate(told('narrowing').beats[2]!)).toEqual({
      strong: 'grant is refused.',
      rest: 'From slot 0 to slot 1, read and write. It needs: no right is added.',
    });
  });

  it('says how a scenario ends', () => {
    expect(ending(told('narrowing').beats).word).toBe('refused');
    expect(ending(told('orphan').beats)).toEqual({ word: 'violated', says: 'This no longer holds: revoke reaches every descendant.' });
    expect(ending(told('orphan').beats.slice(0, 3)).word).toBe('holds');
  });

  it('reads an argument that is named by a preposition with its name', () => {
    expect(phrase({ label: 'slot 0, slot 1, read', args: { from: 0, to: 1, some: ['read'] } })).toBe('from slot 0 to slot 1, read');
    expect(phrase({ label: 'slot 0', args: { it: 0 } })).toBe('slot 0');
    expect(phrase({ label: '', args: {} })).toBe('');
  });

  it('says the bounds, what is broken on purpose, and what is left out', () => {
    const { m } = told('orphan');
    expect(bounds(m, { knobs: { slots: 'Slots' }, leavesOut: 'the rest' })).toBe(
      'It is the model that is checked, within these bounds: slots 3, reuses 1, and broken on purpose: \u201cRevoke stops at the children\u201d. It leaves out the rest.',
    );
  });

  it('counts', () => {
    expect(counted(1, 'step')).toBe('1 step');
    expect(counted(539490, 'transition')).toBe('539,490 transitions');
    expect(spaced('grantsMore')).toBe('grants more');
  });
});
