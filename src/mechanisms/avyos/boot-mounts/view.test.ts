import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf, wordsAfter } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of the mounts', () => {
  it('draws a move as a line from an outline to the new place', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[6]).not.toContain('move-line');
    expect(pictures[7]).toContain('moved away');
    expect(pictures[7]).toContain('move-line');
    expect(pictures[7]).toContain('is-moved-in');
    expect(pictures[8]!.match(/move-line/g)).toHaveLength(1);
  });

  it('says who runs, and who ran before', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[9]).toContain('<strong>early init, from the initramfs</strong>');
    expect(pictures[10]).toContain('<strong>PID 1, the init of the core</strong>');
    expect(pictures[10]).toContain('was early init, from the initramfs');
  });

  it('hatches the core when the root lies over it', () => {
    const last = picturesOf(runs, view, 'hidden').at(-1);
    expect(last).toContain('mount is-hidden is-changed is-wrong');
    expect(last).toContain('below the root');
  });

  it('names the file system that PID 1 lacks, and where it is', () => {
    expect(explainedAtEndOf(runs, view, 'left', 'PID 1 has all that early init mounted')).toBe(
      'PID 1 runs, and /dev is not in the real root.',
    );
  });

  it('tells a setting that was forgotten from one that a default replaced', () => {
    const rule = 'a setting that was changed stays changed';
    expect(explainedAtEndOf(runs, view, 'forgotten', rule)).toBe('Setting 1 was changed, and is missing now.');
    const steps = [...runs.scenarios['whole']!.steps.slice(0, 16), { restore: { it: 1 } }];
    expect(wordsAfter(runs, view, steps, { restoresOver: true })).toEqual({
      [rule]: 'Setting 1 was changed, and is a default now.',
    });
  });
});
