import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { SMALL } from '../drawing/Small.tsx';
import type { AnySmall } from '../drawing/view.ts';
import type { MechanismWithRuns } from '../engine/language.ts';
import { textWidth } from '../exports/badges/text-width.ts';
import { loadMechanism, mechanismIds } from './registry.ts';
import { loadSmall, pictureOf } from './small-pictures.ts';

/** The face of the labels runs a little wider than the one whose widths are known, and that of code has one width: both measured. */
const WIDER = 1.08;
const CODE = 0.6;

interface Word {
  readonly said: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The words of a picture, with the room that they take where the box is at its smallest. */
function wordsIn(svg: string): Word[] {
  return [...svg.matchAll(/<text class="is-([\w-]+)" x="([^"]+)" y="([^"]+)" dy="0.35em" text-anchor="(\w+)">([^<]*)<\/text>/g)].map(
    ([, is, x, y, at, said]) => {
      const width = is === 'code' ? said!.length * CODE * SMALL.text : textWidth(said!, SMALL.text) * WIDER;
      const left = Number(x) - width * { start: 0, middle: 0.5, end: 1 }[at as 'start'];
      return { said: said!, left, right: left + width, y: Number(y) };
    },
  );
}

const drawn = (small: AnySmall, props: ReturnType<typeof pictureOf>) => renderToString(h(small, props));

/** The moments of the scenario of a picture, from its start; where a step is refused, they end. */
function momentsOf(mechanism: MechanismWithRuns) {
  const { scenario, step } = mechanism.about.picture!;
  const steps = Array.from({ length: mechanism.scenarios[scenario]!.steps.length + 1 }, (_, i) => i);
  return steps.flatMap((i) => {
    try {
      return [{ isShown: i === step, ...pictureOf(mechanism, { scenario, step: i }) }];
    } catch {
      return [];
    }
  });
}

describe.each([...mechanismIds])('the small picture of %s', async (id) => {
  const [mechanism, small] = [await loadMechanism(id), await loadSmall(id)];

  test('names a scenario that there is, and no more steps than it has', () => {
    const { scenario, step } = mechanism.about.picture!;
    expect(Object.keys(mechanism.scenarios)).toContain(scenario);
    expect(step).toBeLessThanOrEqual(mechanism.scenarios[scenario]!.steps.length);
    expect(pictureOf(mechanism).now).toBeDefined();
  });

  test('shows a moment that comes without any fault', () => {
    const { scenario } = mechanism.about.picture!;
    const told = mechanism.scenarios[scenario]!;
    const off = Object.fromEntries(Object.keys(mechanism.faults).map((fault) => [fault, false]));
    const sound = { ...mechanism, scenarios: { [scenario]: { ...told, with: { ...told.with, ...off } } } };
    expect(pictureOf(sound).now).toEqual(pictureOf(mechanism).now);
  });

  test('draws its moment, and every other of the scenario', () => {
    for (const moment of momentsOf(mechanism)) {
      const svg = drawn(small, moment);
      expect(svg).toMatch(/^<svg class="small" viewBox="0 0 184 112" [^>]*aria-hidden="true">/);
      expect(svg).not.toMatch(/ style=|undefined|NaN|\[object/);
    }
  });

  test('has words on it, and all of them inside its box', () => {
    for (const { isShown, ...moment } of momentsOf(mechanism)) {
      const svg = drawn(small, moment);
      const words = wordsIn(svg).filter(({ said }) => said !== '');
      expect(words).toHaveLength([...svg.matchAll(/<text[^>]*>[^<]/g)].length);
      if (isShown) expect(words.some(({ said }) => /[a-z]{3}/.test(said))).toBe(true);
      for (const { said, left, right, y } of words) {
        expect(left, said).toBeGreaterThanOrEqual(-0.5);
        expect(right, said).toBeLessThanOrEqual(SMALL.width + 0.5);
        expect(y - SMALL.text / 2, said).toBeGreaterThanOrEqual(0);
        expect(y + SMALL.text / 2, said).toBeLessThanOrEqual(SMALL.height);
      }
    }
  });

  test('has no word in a cell that is wider than the cell', () => {
    const svg = drawn(small, pictureOf(mechanism));
    for (const [, x, width, text] of svg.matchAll(/<rect [^>]*?x="([^"]+)"[^>]*?width="([^"]+)"[^>]*>(?:<\/rect>)?(<text.*?<\/text>)/g)) {
      const [word] = wordsIn(text!);
      if (Math.abs((word!.left + word!.right) / 2 - Number(x) - Number(width) / 2) > 1) continue; // it stands beside the cell
      expect(word!.right - word!.left, word!.said).toBeLessThanOrEqual(Number(width));
    }
  });

  test('has no word that stands in another', () => {
    const words = wordsIn(drawn(small, pictureOf(mechanism))).filter(({ said }) => said !== '');
    const apart = (a: Word, b: Word) => a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= SMALL.text - 1;
    for (const [i, word] of words.entries())
      for (const other of words.slice(i + 1)) expect(apart(word, other), `${word.said} and ${other.said}`).toBe(true);
  });

  test('is another picture at another moment', () => {
    const moments = momentsOf(mechanism).map((moment) => ({ ...moment, svg: drawn(small, moment) }));
    const shown = moments.find(({ isShown }) => isShown)!;
    expect(shown.svg).not.toBe(moments[0]!.svg);
    // a picture may leave out what a step changes, but not most of what happens
    expect(new Set(moments.map(({ svg }) => svg)).size).toBeGreaterThanOrEqual(Math.ceil(moments.length / 2));
  });
});

test('a picture of what is not there is refused with what is', async () => {
  const mechanism = await loadMechanism(mechanismIds[0]!);
  const [scenario] = Object.keys(mechanism.scenarios) as [string];
  const { length } = mechanism.scenarios[scenario]!.steps;
  const of = `src/mechanisms/${mechanism.model.id}/model.ts: about.picture`;
  expect(() => pictureOf(mechanism, { scenario: 'constructor', step: 0 })).toThrow(of);
  expect(() => pictureOf(mechanism, { scenario, step: length + 1 })).toThrow(`'${scenario}' has ${length} steps, not ${length + 1}`);
  expect(() => pictureOf(mechanism, { scenario, step: -1 })).toThrow(of);
  const { picture: _, ...about } = mechanism.about;
  expect(() => pictureOf({ ...mechanism, about })).toThrow(`${of} must name a moment of a run`);
  await expect(loadSmall('themelios/nothing')).rejects.toThrow('src/mechanisms/themelios/nothing has no small.tsx');
});
