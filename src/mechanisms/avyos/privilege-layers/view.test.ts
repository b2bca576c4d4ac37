import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

const count = (html: string | undefined, what: RegExp) => html?.match(what)?.length ?? 0;

describe('the picture of the layers', () => {
  it('leads a request down its column to the wall, and through it when it was served', () => {
    const pictures = picturesOf(runs, view, 'door');
    // The row of the app, of the command and of the services; then the kernel as well.
    expect([0, 1, 2].map((i) => count(pictures[i], /lane-asked/g))).toEqual([0, 3, 3]);
    expect(count(pictures[4], /lane-asked/g) - count(pictures[3], /lane-asked/g)).toBe(1);
  });

  it('says what the service has made of each request', () => {
    const pictures = picturesOf(runs, view, 'door');
    expect(pictures[2]).toContain('admitted<span class="was"> was: to check</span>');
    expect(pictures[4]).toContain('input, by its service<span class="was"> was: nothing</span>');
    expect(pictures[5]).toContain('refused<span class="was"> was: to check</span>');
  });

  it('draws what a program opens itself past the door', () => {
    const [start, touched] = picturesOf(runs, view, 'itself');
    expect(start).not.toContain('lane-touched');
    expect(touched).toContain('input, by itself');
    expect(count(touched, /lane-touched/g)).toBe(4);
    expect(touched).toContain('is-broken');
  });

  it('names the program that broke in, and whom it named', () => {
    expect(explainedAtEndOf(runs, view, 'anyone', 'a service acts only for a program that is who it says')).toBe(
      'Program 0, in the container, has said that it is program 2, and the service of disk has acted for it.',
    );
    expect(explainedAtEndOf(runs, view, 'known', 'a service acts only as its policy lets it')).toBe(
      'The service of disk has acted for program 1, an app, and its policy does not let program 1 have it.',
    );
  });
});
