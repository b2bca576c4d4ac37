import { describe, expect, it } from 'vitest';
import { provisioningRuns } from '../../../models/zos/provisioning.runs.ts';
import { checkView, momentsOf, picturesOf } from './pictures.fixture.ts';
import { provisioningView } from './Provisioning.tsx';

checkView(provisioningRuns, provisioningView);

describe('the picture of provisioning', () => {
  it('marks the job on disk that the loop has in memory', () => {
    const [, , peeked] = picturesOf(provisioningRuns, provisioningView, 'crash');
    expect(peeked).toContain('is-taken');
    expect(peeked).toContain('provision: mount, network and machine');
  });

  it('leaves a ghost in memory after a crash, and the job on disk', () => {
    const crashed = picturesOf(provisioningRuns, provisioningView, 'crash')[4];
    expect(crashed).toContain('loop-job is-gone');
    expect(crashed).toContain('rail-item is-kept');
  });

  it('says that a job which is not done has left the disk', () => {
    expect(picturesOf(provisioningRuns, provisioningView, 'early')[2]).toContain('no longer on disk');
  });

  it('names what was promised and what is left', () => {
    const last = momentsOf(provisioningRuns, 'early').at(-1)!;
    expect(provisioningView.explain('no accepted job is lost', last.state)).toBe(
      'The user was promised mount. No job is left, and what runs is nothing.',
    );
  });
});
