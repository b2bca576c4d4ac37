import { describe, expect, it } from 'vitest';
import { headerOf } from './model-header.ts';

const source = `/**
 * A channel: a pair of ends.
 * Shows: handles that move;
 * and what is queued.
 * Leaves out: bytes.
 * Stands for: observed behaviour. \`x\` is that.
 */
const more = 1; /** not this */
`;

describe('the header of a model', () => {
  it('is a sentence and its named parts, each over several lines', () => {
    expect(headerOf(source, 'channel.ts')).toEqual({
      what: 'A channel: a pair of ends.',
      parts: [
        { name: 'Shows', says: 'handles that move; and what is queued.' },
        { name: 'Leaves out', says: 'bytes.' },
        { name: 'Stands for', says: 'observed behaviour. `x` is that.' },
      ],
    });
  });

  it('must be there', () => {
    expect(() => headerOf('const a = 1;', 'channel.ts')).toThrow('channel.ts');
  });
});
