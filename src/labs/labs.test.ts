/** Every lab: its solution passes, doing nothing fails, and each wrong answer fails with a run that can be played and a next step. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, machine } from '../engine/checker.ts';
import { readContent } from '../records/reader.ts';
import { labKinds, type Lab } from '../schemas/labs.ts';
import { drawnRun, emptyAnswers, wrongAnswers } from './answers.fixture.ts';
import { beginningOf, followed } from './beginning.ts';
import { isReached, shortestTo } from './goals.ts';
import { grade } from './grade.ts';
import { answerIn, withAnswer, withHole } from './hole.ts';
import { held } from './log.ts';
import { groundOf } from './node-ground.ts';
import { rightChoices } from './predict.ts';
import { solutionOf } from './solution.ts';
import type { Ground, Play, Wrong } from './verdict.ts';

const { entries } = readContent(join(import.meta.dirname, '../..'));
const labs = entries.labs.map(({ id, data }) => ({ id, lab: data }));
const byId = new Map<string, Lab>(labs.map(({ id, lab }) => [id, lab]));

/** All steps of a run that is shown can be done, but perhaps for the last. */
async function isPlayable({ text, settings, path }: Play, { mechanism, code }: Ground): Promise<boolean> {
  const m = machine(mechanism, settings);
  const { refused } = text === undefined ? followed(m, begin(m), path) : await code!.bench.replay(text, settings, path);
  return refused === undefined || refused.step === path.length - 1;
}

async function graded(lab: Lab, answer: Parameters<typeof grade>[1], ground: Ground): Promise<Wrong> {
  const verdict = await grade(lab, answer, ground);
  expect(verdict, JSON.stringify(answer)).toMatchObject({ is: 'wrong', says: expect.stringMatching(/[.:?]$/) as string });
  return verdict as Wrong;
}

describe.each(labs)('$id', ({ lab }) => {
  test('its solution passes', async () => {
    const ground = await groundOf(lab);
    expect(await grade(lab, solutionOf(lab, ground), ground)).toMatchObject({ is: 'right' });
  });

  test('who does nothing fails', async () => {
    const ground = await groundOf(lab);
    for (const answer of emptyAnswers(lab)) await graded(lab, answer, ground);
  });

  test('five wrong answers fail, each with a run that can be played and a next step', async () => {
    const ground = await groundOf(lab);
    const answers = wrongAnswers(lab, ground);
    expect(answers.length).toBeGreaterThanOrEqual(5);
    for (const answer of answers) {
      const { play, hint } = await graded(lab, answer, ground);
      expect(hint, JSON.stringify(answer)).toBeTruthy();
      expect(play, JSON.stringify(answer)).toBeDefined();
      expect(await isPlayable(play!, ground), JSON.stringify(answer)).toBe(true);
    }
  });

  test('what the record says of its model is so', async () => {
    const ground = await groundOf(lab);
    holdsOf[lab.kind](lab as never, ground);
  });
});

type Holds = { readonly [Kind in Lab['kind']]: (lab: Extract<Lab, { kind: Kind }>, ground: Ground) => void };

const ofCode: Holds['write'] & Holds['mend'] = (lab, { code }) => {
  const { text } = code!;
  expect(text.split(lab.replaces)).toHaveLength(2);
  expect(answerIn(text, lab, withHole(text, lab))).toBe(lab.by);
  expect(answerIn(text, lab, withAnswer(text, lab, lab.solution))).toBe(lab.solution);
  const kills = lab.must.filter(({ finds }) => 'breaks' in finds);
  if (lab.part === 'property') expect(kills).not.toEqual([]);
};

const holdsOf: Holds = {
  /** The least number of steps is the engine's, and so is the state at its end. */
  reach: (lab, { mechanism }) => {
    const { m, at } = beginningOf(lab, mechanism);
    const least = shortestTo(m, at, lab.goal);
    expect(lab.within).toBe((least?.length ?? Number.NaN) + (lab.slack ?? 0));
    expect(isReached(m, followed(m, at, least!).moments.at(-1)!, lab.goal)).toBe(true);
  },
  predict: (lab, { mechanism }) => {
    for (const [i, right] of rightChoices(lab, mechanism).entries()) expect(right, lab.questions[i]!.ask).toHaveLength(1);
  },
  find: ({ among, hidden }) => {
    expect(new Set(among).size).toBe(among.length);
    expect(among).toContain(hidden);
  },
  log: (lab, ground) => {
    const explained = (lab.variants ?? [{ with: {} }]).filter((it) => held(lab, ground, it.with).stop === undefined);
    expect(explained).toHaveLength(lab.variants ? 1 : 0);
  },
  write: ofCode,
  mend: ofCode,
};

describe('all labs', () => {
  test('a lab leads on from those before it, at most four deep, and each is reached from one that needs none', () => {
    const depth = (id: string, seen: readonly string[] = []): number => {
      expect(seen).not.toContain(id);
      return Math.max(0, ...byId.get(id)!.after.map((it) => 1 + depth(it, [...seen, id])));
    };
    for (const { id } of labs) expect(depth(id), id).toBeLessThanOrEqual(4);
  });

  test('what is said of them in a hint is not the solution', () => {
    for (const { id, lab } of labs) if ('must' in lab) expect(lab.hints.join(' '), id).not.toContain(lab.solution);
  });

  test('the answers of one lab do not pass another', async () => {
    const codes = labs.filter(({ lab }) => 'must' in lab);
    for (const { lab } of codes) {
      const ground = await groundOf(lab);
      for (const { lab: other } of codes)
        if ('must' in other && 'must' in lab && other.solution !== lab.solution && other.model === lab.model)
          expect(await grade(lab, { text: other.solution }, ground)).toMatchObject({ is: 'wrong' });
    }
  });
});

describe('answers that are drawn', () => {
  test('a run passes only where it comes to the goal in time', async () => {
    for (const { lab } of labs.filter(({ lab: it }) => it.kind === 'reach')) {
      if (lab.kind !== 'reach') continue;
      const ground = await groundOf(lab);
      const { m, at } = beginningOf(lab, ground.mechanism);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(1000), { maxLength: lab.within + 2 }), async (draws) => {
          const run = drawnRun(lab, ground, draws);
          const { moments } = followed(m, at, run);
          const inTime = moments.slice(0, lab.within + 1).some((it) => isReached(m, it, lab.goal));
          expect((await grade(lab, { run }, ground)).is).toBe(inTime ? 'right' : 'wrong');
        }),
        { numRuns: 25 },
      );
    }
  });

  test('choices pass only where all are right', async () => {
    for (const { lab } of labs) {
      if (lab.kind !== 'predict') continue;
      const ground = await groundOf(lab);
      const right = rightChoices(lab, ground.mechanism).map((it) => JSON.stringify(it[0]));
      const drawn = fc.tuple(...lab.questions.map((it) => fc.constantFrom(...it.choices, 'something else')));
      await fc.assert(
        fc.asyncProperty(drawn, async (choices) => {
          const areRight = choices.every((it, i) => JSON.stringify(it) === right[i]);
          expect((await grade(lab, { choices }, ground)).is).toBe(areRight ? 'right' : 'wrong');
        }),
        { numRuns: 25 },
      );
    }
  });

  test('a text that is no expression, or always the same, never passes', async () => {
    const texts = ['true', 'false', '1', 'null', '}', '((', 'throw 1', 'undefined.x', '/* */', 'nobody.here', 'while (true) {'];
    for (const { lab, id } of labs) {
      if (!('must' in lab)) continue;
      const ground = await groundOf(lab);
      for (const text of texts) expect(await grade(lab, { text }, ground), `${id}: ${text}`).toMatchObject({ is: 'wrong' });
    }
  });

  test('an answer of another kind is refused', async () => {
    const [{ lab }] = labs as [(typeof labs)[number]];
    await expect(grade(lab, { line: -1 }, await groundOf(lab))).rejects.toThrow(RangeError);
  });
});

test.skipIf(labs.length < 20)('there are three labs for each system and of each kind', () => {
  const count = (key: (lab: Lab) => string) => Object.values(Object.groupBy(labs, ({ lab }) => key(lab))).map((it) => it!.length);
  expect(Math.min(...count(({ system }) => system))).toBeGreaterThanOrEqual(3);
  expect(count(({ kind }) => kind)).toHaveLength(labKinds.length);
  expect(Math.min(...count(({ kind }) => kind))).toBeGreaterThanOrEqual(3);
});

test('no file that a page loads runs a text outside the sandbox', () => {
  for (const name of [
    'grade',
    'code',
    'trials',
    'parting',
    'goals',
    'find',
    'apart',
    'log',
    'predict',
    'reach',
    'solution',
    'hole',
    'stray',
    'shortest',
    'words',
  ])
    expect(readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8')).not.toMatch(/node:|typescript|node-(bench|ground)/);
});
