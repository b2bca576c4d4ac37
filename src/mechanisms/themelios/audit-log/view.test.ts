import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the ring of the audit log', () => {
  it('joins an entry to the next, and nothing to the place that is written next', () => {
    const pictures = picturesOf(runs, view, 'gap');
    expect(pictures[1]).not.toContain('link-line');
    expect(pictures[4]?.match(/link-line/g)).toHaveLength(1);
    expect(pictures[10]?.match(/link-line/g)).toHaveLength(2);
  });

  it('names the digest of every entry of a chain, also when all of them are 0', () => {
    const [, first] = picturesOf(runs, view, 'chained');
    expect(first).toContain('grant, not read, after digest 0');
    expect(picturesOf(runs, view, 'believed')[1]).not.toContain('digest');
  });

  it('says how many calls a run has', () => {
    expect(picturesOf(runs, view, 'first')[1]).toContain('<span class="fact-of"> of 6</span>');
  });

  it('says what a reader finds missing', () => {
    const last = picturesOf(runs, view, 'gap').at(-1);
    expect(last).toContain('1 entry missing');
  });

  it('tells what was lost from what was found', () => {
    expect(explainedAtEndOf(runs, view, 'dropped', 'a reader can tell how many entries were lost')).toBe(
      'The reader found 0 entries missing. In truth, 1 entry was lost.',
    );
  });
});
