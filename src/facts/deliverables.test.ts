import { describe, expect, test } from 'vitest';
import type { Deliverable, Milestone } from '../schemas/milestones.ts';
import { statusOf } from './deliverables.ts';
import { cited, deliverable, entriesOf, ground, milestone, seen } from './entries.fixture.ts';
import { sourcesIn, type Side } from './evidence.ts';

const sources = sourcesIn(entriesOf(...ground));
const documented = (it: Deliverable, of: Milestone) => statusOf(it, of, sources, 'documented');

const whole = (status: Milestone['status'][number]['status'], deliverables: Milestone['deliverables'] = []): Milestone =>
  milestone('orbit-1', { status: [{ asOf: 'undated', status, note: 'In part.', why: 'Silent.', cite: [cited(3)] }], deliverables }).data;

describe('statusOf', () => {
  test.each([
    ['complete', 'complete', 'Phase 1 as a whole is documented as complete.'],
    ['not-started', 'not-started', 'Phase 1 as a whole is documented as not started.'],
  ] as const)('a part of a milestone that is %s is inferred to be %s', (status, concluded, why) => {
    expect(documented(deliverable('wheel'), whole(status))).toEqual({
      asOf: 'undated',
      status: concluded,
      basis: 'inferred',
      why,
      cite: [cited(3)],
    });
  });

  test.each(['partial', 'in-progress', 'unknown', 'moved', 'dropped'] as const)(
    'a part of a milestone that is %s is unknown, with a why',
    (status) => {
      const found = documented(deliverable('wheel'), whole(status));
      expect(found).toMatchObject({ status: 'unknown', basis: 'unknown', cite: [cited(3)] });
      expect(found?.why).toBe('Phase 1 as a whole is neither complete nor untouched, and nothing is said of this part.');
    },
  );

  test('what a source says of the part itself counts more', () => {
    const own = (more: object) => deliverable('wheel', { status: [{ asOf: 'undated', status: 'in-progress', cite: [cited(2)], ...more }] });
    expect(documented(own({}), whole('complete'))).toEqual({
      asOf: 'undated',
      status: 'in-progress',
      basis: 'stated',
      why: undefined,
      cite: [cited(2)],
    });
    expect(documented(own({ basis: 'inferred', why: 'So.' }), whole('complete'))).toMatchObject({ basis: 'inferred', why: 'So.' });
    expect(documented(own({ status: 'unknown', why: 'Lost.' }), whole('complete'))).toMatchObject({
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
    expect(documented(it, whole('complete'))?.status).toBe('not-started');
  });
});

test('a part of a milestone that no primary source names has no documented status, and is as found', () => {
  const found: Milestone = { ...whole('complete'), status: [{ asOf: '2026-01-02', status: 'complete', cite: [seen] }] };
  const of = (side: Side) => statusOf(deliverable('wheel'), found, sources, side);
  expect(of('documented')).toBeUndefined();
  expect(of('found')).toEqual({
    status: 'complete',
    asOf: '2026-01-02',
    basis: 'inferred',
    why: 'Phase 1 as a whole was found complete.',
    cite: [seen],
  });
});
