import { describe, expect, it } from 'vitest';
import { chosenIn, queryFor } from './catalogue-filter.ts';

const known = (name: string, value: string) => `${name} ${value}` === 'system zos' || `${name} ${value}` === 'basis observed';

describe('the filters of the catalogue', () => {
  it('read a choice from an address, and ignore what the page does not know', () => {
    expect(chosenIn('?system=zos&basis=observed', known)).toEqual({ system: 'zos', basis: 'observed' });
    expect(chosenIn('?system=linux&colour=red', known)).toEqual({});
  });

  it('write a choice into an address beside what stands there', () => {
    expect(queryFor('', { system: 'zos' })).toBe('?system=zos');
    expect(queryFor('?a=1&system=zos', { basis: 'observed' })).toBe('?a=1&basis=observed');
    expect(queryFor('?system=zos', {})).toBe('');
  });
});
