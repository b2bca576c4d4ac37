import { expect, test } from 'vitest';
import { failures } from './failures.mjs';

const of = (title: string, status: string, ...messages: string[]) => ({
  title,
  tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
});
const report = {
  suites: [
    {
      title: 'a.spec.ts',
      specs: [of('holds', 'expected')],
      suites: [
        {
          title: 'offline',
          specs: [of('is checked', 'unexpected', '\u001B[31mError\u001B[39m: not found', 'again'), of('is kept', 'flaky', 'late')],
        },
      ],
    },
  ],
};

test('a test that failed is named with its file and its first error, in plain letters', () => {
  expect(failures(report)).toContain('Failed: a.spec.ts › offline › is checked\n    Error: not found\n');
});

test('one that passed at the second try is told as such, and one that passed is not', () => {
  expect(failures(report)).toContain('Passed at the second try only: a.spec.ts › offline › is kept\n    late\n');
  expect(failures(report)).not.toContain('holds');
});

test('a long error is told by its beginning, and one without words all the same', () => {
  const long = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
  expect(failures({ suites: [{ title: 'b', specs: [of('x', 'unexpected', long)] }] }).split('\n').length).toBeLessThan(20);
  expect(failures({ suites: [{ title: 'b', specs: [of('x', 'unexpected')] }] })).toContain('It said nothing.');
});
