/** The reference is whole: every export is told, by its doc comment, with its fields, and with an example that uses it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageReference } from './language-reference.ts';
import { declarationsOf } from './model-types.ts';
import { referenceGroups } from '../../components/new-model/reference.ts';
import { examples } from '../../components/new-model/texts.ts';

const language = languageReference(declarationsOf(join(import.meta.dirname, '../../engine/language.ts'), '/engine'));
const groups = referenceGroups(language);
const entries = groups.flatMap((group) => group.entries);
const sentences = /^[A-Z`'].*[.:)]$/s;

test('every export of the language is told', () => {
  expect(language.exports.length).toBeGreaterThan(40);
  expect(language.exports.filter((name) => !entries.some((it) => it.name === name))).toEqual([]);
});

test('every field of an action and of a model is told', () => {
  const told = new Set(entries.flatMap(({ name, parts }) => [name, ...parts.map((it) => it.name)]));
  for (const of of ['ActionSpec', 'Model', 'Leads', 'Scenario', 'Runs', 'DroppingFault', 'CountedFault', 'QueueValue', 'Members'])
    expect(
      language.declared[of]!.parts.map(({ name }) => name).filter((name) => !told.has(name)),
      of,
    ).toEqual([]);
});

describe.each(entries.map((entry) => [entry.name, entry] as const))('%s', (name, { says, parts, example, form }) => {
  test('has a doc comment, and so have its fields and methods', () => {
    expect(says).toMatch(sentences);
    for (const part of parts) expect(part.says, part.form).toMatch(sentences);
    expect(form.length).toBeLessThan(120);
  });

  test('is used by its example', async () => {
    expect(Object.keys(examples)).toContain(example);
    const code = (await examples[example]!()).replace(/^\/\*\*.*?\*\/\n/s, '');
    const uses = { orderedTable: /orderedTable\(/, Fault: /faults: \{/, Expected: /expect: \[/ }[name] ?? new RegExp(`\\b${name}\\b`);
    expect(code).toMatch(uses);
  });
});

test('the fields of a record that is taken are used by some example', async () => {
  const all = (await Promise.all(Object.values(examples).map((load) => load()))).join('\n');
  const unused = entries.flatMap(({ parts }) => parts.map((it) => it.name)).filter((name) => !new RegExp(`\\b${name}\\b`).test(all));
  expect(unused).toEqual([]);
});

test('every example belongs to a part, and begins with what it shows', async () => {
  const used = new Set(entries.map((it) => it.example));
  expect(Object.keys(examples).filter((name) => !used.has(name))).toEqual([]);
  for (const [name, load] of Object.entries(examples)) expect(await load(), name).toMatch(/^\/\*\*\s[^@]+\.\s*\*\/\nimport /);
});

test('no two parts have the same place in the page', () => {
  const slugs = entries.map(({ slug }) => slug);
  expect(slugs.filter((slug, i) => slugs.indexOf(slug) !== i)).toEqual([]);
});
