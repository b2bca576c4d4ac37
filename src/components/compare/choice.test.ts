import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenIn, orderOf, queryFor, says } from './choice.ts';

const known = ['violetos', 'starina', 'zos', 'avyos', 'themelios'];

describe('what an address chooses', () => {
  test('keeps the order of the address, and each system once', () => {
    expect(chosenIn('?systems=themelios,violetos,themelios', known)).toEqual(['themelios', 'violetos']);
  });
  test('leaves out what nobody knows', () => {
    expect(chosenIn('?systems=minix,zos', known)).toEqual(['zos']);
    expect(chosenIn('?systems=', known)).toEqual([]);
    expect(chosenIn('?other=zos', known)).toEqual([]);
  });
});

describe('the address of a choice', () => {
  test('reads as it is written, with what else stood there', () => {
    expect(queryFor('', ['zos', 'avyos'])).toBe('?systems=zos,avyos');
    expect(queryFor('?x=1&systems=zos', ['avyos'])).toBe('?systems=avyos&x=1');
    expect(queryFor('?systems=zos', [])).toBe('');
  });
  test('says the same when it is read again', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(known), (chosen) => {
        expect(chosenIn(queryFor('?q=a', chosen), known)).toEqual(chosen);
      }),
    );
  });
});

test('columns stand in the order of the choice, and the others behind it in their own', () => {
  expect(orderOf(['zos', 'violetos'], known)).toEqual(['zos', 'violetos', 'starina', 'avyos', 'themelios']);
  expect(orderOf([], known)).toEqual(known);
});

test('what a choice shows is said', () => {
  expect(says([])).toBe('All systems are shown.');
  expect(says(['Starina'])).toBe('Starina alone. Choose another to compare it with.');
  expect(says(['Starina', 'avyos', 'violetOS'])).toBe('Starina, avyos and violetOS, side by side.');
});
