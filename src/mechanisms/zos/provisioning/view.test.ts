import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of provisioning', () => {
  it('marks the job on disk that the loop has in memory', () => {
    const [, , peeked] = picturesOf(runs, view, 'crash');
    expect(peeked).toContain('is-taken');
    expect(peeked).toContain('provision: mount, network and machine');
  });

  it('leaves a ghost in memory after a crash, and the job on disk', () => {
    const crashed = picturesOf(runs, view, 'crash')[4];
    expect(crashed).toContain('loop-job is-gone');
    expect(crashed).toContain('rail-item is-kept');
  });

  it('hatches the room that is left, and says how much there is', () => {
    const [start, one] = picturesOf(runs, view, 'early');
    expect(start).toContain('room for 2 and a replay');
    expect(start?.match(/rail-free/g)).toHaveLength(2);
    expect(one?.match(/rail-free/g)).toHaveLength(1);
    expect(one).toContain('room for 1 more');
  });

  it('says that a job which is not done has left the disk', () => {
    expect(picturesOf(runs, view, 'early')[2]).toContain('no longer on disk');
  });

  it('names what was promised and what is left', () => {
    expect(explainedAtEndOf(runs, view, 'early', 'no accepted job is lost')).toBe(
      'The user was promised mount. No job is left, and what runs is nothing.',
    );
  });
});
