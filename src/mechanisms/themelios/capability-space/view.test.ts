import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, drawnAfter, wordsAfter } from '../../pictures.fixture.ts';

checkView(runs, view);

const chain = [
  { insert: { into: 0, all: ['grant'] } },
  { grant: { from: 0, to: 1, some: ['grant'] } },
  { grant: { from: 1, to: 2, some: ['grant'] } },
];
const config = { removesOne: true, reuses: 2 };
const removed = [...chain, { remove: { it: 1 } }];

describe('a capability whose parent was removed', () => {
  it('is cut off, in words and as an arc with a gap', () => {
    const html = drawnAfter(runs, view, removed, config);
    expect(html).toContain('cut off');
    expect(html).toContain('slot 0, cut off from it, was slot 1');
    expect(html).toContain('arc-cut');
    expect(html).not.toContain('is-broken');
  });

  it('breaks the arc when a revoke has not found it', () => {
    const found = [...removed, { revoke: { it: 0 } }];
    expect(drawnAfter(runs, view, found, config)).toContain('arc-broken');
    expect(wordsAfter(runs, view, found, config)).toEqual({
      'revoke reaches every descendant':
        'Slot 2 still holds a capability. What it was granted from was removed, so revoke did not find it from slot 0, which is gone.',
    });
  });
});
