import { describe, expect, test } from 'vitest';
import type { Milestone } from '../schemas/milestones.ts';
import { completeCount, statusOf } from './deliverables.ts';
import { cited, deliverable, milestone, seen } from './entries.fixture.ts';

const whole = (status: Milestone['status'][number]['status'], deliverables: Milestone['deliverables'] = []): Milestone =>
  milestone('orbit-1', { status: [{ asOf: 'undated', status, note: 'In part.', why: 'Silent.', cite: [cited(3)] }], deliverables }).data;

describe('statusOf', () => {
  test.each([
    ['complete', 'complete', 'Phase 1 as a whole is documented as complete.'],
    ['not-started', 'not-started', 'Phase 1 as a whole is documented as not started.'],
  ] as const)('a part of a milestone that is %s is inferred to be %s', (status, concluded, why) => {
    expect(statusOf(deliverable('wheel'), whole(status))).toEqual({ status: concluded, basis: 'inferred', why, cite: [cited(3)] });
  });

  test.each(['partial', 'in-progress', 'unknown', 'moved', 'dropped'] as const)(
    'a part of a milestone that is %s is unknown, with a why',
    (status) => {
      const found = statusOf(deliverable('wheel'), whole(status));
      expect(found).toMatchObject({ status: 'unknown', basis: 'unknown', cite: [cited(3)] });
      expect(found.why).toBe('Phase 1 as a whole is neither complete nor untouched, and nothing is said of this part.');
    },
  );

  test('what a source says of the part itself counts more', () => {
    const own = (more: object) => deliverable('wheel', { status: [{ asOf: 'undated', status: 'in-progress', cite: [seen], ...more }] });
    expect(statusOf(own({}), whole('complete'))).toEqual({ status: 'in-progress', basis: 'stated', why: undefined, cite: [seen] });
    expect(statusOf(own({ basis: 'inferred', why: 'So.' }), whole('complete'))).toMatchObject({ basis: 'inferred', why: 'So.' });
    expect(statusOf(own({ status: 'unknown', why: 'Lost.' }), whole('complete'))).toMatchObject({
      status: 'unknown',
      basis: 'unknown',
      why: 'Lost.',
    });
  });

  test('of several observations the oldest is the documented one', () => {
    const it = deliverable('wheel', {
      status: [
        { asOf: 'undated', status: 'not-started', cite: [cited()] },
        { asOf: '2026-01-02', status: 'complete', cite: [seen] },
      ],
    });
    expect(statusOf(it, whole('complete')).status).toBe('not-started');
  });
});

test('complete parts are counted, those that are inferred too', () => {
  const open = deliverable('axle', { status: [{ asOf: 'undated', status: 'partial', note: 'Half.', cite: [cited()] }] });
  expect(completeCount(whole('complete', [deliverable('wheel'), open]))).toBe(1);
  expect(completeCount(whole('in-progress', [deliverable('wheel'), open]))).toBe(0);
});
