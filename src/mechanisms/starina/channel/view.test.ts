import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the picture of a channel', () => {
  it('draws a handle in the message that carries it, and leaves a ghost with the sender', () => {
    const sent = picturesOf(runs, view, 'moves')[2];
    expect(sent).toContain('<span class="channel-held is-gone">1</span>');
    expect(sent).toContain('<span class="rail-main">m1</span><span class="rail-carries"><span class="channel-held is-changed">1</span>');
    expect(sent).toContain('in message 1 to end\u00a01<span class="was"> was held by end\u00a00</span>');
  });

  it('hatches the places that a queue has left, and says when there are none', () => {
    const [start, one, full] = picturesOf(runs, view, 'full');
    const free = (html: string | undefined) => html?.match(/class="rail-free"/g)?.length ?? 0;
    expect([start, one, full].map(free)).toEqual([4, 3, 2]);
    expect(one).not.toContain('the queue is full');
    expect(full).toContain('message 0, message 1 with handle 1; the queue is full');
  });

  it('hatches an end that is closed, and says which end was told so', () => {
    const last = picturesOf(runs, view, 'moves').at(-1);
    expect(last).toContain('channel-end is-closed');
    expect(last).toContain('told NoPeer');
  });

  it('says of a handle that is lost that it is nowhere', () => {
    expect(explainedAtEndOf(runs, view, 'dropped', 'a handle is in exactly one place')).toBe(
      'Handle 0 is nowhere: no end holds it, and no message carries it.',
    );
  });
});
