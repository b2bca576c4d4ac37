import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the picture of the start of the apps', () => {
  it('fills the mark of a service when its channel is made, and draws the channel of a client as an arc', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[3]).not.toContain('startup-mark is-full');
    expect(pictures[4]).toContain('startup-mark is-full is-changed');
    expect(pictures[4]).not.toContain('arc-line');
    expect(pictures[5]).toContain('arc arc-new');
    expect(pictures[6]).toContain('arc arc-kept');
  });

  it('says which Connect waits at a server, and whom it serves once it has received it', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[5]).toContain('Connect of app 0 waits<span class="was"> was: none</span>');
    expect(pictures[11]).toContain('serves app 0<span class="was"> was: Connect of app 0 waits</span>');
  });

  it('names the service for which the boot has stopped', () => {
    expect(picturesOf(runs, view, 'missing').at(-1)).toContain('stopped: app 0 needs service 0, which is not there');
  });

  it('draws a channel to nobody as one that ends in a cross', () => {
    const pictures = picturesOf(runs, view, 'lost');
    expect(pictures.at(-1)).toContain('arc arc-broken');
    expect(pictures.slice(0, -1).join('')).not.toContain('arc-broken');
  });

  it('says to whom the clients of an app go instead', () => {
    expect(
      picturesOf(runs, view, 'replaced')
        .at(-1)
        ?.match(/clients go to app 1/g),
    ).toHaveLength(1);
    expect(picturesOf(runs, view, 'replaced')[4]).not.toContain('clients go');
    expect(explainedAtEndOf(runs, view, 'replaced', 'an exported service leads to the app that exports it')).toBe(
      'App 0 exports service 0, and its clients go to app 1.',
    );
  });
});
