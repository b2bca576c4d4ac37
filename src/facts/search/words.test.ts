import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsName, identifierIn, identifiersIn, stemOf, tellingWords, wordsInName, wordsOf } from './words.ts';

test('words are small letters and digits, without accents', () => {
  expect(wordsOf('A/B update: Überblick, x86_64!')).toEqual(['a', 'b', 'update', 'uberblick', 'x86', '64']);
});

test('a question is its telling words, or all when none tells', () => {
  expect(tellingWords('How do I build it?')).toEqual(['build']);
  expect(tellingWords('what is this')).toEqual(['what', 'is', 'this']);
});

describe('a stem', () => {
  test.each([
    ['scheduler', 'scheduling'],
    ['capability', 'capabilities'],
    ['simulate', 'simulation'],
    ['revoke', 'revoking'],
    ['prism', 'prisms'],
    ['container', 'containers'],
    ['isolation', 'isolated'],
  ])('is the same for %s and %s', (one, other) => expect(stemOf(one)).toBe(stemOf(other)));

  test.each([
    ['internal', 'interval'],
    ['process', 'proceed'],
    ['page', 'pager'],
    ['bus', 'bu'],
  ])('tells %s from %s', (one, other) => expect(stemOf(one)).not.toBe(stemOf(other)));

  test('is a beginning of the word', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => word.startsWith(stemOf(word)) && stemOf(word) !== ''));
  });
});

describe('an identifier', () => {
  test.each(['make_img', '#![no_std]', '`sys_read()`', 'std::fs', 'Cargo.toml', 'x86_64'])(
    'that %s is can only be meant letter for letter',
    (it) => expect(identifierIn(it)?.isStrict).toBe(true),
  );
  test.each(['TCP/IP', 'RaspberryPi', 'themelios-phase-3', 'kernel/src', 'raspi-4'])('that %s is may be words', (it) =>
    expect(identifierIn(it)?.isStrict).toBe(false),
  );
  test.each(['revoke', 'round-robin', 'make img', 'OCI', 'v4', 'QEMU.', 'a_'])('is not in %s', (it) =>
    expect(identifierIn(it)).toBeUndefined(),
  );

  test('loses what stands around it', () => expect(identifierIn('`make_img()`')?.name).toBe('make_img'));
  test('that is two words written as one has both', () => expect(wordsInName('RaspberryPi')).toEqual(['raspberry', 'pi']));
  test('is found in a text, once', () =>
    expect(identifiersIn('See build/make_img.c, build/make_img.c and kernel::poll (not this).')).toEqual([
      'build/make_img.c',
      'kernel::poll',
    ]));
});

describe('a name holds another', () => {
  test.each([
    ['build/make_img.c', 'make_img', true],
    ['build/make_img.c', 'MAKE_IMG', true],
    ['make_images', 'make_im', false],
    ['themelios.capability.revoke', 'themelios.capability', true],
    ['themelios.capabilities', 'themelios.capability', false],
    ['remake_img', 'make_img', false],
  ])('%s, %s: %s', (name, sought, holds) => expect(holdsName(name, sought)).toBe(holds));
});
