import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of a prism', () => {
  it('moves the kernel and the task to the other buffer when the task consumes, and leaves ghosts', () => {
    const [start, , , , consumed] = picturesOf(runs, view, 'swap');
    expect(start).not.toContain('is-gone');
    expect(consumed).toContain('prism-side is-kernel is-changed');
    expect(consumed).toContain('prism-side is-task is-gone');
  });

  it('says that the lock is held while a caller writes', () => {
    const invoked = picturesOf(runs, view, 'swap')[2];
    expect(invoked).toContain('held: facet 0, future 0 on the way to buffer 0');
    expect(invoked).toContain('was free');
  });

  it('points to the invocation that the task reads next', () => {
    const pictures = picturesOf(runs, view, 'swap');
    expect(pictures[4]).toContain('is-next');
    expect(pictures[7]).toContain('is-read');
    expect(pictures[7]).toContain('awake, has read 1 of 1');
  });

  it('keeps the invocation that gave way as a ghost', () => {
    const last = picturesOf(runs, view, 'overwrites').at(-1);
    expect(last).toContain('<span class="visually-hidden">gone: </span>');
    expect(last).toContain('was pending');
  });

  it('says what a waiting task would find', () => {
    expect(explainedAtEndOf(runs, view, 'quiet', 'a waiting task has nothing to read')).toBe('The task waits, and buffer 0 is not empty.');
  });

  it('tells a task that is about to wait from one that waits', () => {
    const pictures = picturesOf(runs, view, 'late');
    expect(pictures[1]).toContain('about to wait in consume');
    expect(pictures[4]).toContain('waits in consume<span class="was"> was about to sleep</span>');
  });
});
