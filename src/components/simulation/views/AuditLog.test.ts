import { describe, expect, it } from 'vitest';
import { auditLogRuns } from '../../../models/themelios/audit-log.runs.ts';
import { auditLogView } from './AuditLog.tsx';
import { checkView, momentsOf, picturesOf } from './pictures.fixture.ts';

checkView(auditLogRuns, auditLogView);

describe('the ring of the audit log', () => {
  it('joins an entry to the next, and nothing to the place that is written next', () => {
    const pictures = picturesOf(auditLogRuns, auditLogView, 'gap');
    expect(pictures[1]).not.toContain('link-line');
    expect(pictures[4]?.match(/link-line/g)).toHaveLength(1);
    expect(pictures[10]?.match(/link-line/g)).toHaveLength(2);
  });

  it('says what a reader finds missing', () => {
    const last = picturesOf(auditLogRuns, auditLogView, 'gap').at(-1);
    expect(last).toContain('1 entry missing');
  });

  it('tells what was lost from what was found', () => {
    const last = momentsOf(auditLogRuns, 'dropped').at(-1)!;
    expect(auditLogView.explain('a reader can tell how many entries were lost', last.state)).toBe(
      'The reader found 0 entries missing. In truth, 1 entry was lost.',
    );
  });
});
