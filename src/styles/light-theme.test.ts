import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lightTheme } from './light-theme.ts';

test('it is the whole rule, without comments', () => {
  const tokens =
    ":root { --ink: #fff; }\n:root[data-theme='light'],\n[data-theme='light'] p {\n  color-scheme: light; /* a } */\n  --ink: #000;\n}";
  expect(lightTheme(tokens)).toBe('color-scheme: light; --ink: #000;');
});

test('the tokens have one, with the scheme that fields and scroll bars follow', () => {
  const found = lightTheme(readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8'));
  expect(found).toMatch(/^color-scheme: light; --ground: #/);
  expect(found).not.toMatch(/[{}<]/);
});

test('tokens without one are refused', () => {
  expect(() => lightTheme(':root { --ink: #fff; }')).toThrow('no rule for');
});
