import { describe, expect, it } from 'vitest';
import { provisioning } from '../../../models/zos/provisioning.ts';
import { checkView, momentsOf, picturesOf } from './pictures.fixture.ts';
import { provisioningView } from './Provisioning.tsx';

checkView(provisioning, provisioningView);

describe('the picture of provisioning', () => {
  it('marks the job on disk that the loop has in memory', () => {
    const [, , peeked] = picturesOf(provisioning, provisioningView, 'crash');
    expect(peeked).toContain('is-taken');
    expect(peeked).toContain('provision: mount, network and machine');
  });

  it('leaves a ghost in memory after a crash, and the job on disk', () => {
    const crashed = picturesOf(provisioning, provisioningView, 'crash')[4];
    expect(crashed).toContain('loop-job is-gone');
    expect(crashed).toContain('rail-item is-kept');
  });

  it('says that a job which is not done has left the disk', () => {
    expect(picturesOf(provisioning, provisioningView, 'early')[2]).toContain('no longer on disk');
  });

  it('names what was promised and what is left', () => {
    const last = momentsOf(provisioning, 'early').at(-1)!;
    expect(provisioningView.explain('no accepted job is lost', last.state)).toBe(
      'The user was promised mount. No job is left, and what runs is nothing.',
    );
  });
});
