import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, drawnAfter, explainedAtEndOf, picturesOf, wordsAfter } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the slots and the boot record', () => {
  it('points the hand at the slot that runs, and lifts it while the node is down', () => {
    const pictures = picturesOf(runs, view, 'confirmed');
    expect(pictures[3]).toContain('points-0');
    expect(pictures[4]).toContain('is-open');
    expect(pictures[4]).toContain('was running from slot 0');
    expect(pictures[5]).toContain('points-1');
  });

  it('shows a torn edge after the power was cut', () => {
    const [, , writing, cut] = picturesOf(runs, view, 'torn');
    expect(writing).toContain('being written');
    expect(writing).not.toContain('is-torn');
    expect(cut).toContain('torn<span class="was"> was being written');
    expect(cut).toContain('is-torn');
  });

  it('draws as many blocks as an image has, when nothing on the node is whole any more', () => {
    const config = { writesRunning: true, blocks: 8 };
    const steps = [{ download: { to: 0, image: 'working' } }, { write: { to: 0 } }];
    const html = drawnAfter(runs, view, steps, config);
    expect(html.match(/class="block/g)).toHaveLength(16);
    expect(html).toContain('1 of 8 blocks');
    expect(wordsAfter(runs, view, steps, config)).toMatchObject({
      'the slot to fall back to holds an image that runs':
        'The boot record falls back to slot 0, which holds only 1 of 8 blocks of an image.',
    });
  });

  it('says why the slot to fall back to does not run', () => {
    expect(explainedAtEndOf(runs, view, 'tooEarly', 'the slot to fall back to holds an image that runs')).toBe(
      'The boot record falls back to slot 1, which holds an image that is broken.',
    );
  });
});
