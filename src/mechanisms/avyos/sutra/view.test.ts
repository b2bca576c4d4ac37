import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the picture of a connection', () => {
  it('shows a frame with its opcode, and leaves a ghost where it was taken', () => {
    const [, asked, taken] = picturesOf(runs, view, 'whole');
    expect(asked).toContain('<li class="rail-item is-new"><span class="rail-main">1 </span><span class="rail-more">of caller 0</span>');
    expect(taken).toContain('<li class="rail-item is-gone"><span class="visually-hidden">gone: </span><span class="rail-main">1 </span>');
    expect(taken).toContain('ran CreateWindow<span class="was"> was free</span>');
  });

  it('tells an event from a reply', () => {
    const pictures = picturesOf(runs, view, 'whole');
    expect(pictures[3]).toContain('to caller 0');
    expect(pictures[3]).not.toContain('is-event');
    expect(pictures[5]).toContain('<li class="rail-item is-new is-event"><span class="rail-main">3 </span>');
  });

  it('marks each opcode that is not the same at both ends', () => {
    const unlike = (scenario: string) => picturesOf(runs, view, scenario)[0]!.match(/is-unlike/g)?.length ?? 0;
    expect(['whole', 'bothAnew', 'renumbered'].map(unlike)).toEqual([0, 0, 3]);
  });

  it('says what a caller thinks of its window, and why that is wrong', () => {
    expect(picturesOf(runs, view, 'tooEarly')[2]).toContain('there, not told of');
    expect(picturesOf(runs, view, 'swapped').at(-1)).toContain('none, thought there');
    expect(picturesOf(runs, view, 'eventAsReply').at(-1)).toContain('there, thought gone');
    expect(picturesOf(runs, view, 'whole')[8]).toContain('gone, not told of');
  });

  it('hatches a service that has closed', () => {
    const pictures = picturesOf(runs, view, 'closed');
    expect(pictures[2]).not.toContain('is-closed');
    expect(pictures[3]).toContain('is-service is-closed');
  });

  it('says what was asked for and what has run', () => {
    expect(explainedAtEndOf(runs, view, 'renumbered', 'the service runs what was asked for')).toBe(
      'Caller 0 asked for DestroyWindow, which is 2 at the client; at the service that is CropWindow, and it has run.',
    );
    expect(picturesOf(runs, view, 'renumbered').at(-1)).toContain('<tr class="is-unlike is-broken">');
  });
});
