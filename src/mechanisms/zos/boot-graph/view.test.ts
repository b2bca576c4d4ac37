import { describe, expect, it } from 'vitest';
import { checkView, drawnAfter, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { drawnEdge, flat, lengthOf, upright, widthOf } from './graph.ts';
import { runs } from './runs.ts';
import { units } from './model.ts';
import { view } from './view.tsx';

checkView(runs, view);

const early = 'nothing is started before what it comes after is ready';

describe('the picture of the boot graph', () => {
  it('says of each unit how it is, what it was and what it comes after', () => {
    const started = picturesOf(runs, view, 'whole')[4]!;
    expect(started).toMatch(/is-spawned is-changed.*?storaged<.*?>spawned<.*?was blocked.*?test in vain, comes after node-ready</);
    expect(started.match(/comes after none of these/g)).toHaveLength(2);
  });

  it('says that a test can pass, and that it has passed', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[7]).toContain('>test can pass<');
    expect(pictures[9]).toContain('>test passed<');
  });

  it('draws a line through once the unit at its start is up, in both drawings', () => {
    const pictures = picturesOf(runs, view, 'whole');
    const waiting = (step: number) => pictures[step]!.match(/arc is-waiting/g)?.length ?? 0;
    expect(waiting(0)).toBe(2 * 11);
    expect(waiting(2)).toBe(2 * 9);
    expect(waiting(18)).toBe(0);
  });

  it('draws the added line, and says it', () => {
    const [before, added, later] = picturesOf(runs, view, 'added');
    expect(before).not.toContain('is-added');
    expect(added!.match(/arc arc-new is-added/g)).toHaveLength(2);
    expect(added).toContain('networkd comes after flistd');
    expect(later!.match(/arc is-waiting is-added/g)).toHaveLength(2);
  });

  it('marks the unit that was started too early and the line that it did not wait for', () => {
    const last = picturesOf(runs, view, 'endedWell').at(-1);
    expect(last).toMatch(/is-running is-changed is-broken/);
    expect(last!.match(/arc arc-broken/g)).toHaveLength(2);
    expect(explainedAtEndOf(runs, view, 'endedWell', early)).toBe('The unit boot was started without a wait for storaged.');
  });

  it('counts the mishaps', () => {
    expect(drawnAfter(runs, view, [{ start: { it: 'internet' } }, { stop: { it: 'internet', how: 'error' } }])).toMatch(/>1<.*of 1/);
  });
});

describe('a line of the graph', () => {
  const pairs = units.flatMap((from) =>
    units
      .filter((to) => to !== from)
      .flatMap((to) => [
        { from, to, isAdded: false },
        { from, to, isAdded: true },
      ]),
  );

  it.each([flat, upright])('stays inside its drawing, whichever two units it joins: %o', (size) => {
    const box = size.isUpright ? [widthOf(size), lengthOf(size)] : [lengthOf(size), widthOf(size)];
    for (const pair of pairs) {
      const { line, head } = drawnEdge(pair, size);
      const numbers = [...`${line} ${head}`.matchAll(/-?[\d.]+/g)].map(([found]) => Number(found));
      expect(numbers.length % 2).toBe(0);
      // The two middle points of a curve may lie outside: the curve stays a quarter of the way inside of them.
      for (const [i, each] of numbers.entries()) {
        expect(each, JSON.stringify(pair)).toBeGreaterThanOrEqual(-13);
        expect(each, JSON.stringify(pair)).toBeLessThanOrEqual(box[i % 2]!);
      }
    }
  });

  it('ends where its head begins', () => {
    for (const pair of pairs)
      expect(drawnEdge(pair, flat)).toMatchObject({ line: expect.stringMatching(/^M/), head: expect.stringMatching(/z$/) });
  });
});
