import { describe, expect, it } from 'vitest';
import { commandOf, type Press } from './keyboard.ts';

const press = (key: string, more: Partial<Press> = {}) => commandOf({ key, modified: false, inList: false, onButton: false, ...more });

describe('keys inside the player', () => {
  it('step, choose, play and help', () => {
    expect(press('ArrowLeft')).toEqual({ do: 'back' });
    expect(press('7')).toEqual({ do: 'digit', digit: 7 });
    expect(press(' ')).toEqual({ do: 'play' });
    expect(press('Delete')).toEqual({ do: 'skip' });
    expect(press('?')).toEqual({ do: 'help' });
  });

  it('P10: lead to the check and to each part', () => {
    expect(['c', 'l', 'p', 'g', 'b', 's'].map((key) => press(key))).toEqual(
      ['check', 'share', 'properties', 'goals', 'faults', 'run'].map((area) => ({ do: 'part', area })),
    );
    expect(press('c', { inList: true })).toBeUndefined();
  });

  it('leave other letters, zero and shortcuts to the page', () => {
    for (const key of ['a', 'z', '/', '0', 'Tab', 'Enter', 'constructor']) expect(press(key)).toBeUndefined();
    expect(press('1', { modified: true })).toBeUndefined();
  });

  it('leave a focused control what it uses itself', () => {
    expect(press(' ', { onButton: true })).toBeUndefined();
    expect(press('ArrowLeft', { inList: true })).toBeUndefined();
    expect(press('Escape', { inList: true })).toEqual({ do: 'close' });
  });
});
