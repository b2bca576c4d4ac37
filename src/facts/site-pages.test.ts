import { expect, test } from 'vitest';
import { canonicalPage } from './site-pages.ts';

test.each([
  ['/milestones/by/status/', '/milestones/'],
  ['/milestones/as-of/2025-02-21/', '/milestones/'],
  ['/embed/orbit/wheel/', '/simulations/orbit/wheel/'],
  ['/embed/orbit/milestones/', '/systems/orbit/milestones/'],
  ['/embed/orbit/platforms/', '/systems/orbit/platforms/'],
  ['/', '/'],
  ['/milestones/', '/milestones/'],
  ['/milestones/orbit-1/', '/milestones/orbit-1/'],
  ['/systems/orbit/architecture/by/', '/systems/orbit/architecture/by/'],
])('%s is a view of %s', (page, canonical) => {
  expect(canonicalPage(page)).toBe(canonical);
});
