import { describe, expect, it } from 'vitest';
import { auditLogRuns } from '../../../models/themelios/audit-log.runs.ts';
import { auditLogView } from './AuditLog.tsx';
import { checkView, explainedAtEndOf, picturesOf } from './pictures.fixture.ts';

checkView(auditLogRuns, auditLogView);

describe('the ring of the audit log', () => {
  it('joins an entry to the next, and nothing to the place that is written next', () => {
    const pictures = picturesOf(auditLogRuns, auditLogView, 'gap');
    expect(pictures[1]).not.toContain('link-line');
    expect(pictures[4]?.match(/link-line/g)).toHaveLength(1);
    expect(pictures[10]?.match(/link-line/g)).toHaveLength(2);
  });

  it('names the digest of every entry of a chain, also when all of them are 0', () => {
    const [, first] = picturesOf(auditLogRuns, auditLogView, 'chained');
    expect(first).toContain('grant, not read, after digest 0');
    expect(picturesOf(auditLogRuns, auditLogView, 'believed')[1]).not.toContain('digest');
  });

  it('says how many calls a run has', () => {
    expect(picturesOf(auditLogRuns, auditLogView, 'first')[1]).toContain('<span class="fact-of"> of 6</span>');
  });

  it('says what a reader finds missing', () => {
    const last = picturesOf(auditLogRuns, auditLogView, 'gap').at(-1);
    expect(last).toContain('1 entry missing');
  });

  it('tells what was lost from what was found', () => {
    expect(explainedAtEndOf(auditLogRuns, auditLogView, 'dropped', 'a reader can tell how many entries were lost')).toBe(
      'The reader found 0 entries missing. In truth, 1 entry was lost.',
    );
  });
});
