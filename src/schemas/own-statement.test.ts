/** What is published for editors refuses what the command refuses, but for what JSON Schema has no word for. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'astro/zod';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownStatement } from './own-statement.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const isValid = ajv.compile(z.toJSONSchema(ownStatement, { target: 'draft-2020-12' }));

const whole = {
  $schema: 'https://example.org/api/v1/schema/own-statement.json',
  system: 'kite',
  milestones: [
    { id: 'kite-1', state: 'complete', day: '2026-01-01', evidence: { path: 'docs/plan.md', lines: [3, 4] } },
    { title: 'Tail', state: 'partial', note: 'Half of it.', day: '2026-02-28', evidence: { link: 'https://example.org/plan#tail' } },
  ],
  platforms: [{ identifier: 'breeze', state: 'supported', day: '2026-01-01' }],
};

test('both take a statement', () => expect([isValid(whole), ownStatement.safeParse(whole).success]).toEqual([true, true]));

const values = fc.constantFrom<unknown>(
  ...[
    '',
    'kite',
    'partial',
    'unnamed',
    'dropped',
    '2026-02-30',
    '2026-02-28',
    'a/../b',
    '/a',
    'a b',
    'a#b',
    'https://a',
    'https://a.b/c?d',
  ],
  ...[0, 1, 1.5, null, true, [], [1], [1, 2], [1, 2, 3], [0, 1], {}, { link: 'https://a.b' }, { path: 'a', lines: [1, 1] }],
);
const places = ['', 'milestones.0', 'milestones.1', 'milestones.0.evidence', 'milestones.1.evidence', 'platforms.0'];
const names = ['$schema', 'system', 'milestones', 'platforms', 'id', 'title', 'identifier', 'state', 'day', 'note', 'evidence', 'path', 'lines', 'link', 'x']; // prettier-ignore

test('both take and both refuse what is made of it', () => {
  const change = fc.record({ place: fc.constantFrom(...places), name: fc.constantFrom(...names), value: fc.option(values) });
  let taken = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const made = JSON.parse(JSON.stringify(whole)) as object;
      for (const { place, name, value } of changes) {
        const at =
          place === '' ? made : place.split('.').reduce<unknown>((it, key) => (it as Record<string, unknown> | undefined)?.[key], made);
        if (typeof at !== 'object' || at === null || Array.isArray(at)) continue;
        if (value === null) delete (at as Record<string, unknown>)[name];
        else (at as Record<string, unknown>)[name] = value;
      }
      const isTaken = ownStatement.safeParse(made).success;
      if (isTaken) taken++;
      expect([isValid(made), made]).toEqual([isTaken, made]);
    }),
    { numRuns: 5_000, seed: 13 },
  );
  expect(taken).toBeGreaterThan(300);
});

test('lines from last to first are refused by the command alone', () => {
  const evidence = { path: 'docs/plan.md', lines: [4, 3] };
  const turned = { ...whole, milestones: [{ ...whole.milestones[0], evidence }] };
  expect([isValid(turned), ownStatement.safeParse(turned).success]).toEqual([true, false]);
});
