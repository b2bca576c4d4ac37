import { describe, expect, it } from 'vitest';
import { abUpdateRuns } from '../../../models/themelios/ab-update.runs.ts';
import { after } from '../../../models/checked.fixture.ts';
import { abUpdateView } from './AbUpdate.tsx';
import { checkView, drawn, momentsOf, picturesOf } from './pictures.fixture.ts';
import { nodeIn, sizeOf } from './update.ts';

checkView(abUpdateRuns, abUpdateView);

describe('the slots and the boot record', () => {
  it('points the hand at the slot that runs, and lifts it while the node is down', () => {
    const pictures = picturesOf(abUpdateRuns, abUpdateView, 'confirmed');
    expect(pictures[3]).toContain('points-0');
    expect(pictures[4]).toContain('is-open');
    expect(pictures[4]).toContain('was running from slot 0');
    expect(pictures[5]).toContain('points-1');
  });

  it('shows a torn edge after the power was cut', () => {
    const [, , writing, cut] = picturesOf(abUpdateRuns, abUpdateView, 'torn');
    expect(writing).toContain('being written');
    expect(writing).not.toContain('is-torn');
    expect(cut).toContain('torn<span class="was"> was being written');
    expect(cut).toContain('is-torn');
  });

  it('draws no more blocks than it can know of', () => {
    const overwritten = after(abUpdateRuns, [{ download: { to: 0, image: 'working' } }, { write: { to: 0 } }], {
      writesRunning: true,
      blocks: 8,
    });
    const node = nodeIn(overwritten.state);
    expect(sizeOf(node, node, overwritten.broken)).toEqual({ places: 2, isKnown: false });
    const html = drawn(abUpdateView, { now: overwritten.state, before: undefined, broken: overwritten.broken, caption: '' });
    expect(html).not.toContain('of 2 blocks');
  });

  it('says why the slot to fall back to does not run', () => {
    const last = momentsOf(abUpdateRuns, 'tooEarly').at(-1)!;
    expect(abUpdateView.explain('the slot to fall back to holds an image that runs', last.state)).toBe(
      'The boot record falls back to slot 1, which holds an image that is broken.',
    );
  });
});
