import { describe, expect, it } from 'vitest';
import { machine } from '../../engine/checker.ts';
import { runs as capabilitySpaceRuns } from '../../mechanisms/themelios/capability-space/runs.ts';
import { runs as auditLogRuns } from '../../mechanisms/themelios/audit-log/runs.ts';
import { blamed, bounds, counted, deed, ending, faultDoc, parameterWord, narrate, phrase } from './narrate.ts';
import { spaced } from '../../drawing/words.ts';
import { logOf, trace } from './trace.ts';

const told = (name: string) => {
  const scenario = capabilitySpaceRuns.scenarios[name]!;
  const m = machine(capabilitySpaceRuns, scenario.with);
  return { m, frames: trace(m, logOf(m, scenario.steps)) };
};

describe('what the player says', () => {
  it('says a step in the sentence of the model', () => {
    expect(narrate(told('narrowing').frames[1]!)).toEqual({
      strong: 'insert.',
      rest: 'The kernel puts a capability with read and grant into slot 0.',
    });
  });

  it('says a refusal with the action first and the sentence that failed', () => {
    expect(narrate(told('narrowing').frames[2]!)).toEqual({
      strong: 'grant is refused.',
      rest: 'From slot 0 to slot 1, read and write. It needs: no right is added.',
    });
  });

  it('says how a scenario ends', () => {
    expect(ending(told('narrowing').frames).word).toBe('refused');
    expect(ending(told('orphan').frames)).toEqual({ word: 'violated', says: 'This no longer holds: revoke reaches every descendant.' });
    expect(ending(told('orphan').frames.slice(0, 3)).word).toBe('holds');
  });

  it('reads an argument that is named by a preposition with its name', () => {
    expect(phrase({ label: 'slot 0, slot 1, read', args: { from: 0, to: 1, some: ['read'] } })).toBe('from slot 0 to slot 1, read');
    expect(phrase({ label: 'slot 0', args: { it: 0 } })).toBe('slot 0');
    expect(phrase({ label: '', args: {} })).toBe('');
  });

  it('says a preposition once', () => {
    expect(deed({ action: 'switchTo', label: 'task 2', args: { to: 2 } })).toBe('switch to task 2');
    expect(deed({ action: 'grant', label: 'slot 0', args: { to: 0 } })).toBe('grant to slot 0');
    expect(deed({ action: 'tick', label: '', args: {} })).toBe('tick');
  });

  it('says which part of a state breaks a rule', () => {
    const part = (says: string | undefined, rows: number) => ({
      rule: 'a rule',
      parts: [
        { by: 'some' as const, kind: 'slot', rows: Array.from({ length: rows }, (_, index) => ({ kind: 'slot', index, parts: [] })) },
      ],
      says,
    });
    expect(blamed(part('slot 0 and slot 1', 2))).toBe('It fails at slot 0 and slot 1.');
    expect(blamed(part('no slot', 0))).toBe('It needs one, and there is no slot.');
    expect(blamed(undefined)).toBe('It does not hold in this state.');
  });

  it('says how often a fault with a budget may happen', () => {
    const faults = { loses: { doc: 'A message is lost.', times: 2 }, keeps: 'A lock is kept.' };
    const mechanism = { ...capabilitySpaceRuns, faults };
    expect(['loses', 'keeps', 'isGone'].map((name) => faultDoc(mechanism, name))).toEqual([
      'A message is lost (at most twice)',
      'A lock is kept',
      'Is gone',
    ]);
  });

  it('says what was struck out', () => {
    const { frames } = told('orphan');
    const struck = { instance: 1, action: 'grant', says: '', label: 'slot 0, slot 1', args: { from: 0, to: 1 } };
    expect(narrate({ ...frames[0]!, struck })).toEqual({
      strong: 'grant is struck out.',
      rest: 'From slot 0 to slot 1. What follows is replayed without it.',
    });
  });

  it('says the bounds, what is broken on purpose, and what is left out', () => {
    const { m } = told('orphan');
    expect(bounds({ ...m, mechanism: { ...m.mechanism, about: { ...m.mechanism.about, leavesOut: 'the rest' } } })).toBe(
      'It is the model that is checked, within these bounds: slots 3, reuses of a slot 1, and broken on purpose: \u201cRevoke stops at the children\u201d. It leaves out the rest.',
    );
  });

  it('says a parameter that can only be 0 or 1 as yes or no', () => {
    expect(parameterWord({ least: 0, most: 1, default: 0 }, 1)).toBe('yes');
    expect(parameterWord({ least: 0, most: 1, default: 0 }, 0)).toBe('no');
    expect(parameterWord({ least: 0, most: 2, default: 0 }, 1)).toBe('1');
    expect(bounds(machine(auditLogRuns))).toContain('chained by digests (no).');
  });

  it('counts', () => {
    expect(counted(1, 'step')).toBe('1 step');
    expect(counted(539490, 'transition')).toBe('539,490 transitions');
    expect(spaced('grantsMore')).toBe('grants more');
  });
});
