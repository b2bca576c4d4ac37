import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the three isolations side by side', () => {
  it('hatches what a fault reached, and only in the kernel', () => {
    const reached = picturesOf(runs, view, 'reach')[3]!;
    expect(reached.match(/isolation-part is-other-app is-spoilt is-changed/g)).toHaveLength(1);
    expect(reached.match(/isolation-part is-app is-ended is-changed/g)).toHaveLength(2);
  });

  it('names the same answer in all three, and another cost of a call', () => {
    const refused = picturesOf(runs, view, 'alike')[2]!;
    expect(refused.match(/<td>too large<span class="was"> was sent/g)).toHaveLength(3);
    expect(refused).toContain('a function call; native code');
  });

  it('says in which isolation the answer is another', () => {
    const said = explainedAtEndOf(runs, view, 'unequal', 'all three give the same answers and messages until the app errs');
    expect(said).toContain('Under "user mode", the app runs, its answer is "full", 2 messages and 0 answers wait.');
    expect(said).toContain('Under "sandbox", the app runs, its answer is "sent", 2 messages and 0 answers wait.');
  });

  it('says whose memory was written over', () => {
    expect(explainedAtEndOf(runs, view, 'shared', 'behind page tables and in a sandbox a fault stays in the app')).toBe(
      'Under "user mode", the memory of the kernel is written over.',
    );
  });
});
