import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descriptionLength, pageDescription, pageName } from './page-words.ts';

const { least, most } = descriptionLength;

test.each([
  ['/systems/orbit/architecture/boot/', 'Boot', 'Orbit', 'Boot, Orbit'],
  ['/systems/orbit/architecture/', 'The shape of orbit', 'Orbit', 'The shape of orbit'],
  ['/simulations/orbit/boot/', 'Boot', 'Orbit', 'Boot, a simulation of Orbit'],
  ['/systems/orbit/architecture/parts/boot/', 'Boot', 'Orbit', 'Boot, a part of Orbit'],
  ['/systems/orbit/milestones/', 'Milestones of Orbit', 'Orbit', 'Milestones of Orbit'],
  ['/sources/orbit-milestones/', 'Milestones of Orbit', 'Orbit', 'Milestones of Orbit, a source'],
  ['/sources/orbit-bus/', 'Message bus', 'Orbit', 'Message bus, a source on Orbit'],
  ['/sources/', 'Sources', undefined, 'Sources'],
  ['/rules/', 'Rules', undefined, 'Rules'],
])('%s, %s of %s, is called %s', (page, title, system, name) => {
  expect(pageName(page, title, system)).toBe(name);
});

describe('a description', () => {
  test('is the lead, when that has the length', () => {
    const lead = 'How Orbit turns, what it needs for that, and what stops it again.';
    expect(pageDescription(lead, 'Turning')).toBe(lead);
  });

  test('begins with the name of the page when the lead is short', () => {
    expect(pageDescription('Boards that violetOS aims at or runs on.', 'Raspberry Pi 4, violetOS')).toBe(
      'Raspberry Pi 4, violetOS. Boards that violetOS aims at or runs on.',
    );
  });

  test('says whose it is when that is short too', () => {
    expect(pageDescription('A shell.', 'Item 9')).toBe('Item 9. A shell. From Orrery: operating systems, documented from cited facts.');
    expect(pageDescription('', 'Rules')).toBe('Rules. From Orrery: operating systems, documented from cited facts.');
  });

  test('keeps whole sentences of a long lead, where these say enough', () => {
    const first = 'The first sentence of this lead says what the page is about. The second adds to it.';
    expect(pageDescription(`${first} ${'And a third goes on '.repeat(5)}.`, 'Turning')).toBe(first);
  });

  test('ends behind a word and says that it goes on, where the first sentence alone is too long', () => {
    const cut = pageDescription(`Short. ${'several words, '.repeat(20)}`, 'Turning');
    expect(cut).toMatch(/^Short\. several words, .*[a-z]…$/);
    expect(cut).toMatch(/(several|words)…$/);
  });

  test('shows no backtick', () => {
    expect(pageDescription('What `make_img` does, and what the image holds when it has been made.', 'Images')).not.toContain('`');
  });

  test('has the length that is asked for, whatever the lead and the name are', () => {
    const sentence = fc.array(fc.string({ maxLength: 14 }), { maxLength: 30 }).map((words) => `${words.join(' ')}.`);
    const lead = fc.array(sentence, { maxLength: 8 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(lead, fc.string({ minLength: 1, maxLength: 80 }), (text, name) => {
        const { length } = [...pageDescription(text, name)];
        expect(length).toBeGreaterThanOrEqual(least);
        expect(length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
