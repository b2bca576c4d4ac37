import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of the rollout', () => {
  const whole = picturesOf(runs, view, 'whole');

  it('draws the line of a lane as far as its version may go', () => {
    const lineOf = (html: string, network: string) =>
      [
        ...html
          .split(`>${network}</th>`)[1]!
          .split('</tr>')[0]!
          .matchAll(/class="track([^"]*)"/g),
      ].map(([, is]) => is!.trim());
    expect(lineOf(whole[0]!, 'dev')).toEqual(['is-going', 'is-going', 'is-going']);
    expect(lineOf(whole[0]!, 'test')).toEqual(['is-going', 'is-going is-open', 'is-going is-open']);
    expect(lineOf(whole[8]!, 'test')).toEqual(['is-going', 'is-shut', 'is-open']);
    expect(lineOf(whole[9]!, 'test')).toEqual(['is-going', 'is-going is-open', 'is-shut']);
    expect(lineOf(whole[10]!, 'test')).toEqual(['is-going', 'is-going is-open', 'is-going is-open']);
  });

  it('says what a node waits for, and what it does', () => {
    expect(whole[8]).toContain('tag 1, waits for the registrar');
    expect(whole[9]).toContain('tag 1, waits for the flag');
    expect(whole[10]).toContain('tag 1, has not looked yet');
    expect(whole[11]).toContain('tag 1, begins to upgrade');
    expect(whole[12]).toContain('tag 1, containerd stopped');
    expect(whole[13]).toContain('tag 1, containerd is installed');
    expect(whole[16]).toContain('tag 2, up to date');
    expect(whole[16]).toContain('was: tag 1, both are installed');
  });

  it('fills a package of the new version', () => {
    expect(whole[2]!.match(/grid-pack is-new/g)).toBeNull();
    expect(whole[3]!.match(/grid-pack is-new is-changed/g)).toHaveLength(1);
    expect(whole[5]!.match(/grid-pack is-new/g)).toHaveLength(2);
    expect(whole.at(-1)!.match(/grid-pack is-new/g), 'QA stays behind').toHaveLength(8);
  });

  it('says what breaks, with versions and nodes', () => {
    expect(explainedAtEndOf(runs, view, 'anything', 'test runs only what dev has run, and production only what test has run')).toBe(
      'Node 3 has files of version 2, which test has not run.',
    );
    expect(explainedAtEndOf(runs, view, 'boots', 'outside dev a node runs only what the registrar has named')).toBe(
      'Node 1 has files of version 2, and its registrar names version 1.',
    );
    expect(explainedAtEndOf(runs, view, 'mixture', 'a node that does not upgrade has all packages of its tag')).toBe(
      'Node 0 has the tag 1, containerd of version 2 and zos.flist of version 1.',
    );
    expect(explainedAtEndOf(runs, view, 'stuck', 'an upgrade stops neither identityd nor redis')).toBe(
      'The upgrade of node 0 has stopped vmd, identityd and redis, and cannot go on.',
    );
  });
});
