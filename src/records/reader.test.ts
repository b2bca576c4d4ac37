/** Files in a temporary folder, and what the reader makes of them: entries, or problems that say where and what to do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describe as sentence } from './problem-text.ts';
import { readContent } from './reader.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'orrery-reader-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(root, 'src/content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The problems of a rule with this text, as a contributor reads them. */
function told(text: string, path = 'rules/orbit/orbit.turns.yaml'): string[] {
  write(path, text);
  const { problems, lineOf } = readContent(root);
  return problems.map((problem) => sentence(problem, lineOf(problem.file, problem.field)).replace(`src/content/${path}:`, ''));
}

const rule = `system: orbit
statement: It must turn.
modality: must
cite:
  - { source: orbit-readme, lines: [1, 1] }
checkedBy: []
`;

describe('a file that is sound', () => {
  test('becomes an entry whose id is its name, in whatever folder it lies', () => {
    write('rules/orbit/deep/orbit.turns.yaml', rule);
    const { entries, problems } = readContent(root);
    expect(problems).toEqual([]);
    expect(entries.rules).toEqual([
      {
        collection: 'rules',
        id: 'orbit.turns',
        file: 'src/content/rules/orbit/deep/orbit.turns.yaml',
        data: {
          system: 'orbit',
          statement: 'It must turn.',
          modality: 'must',
          cite: [{ source: 'orbit-readme', lines: [1, 1] }],
          checkedBy: [],
        },
      },
    ]);
  });

  test('stands in the order of the paths, beside nothing that an editor hides', () => {
    for (const name of ['b/orbit.b', 'a/orbit.c', 'b/orbit.a']) write(`rules/${name}.yaml`, rule);
    write('rules/.notes.txt', 'not a rule');
    expect(readContent(root).entries.rules.map(({ id }) => id)).toEqual(['orbit.c', 'orbit.a', 'orbit.b']);
  });

  test('may be a page of prose, which is kept as it was written, with what the checks look at', () => {
    const text = '---\ntitle: Orbit\ndescription: It turns.\n---\n\nIt turns.<Cite lines="1">turning</Cite>\n';
    write('docs/systems/orbit/index.mdx', text);
    const { prose, problems } = readContent(root);
    expect(problems).toEqual([]);
    expect(prose).toEqual([
      {
        file: 'src/content/docs/systems/orbit/index.mdx',
        address: '/systems/orbit/',
        text,
        content: {
          elements: [{ name: 'Cite', line: 6, attributes: new Map([['lines', '1']]) }],
          addresses: [],
          imports: [],
          code: [],
          paragraphs: [{ line: 6, hasEvidence: true }],
          statements: [
            {
              line: 6,
              text: 'It turns.',
              cites: [{ element: { name: 'Cite', line: 6, attributes: new Map([['lines', '1']]) }, note: 'turning' }],
            },
          ],
        },
      },
    ]);
  });
});

test('an empty project has no entries and no problems', () => {
  const { entries, prose, problems } = readContent(root);
  expect(Object.values(entries).flat()).toEqual([]);
  expect([...prose, ...problems]).toEqual([]);
});

describe('a file that is not sound', () => {
  test('is told its misspelt keys, each at its line and once', () => {
    expect(told(rule.replace('statement', 'statment').replace('modality', 'modalty'))).toEqual([
      "2  statment: 'statment' is not a key here\n    Did you mean 'statement'?",
      "3  modalty: 'modalty' is not a key here\n    Did you mean 'modality'?",
    ]);
  });

  test('is told the line of a key, not of what stands below it', () => {
    expect(told(rule.replace('cite:', 'cites:'))).toEqual(["4  cites: 'cites' is not a key here\n    Did you mean 'cite'?"]);
  });

  test('is told the keys of the place where none is near', () => {
    expect(told(rule.replace('lines: [1, 1] }', 'lines: [1, 1], colour: red }'))).toEqual([
      "5  cite[0].colour: 'colour' is not a key here\n    The keys here are source, lines, commit, path, whole, absent (src/schemas/rules.ts).",
    ]);
  });

  test('is told what is missing, at the line of what encloses it', () => {
    expect(told(rule.replace('modality: must\n', ''))).toEqual([
      '1  modality: this field is missing\n    Add it; src/schemas/rules.ts says what it means.',
    ]);
    expect(told(rule.replace('source: orbit-readme, ', ''))).toEqual([
      '5  cite[0].source: this field is missing\n    Add it; src/schemas/rules.ts says what it means.',
    ]);
  });

  test('is told the words that are allowed, and the one that was meant', () => {
    expect(told(rule.replace('modality: must', 'modality: mst'))).toEqual([
      "3  modality: 'mst' is not one of must, should, may, typical\n    Did you mean 'must'?",
    ]);
    expect(told(rule.replace('modality: must', 'modality: always'))[0]).toContain(
      'Write one of these words; src/schemas/rules.ts says what they mean.',
    );
  });

  test('is told that a text without quotes was read as a number', () => {
    expect(told(rule.replace('lines: [1, 1]', 'commit: 1234567, path: a'))).toEqual([
      '5  cite[0].commit: this is read as the number 1234567, and it is a text\n    Put it in quotes.',
    ]);
  });

  test('is told in a sentence of ours what a value must be', () => {
    expect(told(rule.replace('[1, 1]', '[2, 1]'))).toEqual([
      '5  cite[0].lines: the first line must not come after the last\n    Correct it; src/schemas/rules.ts says what is allowed.',
    ]);
    expect(told(rule.replace('modality', 'basis: unknown\nmodality'))[0]).toContain(
      'why: an inferred or unknown value needs a why\n    Add it;',
    );
  });

  test.each([
    ['cite:\n  - a: [1\n', /^\d+ {2}\(the whole file\): this is not YAML: .*\n {4}Correct the YAML; a text with a colon or a hash/],
    ['system: orbit\nsystem: orbit\n', /^2 {2}\(the whole file\): the key 'system' stands twice in one place/],
    ['system: orbit\nstatement: It turns: always.\n', /^2 {2}\(the whole file\): this is not YAML/],
  ])('is told where it is no YAML: %j', (text, says) => {
    const found = told(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(says);
  });

  test('is told that it is empty', () => {
    expect(told('')).toEqual([expect.stringMatching(/^1 {2}\(the whole file\): Invalid input: expected object, received null/)]);
  });

  test('does not keep the others from being read', () => {
    write('rules/orbit/orbit.sound.yaml', rule);
    expect(told(rule.replace('must\n', 'mus\n'))).toHaveLength(1);
    expect(readContent(root).entries.rules.map(({ id }) => id)).toEqual(['orbit.sound']);
  });
});

test('the line of a field is that of its key, and of an item of a list that of the item', () => {
  write('rules/orbit/orbit.turns.yaml', rule);
  const { lineOf } = readContent(root);
  const line = (...field: (string | number)[]) => lineOf('src/content/rules/orbit/orbit.turns.yaml', field);
  expect([line(), line('system'), line('cite'), line('cite', 0), line('cite', 0, 'lines', 1), line('checkedBy', 3, 'model')]).toEqual([
    1, 1, 4, 5, 5, 6,
  ]);
  expect(lineOf('src/content/nothing.yaml', ['system'])).toBe(1);
});
