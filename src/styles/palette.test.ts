import { expect, test } from 'vitest';
import { customProperties, palette } from './palette.ts';

const css = `/* --ink: #000000; */
:root,
::backdrop { --ink: #e9e6dc; /* text */ --state: var(--ink); }
:root[data-theme='light'],
[data-theme='light'] ::backdrop { --ink: #132029; }`;

test('the properties of a rule are read, and comments are not', () => {
  expect(customProperties(css, ':root')).toEqual({ ink: '#e9e6dc', state: 'var(--ink)' });
});

test('a token that names another has its value, in each theme', () => {
  expect([palette(css, 'dark')('state'), palette(css, 'light')('state')]).toEqual(['#e9e6dc', '#132029']);
  expect(() => palette(css, 'dark')('brass')).toThrow('tokens.css has no --brass');
});

test('an accent is the one of the theme, and ink where a system has none', () => {
  const accents = '/* .a { --accent-on-ink: #000000 } */ .orbit { --accent-on-paper: #111111; --accent-on-ink: #eeeeee; }';
  expect([palette(css, 'dark', accents)('accent-orbit'), palette(css, 'light', accents)('accent-orbit')]).toEqual(['#eeeeee', '#111111']);
  expect([palette(css, 'dark', accents)('accent-a'), palette(css, 'light')('accent-constructor')]).toEqual(['#e9e6dc', '#132029']);
});
