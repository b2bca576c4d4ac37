import { describe, expect, test } from 'vitest';
import { textsOfPage } from '../records/page-texts.ts';
import { readContent } from '../records/reader.ts';
import { entriesOf, ground, rule, term } from './entries.fixture.ts';
import { sentencesOf, textsOfRecords, withoutForeign, type OwnText } from './prose-lint/own-text.ts';
import { mostWords } from './prose-lint/sentences.ts';
import { proseProblems } from './prose-lint.ts';

const entries = entriesOf(...ground, term('zinit'), term('node'));
const told = (text: string, kind: OwnText['kind'] = 'sentences'): string[] =>
  proseProblems(entries, [{ file: 'a.mdx', field: ['paragraph'], line: 3, kind, text: withoutForeign(text) }]).map(({ says }) => says);
const sentence = (words: number): string => `Of ${Array.from({ length: words - 1 }, (_, nth) => `word${nth}`).join(' ')}.`;

describe('words', () => {
  test.each([
    ['It is a powerful kernel.', 'powerful'],
    ['A lightning fast boot.', 'lightning fast'],
    ['Simply run it.', 'Simply'],
    ['It is just a loop.', 'just a'],
    ['Read it in order to know.', 'in order to'],
    ['It utilizes the bus.', 'utilizes'],
    ['There are various ways.', 'various'],
    ['Locks, queues, etc.', 'etc'],
    ['Locks and so on.', 'and so on'],
    ['It allows you to stop.', 'allows you to'],
    ['It is able to stop.', 'is able to'],
  ])('are found with what to write: %s', (text, word) => {
    expect(told(text).filter((it) => it.includes('plain prose'))).toEqual([`'${word}' is a word that plain prose does without`]);
  });

  test.each([
    'A handle that was just inserted.',
    'Below /etc/passwd, and lib and etc are folders.',
    'A number of 16 bits, and rather than two, three.',
    'The comment says “simply powerful”, and the flag is `--just-a-test`.',
    'It is not a robustness test.',
  ])('are not found where they are meant otherwise, quoted or code: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('sentences', () => {
  test('that are too long are found, and parts of a text are counted alone', () => {
    expect(told(sentence(mostWords))).toEqual([]);
    expect(told(`${sentence(mostWords)} ${sentence(3)}`)).toEqual([]);
    expect(told(sentence(mostWords + 1))[0]).toMatch(/^a sentence of 41 words: 'Of word0/);
    expect(told(sentence(mostWords + 1), 'clause')).toEqual([]);
  });

  test('end at a mark and a blank, and not in a name or an abbreviation', () => {
    expect(sentencesOf('One is v4.1 of a.b. Two? It is “so.” Three').map(({ text }) => text)).toEqual([
      'One is v4.1 of a.b.',
      'Two?',
      'It is “so.”',
      'Three',
    ]);
    expect(sentencesOf('See e.g. one.')).toHaveLength(1);
  });

  test('begin with a capital, unless with a name', () => {
    expect(told('It turns. it stops.')).toEqual(["a sentence begins small: 'it stops.'"]);
    expect(told('It turns. zinit starts. `a` stops. kernel/src holds. make_it runs. zinit’s end.')).toEqual([]);
    expect(told('small at first')).toEqual([]);
  });

  test.each([
    ['It turns the the wheel.', "a word stands twice: 'It turns the the wheel.'"],
    ['It turns , it stops.', "a blank stands before a mark: 'It turns , it stops.'"],
    ['It turns -- it stops.', "two hyphens stand for a dash: 'It turns -- it stops.'"],
    ['It turns... It stops.', "three full stops: 'It turns... It stops.'"],
    ['It  turns.', "two blanks in a row: 'It  turns.'"],
    ['The behavior of a color.', "'behavior' is American spelling"],
    ['It initializes.', "'initializes' is American spelling"],
  ])('have no slips: %s', (text, found) => {
    expect(told(text)).toContain(found);
  });

  test.each([
    'The size is resized by a prize.',
    'It had, had it not.',
    'A citizen of horizon.',
    'ButtonSize and the .gitignore.',
    'Call `a -- b...`.',
  ])('have none where none is: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('say how an American word is written here', () => {
    const fixes = proseProblems(entries, [
      { file: 'a', field: [], kind: 'clause', text: 'Behaviors, centers, serialization and labeled grays.' },
    ]);
    expect(fixes.map(({ fix }) => fix).toSorted()).toEqual(
      ['Behaviours', 'centres', 'greys', 'labelled', 'serialisation'].map((word) => `Write '${word}'.`),
    );
  });
});

describe('titles', () => {
  const running: OwnText = { file: 'a', field: [], kind: 'sentences', text: 'The boot loader of Limine loads the kernel.' };
  const titled = (text: string) => proseProblems(entries, [running, { file: 'a', field: [], kind: 'title', text }]).map(({ says }) => says);
  test('have no full stop, and capitals for names alone', () => {
    expect(titled('How Limine loads it')).toEqual([]);
    expect(titled('How the Kernel Boots with GRUB')).toEqual(["'Kernel' is written large in the title 'How the Kernel Boots with GRUB'"]);
    expect(titled('It turns.')).toEqual(["the title 'It turns.' ends in a full stop"]);
    expect(titled('Why?')).toEqual([]);
  });
});

test('the fields of a record that are written for a reader are looked at, and no id or citation of a line', () => {
  const fields = textsOfRecords(entriesOf(rule('orbit.turns'))).map(({ field, kind }) => [field.join('.'), kind]);
  expect(fields).toEqual([['statement', 'sentences']]);
});

test('a page is read block by block, without its code, and a citation by itself', () => {
  const text =
    '---\ntitle: A page\ndescription: What it is.\n---\n\n## Two\n\nIt `turns`.<Cite lines="1">a wheel</Cite>\n\n```sh\nsimply\n```\n';
  const page = { file: 'p.mdx', address: '/p/', text, content: {} as never };
  expect(textsOfPage(page).map(({ line, field, text: said }) => [line, field[0], said])).toEqual([
    [1, 'title', 'A page'],
    [1, 'description', 'What it is.'],
    [6, 'heading', 'Two'],
    [8, 'paragraph', 'It ``.'],
    [8, '<Cite>', 'a wheel'],
  ]);
});

test('the prose of this site has none of it', () => {
  const content = readContent(process.cwd());
  expect(proseProblems(content.entries, [...textsOfRecords(content.entries), ...content.prose.flatMap(textsOfPage)])).toEqual([]);
});
