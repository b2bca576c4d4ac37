import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the picture of a poll', () => {
  it('says of each id in the queue whether its channel is ready', () => {
    const pictures = picturesOf(runs, view, 'woken');
    expect(pictures[3]).toContain('<span class="rail-main">1</span><span class="rail-more">not ready</span>');
    expect(pictures[4]).toContain('<span class="rail-main">0</span><span class="rail-more">ready</span>');
  });

  it('leaves a ghost of the waiter that was woken, and no other', () => {
    const woken = picturesOf(runs, view, 'woken')[4];
    expect(woken).toContain('gone: </span><span class="rail-main">0</span>');
    expect(woken).not.toContain('gone: </span><span class="rail-main">1</span>');
    expect(woken).toContain('woken, will look again<span class="was"> was: sleeps</span>');
  });

  it('says of a thread that sleeps that the run queue has it still', () => {
    const pictures = picturesOf(runs, view, 'asleep');
    expect(pictures[5]).toContain('sleeps, and has a turn left<span class="was"> was: runs</span>');
    expect(pictures[6]).toContain('sleeps<span class="was"> was: sleeps, and has a turn left</span>');
    expect(picturesOf(runs, view, 'woken').join('')).not.toContain('turn left');
  });

  it('says of a waiter that it does not sleep, and who sleeps beside the message', () => {
    expect(picturesOf(runs, view, 'lost')[5]).toContain('<span class="rail-main">0</span><span class="rail-more">not asleep</span>');
    expect(explainedAtEndOf(runs, view, 'lost', 'nobody sleeps while a ready channel is seen to by nobody')).toBe(
      'Channel 1 has 1 message; nobody was woken or told of it, and thread 1 sleeps.',
    );
  });
});
