import { describe, expect, it } from 'vitest';
import { commandOf, type Press } from './keyboard.ts';

const press = (key: string, more: Partial<Press> = {}) => commandOf({ key, modified: false, inList: false, onButton: false, ...more });

describe('keys inside the plate', () => {
  it('step, choose, play and help', () => {
    expect(press('ArrowLeft')).toEqual({ does: 'back' });
    expect(press('7')).toEqual({ does: 'digit', digit: 7 });
    expect(press(' ')).toEqual({ does: 'play' });
    expect(press('Delete')).toEqual({ does: 'strike' });
    expect(press('?')).toEqual({ does: 'help' });
  });

  it('leave letters, zero and shortcuts to the page', () => {
    for (const key of ['a', 'z', '/', '0', 'Tab', 'Enter', 'constructor']) expect(press(key)).toBeUndefined();
    expect(press('1', { modified: true })).toBeUndefined();
  });

  it('leave a focused control what it uses itself', () => {
    expect(press(' ', { onButton: true })).toBeUndefined();
    expect(press('ArrowLeft', { inList: true })).toBeUndefined();
    expect(press('Escape', { inList: true })).toEqual({ does: 'close' });
  });
});
