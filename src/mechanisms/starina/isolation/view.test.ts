import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

const unlike = 'all three give the same answers and messages until the app errs';

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

  it('says in which isolation the answer is another, and nothing of what is alike', () => {
    expect(explainedAtEndOf(runs, view, 'unequal', unlike)).toBe(
      'In the kernel, answer: full. In user mode, answer: full. In the sandbox, answer: sent.',
    );
  });

  it('marks the rows that are not alike, and no other', () => {
    const marked = (picture: string) =>
      [...picture.matchAll(/<th scope="row"><span class="is-violated">.*?violated<\/span> <\/span>([^<]+)/g)].map(([, row]) => row);
    expect(marked(picturesOf(runs, view, 'unequal').at(-1)!)).toEqual(['Answer']);
    expect(marked(picturesOf(runs, view, 'assumed').at(-1)!)).toEqual(['App', 'Other app', 'Kernel']);
    expect(explainedAtEndOf(runs, view, 'assumed', unlike)).toBe(
      'In the kernel, app: runs. In user mode, app: ended. In the sandbox, app: runs.',
    );
  });

  it('marks on the map what a fault reached against a rule', () => {
    expect(
      picturesOf(runs, view, 'halts')
        .at(-1)!
        .match(/is-halted is-changed is-broken"><span class="isolation-word"><span class="is-violated">/g),
    ).toHaveLength(1);
    expect(picturesOf(runs, view, 'reach')[3]).not.toContain('is-broken');
  });

  it('says whose memory was written over', () => {
    expect(explainedAtEndOf(runs, view, 'shared', 'behind page tables and in a sandbox a fault stays in the app')).toBe(
      'In user mode, the memory of the kernel is written over.',
    );
  });
});
