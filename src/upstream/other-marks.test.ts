/** Documents in other marks of Markdown than those that the records were written from, and where the lines stand that are gone. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { driftReader, type Report } from './compare.ts';
import { bench, madeUp } from './made-up.fixture.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { reportOf, drift } = bench(madeUp(hash), hash);

describe('the same document in other marks of Markdown', () => {
  test('a table without bars around its rows', () => {
    const bare =
      '# Lantern on boards\n\nBoard | Identifier | Current State | Target Tier\n:--- | :--- | :---: | :---:\n**Oak 1** | `oak-one` | 🗓️ Planned | Tier 1\n**Elm 2** | `elm-two` | 🗓️ Planned | Tier 2\n';
    expect(reportOf(bare)).toMatchObject({ form: 'platform table', system: 'lantern' });
    expect(drift(bare)).toEqual(['1 unplaced']);
    expect(drift(bare.replace('🗓️ Planned | Tier 2', '✅ Reached | Tier 2'))).toEqual(['1 unplaced', '6 changed elm']);
  });

  test('fields above the text hide no name, and are told', () => {
    const text =
      '---\ntitle: of a page\n---\n\n# Kite\n\nKite flies in the wind.\n\n## Roadmap\n\n- [x] Paper wings\n- ☐ Long tail\n- [ ] Spool of thread\n\n## Wind\n\nIt needs wind.\n';
    expect(reportOf(text)).toMatchObject({ form: 'check-list roadmap', system: 'kite' });
    expect(drift(text)).toEqual(['2 unplaced']);
  });
});

test('what is gone of a phase stands in it, though its heading is a line that only a record knows', () => {
  const now = `# Milestones

The work goes in phases.

| Phase | Goal | Status |
|-------|------|--------|
| **0** | Light a lamp | Complete |
| **1** | Ring a bell | Complete |
| **2** | Turn a wheel | Not started |

## Phase 0 — Lamp (Complete)

**Goal**: Light the lamp.

**Deliverables**:
- Wick
- \`make lamp\` runs in the box

## Phase 1 — Bell (Complete — core)

**Goal**: Ring the bell.

**Delivered**:
- Nothing of it

## Phase 2 — Wheel (In progress)

**Goal**: Turn the wheel.

**Deliverables**:
- Something else
`;
  const lines = now.split('\n');
  const printOf = (text: string): string => hash(text).slice(0, 12);
  const held = [19, 26].map((n): [string, string] => [`clockwork-repository abcdef0 milestones.md ${n}-${n}`, printOf(lines[n - 1]!)]);
  const reader = driftReader(madeUp(hash), (text) => hash(text).slice(0, 6), { hashes: new Map(held), printOf });
  const report = reader(now, hash(now)) as Report;
  const phaseAt = (line: number): number => [11, 19, 26].findLastIndex((it) => it <= line);
  const gone = report.findings.filter((it) => it.kind === 'gone').flatMap((it) => it.records.map((id) => [id, phaseAt(it.line)] as const));
  expect(gone.length).toBeGreaterThan(3);
  for (const [id, phase] of gone) expect(id).toContain(`phase-${phase}`);
});
