/** The codec gives back what it was given, writes the standard's own examples, and refuses what it does not know. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, type Value } from './cbor.ts';

const values = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(fc.nat(0xffffffff), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(tie('value'), { maxLength: 30 })),
})).value;
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('the codec', () => {
  test('gives back every value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(decode(encode(value))).toEqual(value);
      }),
    );
  });

  test.each<[string, Value]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['18ff', 255],
    ['190100', 256],
    ['19ffff', 65535],
    ['1a00010000', 65536],
    ['1affffffff', 4294967295],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['62c3bc', 'ü'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
  ])('writes and reads %s, an example of RFC 8949', (hex, value) => {
    expect(encode(value).toString('hex')).toBe(hex);
    expect(decode(bytes(hex))).toEqual(value);
  });

  test.each([
    ['20', /type 1 at byte 0/], // -1
    ['4101', /type 2 at byte 0/], // bytes
    ['81a0', /type 5 at byte 1/], // a map in an array
    ['f6', /type 7 at byte 0/], // null
    ['9fff', /length of kind 31 at byte 0/], // an array without a length
    ['1b0000000100000000', /length of kind 27 at byte 0/],
    ['0000', /goes on after its value, at byte 1/],
    ['8201', /ends at byte 2, within a value/],
    ['634142', /ends at byte 3, within a value/],
    ['19ff', /ends at byte 2, within a value/],
    ['', /ends at byte 0, within a value/],
  ])('refuses %s with a sentence', (hex, sentence) => {
    expect(() => decode(bytes(hex))).toThrow(sentence);
  });

  test('refuses a number that it cannot write', () => {
    for (const value of [-1, 0.5, 2 ** 32]) expect(() => encode(value)).toThrow(/not a whole number below 2\^32/);
  });
});
