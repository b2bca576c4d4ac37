/**
 * Small errors, put one at a time into each model: its own properties and counts must notice eight of ten. What they do not notice is listed
 * with its reason in survivors.txt. (`engine/search/mutants.test.ts` is about errors in the engine.)
 */
import { describe, expect, test } from 'vitest';
import { mechanismIds } from '../mechanisms/registry.ts';
import { draw } from './draw.ts';
import { folderOf } from './mutable.ts';
import { mutantOf } from './mutant.ts';
import { noticeOf } from './noticing.ts';
import { readSurvivors, survivorsIn, UNKNOWN, withReasons } from './survivors.ts';
import { AT_LEAST, inWords, MUTANTS, trials } from './trial.ts';

const { changesOf, tryOut } = trials();
const listed = readSurvivors();
const whatToDo = 'npm run mutants -- --write lists them anew; then look at each, and say why';

describe.each(mechanismIds)('%s', (id) => {
  test('is noticed to be right where nothing was changed', async () => {
    expect(noticeOf(await mutantOf(folderOf(id), []))).toBeUndefined();
  });

  test('notices eight errors of ten, and what it does not is listed', async () => {
    const tried = await tryOut(id);
    const survivors = tried.filter(({ notice }) => !notice).map(({ change }) => inWords(change));
    expect(tried).toHaveLength(MUTANTS);
    expect(tried.length - survivors.length, survivors.join('\n')).toBeGreaterThanOrEqual(AT_LEAST);
    expect(survivors, whatToDo).toEqual([...(listed.get(id)?.keys() ?? [])]);
  });
});

test('every survivor that is listed is one of a model, and has a reason', () => {
  expect([...listed.keys()].filter((id) => !mechanismIds.includes(id))).toEqual([]);
  for (const reasons of listed.values()) for (const reason of reasons.values()) expect(reason).toMatch(/^[A-Z`].{20,}\.$/);
});

describe('errors', () => {
  const changes = changesOf('starina/channel');

  test('are in clauses, in effects and in the functions that these use, and nowhere else', () => {
    const names = ['hasRoom', 'peerOf', 'next', 'send', 'receive', 'receiveInVain', 'learnNoPeer', 'close'];
    expect(new Set(changes.map(({ where }) => where.split(',')[0]))).toEqual(new Set(names));
  });

  test('keep to the type of what they replace', () => {
    const names = changes.filter(({ kind, where }) => kind === 'another name' && where === 'close');
    expect(names.map(inWords)).toEqual([
      'close: by.open = false -> by.toldNoPeer = false',
      'close: by.toldNoPeer = false -> by.open = false',
    ]);
  });

  test('are drawn alike each time, otherwise by another seed, and never two of one piece', () => {
    const drawn = draw(changes, MUTANTS, 1);
    expect(draw(changes, MUTANTS, 1)).toEqual(drawn);
    expect(draw(changes, MUTANTS, 2)).not.toEqual(drawn);
    for (const one of drawn) expect(drawn.filter(({ start, end }) => start < one.end && end > one.start)).toEqual([one]);
  });

  test('that make a loop endless are noticed by an error', async () => {
    const endless = changes.find((it) => inWords(it) === 'close: while (by.arrived.length > 0) by.arrived.shift(); -> ;')!;
    const { file, start, end } = endless;
    const text = 'while (by.arrived.length >= 0) by.open = false;';
    expect(noticeOf(await mutantOf(folderOf('starina/channel'), [{ file, start, end, text }]))).toEqual({
      by: 'error',
      says: expect.stringContaining('A loop does not end.'),
    });
  });
});

test('a list keeps the reasons of survivors that are still there', () => {
  const before = survivorsIn('# remark\n\na/b\n  f: 1 -> 2\n    Because.\n  g: 3 -> 4\n    Why not.\n');
  expect(
    withReasons(
      new Map([
        ['a/b', ['g: 3 -> 4', 'h: 5 -> 6']],
        ['c/d', []],
      ]),
      before,
    ),
  ).toEqual(
    new Map([
      [
        'a/b',
        new Map([
          ['g: 3 -> 4', 'Why not.'],
          ['h: 5 -> 6', UNKNOWN],
        ]),
      ],
    ]),
  );
});
