/** Small made-up documents in each form: what agrees is silent, and each change is named with its line and its record. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bench, boardText, madeUp, phaseText, primary, readmeText, roadmapText } from './made-up.fixture.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { read, reportOf, drift } = bench(madeUp(hash), hash);

const pondOf = (text: string) => primary(hash, 'pond', text);
const readmeOf = (item: string): string =>
  `# Pond\n\n## What this is\n\nA pond holds water, and [links](https://example.org) are lost here.\n\n## What it holds\n\n- **clear water**: for all to drink\n${item}\n\n## Licence\n\nFree.\n`;

const phases = `# Milestones

The work goes in phases.

| Phase | Goal | Status |
|-------|------|--------|
| **0** | Light a lamp | Complete |
| **1** | Ring a bell | Complete |
| **2** | Turn a wheel | Not started |

---

## Phase 0 — Lamp (Complete)

**Goal**: Light the lamp.

**Deliverables**:
- Wick
- \`make lamp\` runs in the box

## Phase 1 — Bell (Complete)

**Goal**: Ring the bell.

**Delivered**:
- Rope (\`pull\`, \`let go\`)
- Clapper

## Phase 2 — Wheel (Not started)

**Goal**: Turn the wheel.

**Deliverables**:
- Spokes
- Hub
`;

describe('milestone table', () => {
  test('the primary form against itself', () => expect(reportOf(phaseText)).toMatchObject({ form: 'milestone table', findings: [] }));

  test('the form upstream: statuses as last observed agree, commands in code and all; one label replaced another', () => {
    expect(reportOf(phases)).toMatchObject({ form: 'milestone table', system: 'clockwork' });
    expect(drift(phases)).toEqual(['23 gone']);
  });

  test('a status flipped, in the row and in the heading', () => {
    expect(drift(phaseText.replace('wheel | Not started', 'wheel | Complete'))).toEqual(['7 changed clockwork-phase-2']);
    expect(drift(phaseText.replace('Wheel (Not started)', 'Wheel (In progress)'))).toEqual(['18 changed clockwork-phase-2']);
    expect(drift(phases.replace('Wheel (Not started)', 'Wheel (Complete — core)'))).toEqual(['23 gone', '29 changed clockwork-phase-2']);
    expect(reportOf(phaseText.replace('wheel | Not started', 'wheel | Humming')).findings[0]!.says).toContain(
      '“Humming”, which is no known word',
    );
  });

  test('a phase renamed, alone and with its status', () => {
    expect(drift(phaseText.replace('Phase 1 — Bell (', 'Phase 1 — Gong ('))).toEqual(['13 renamed clockwork-phase-1']);
    expect(drift(phaseText.replace('Phase 1 — Bell (Not started)', 'Phase 1 — Gong (Complete)'))).toEqual([
      '13 renamed clockwork-phase-1',
      '13 changed clockwork-phase-1',
    ]);
    expect(drift(phases.replace('Phase 1 — Bell (', 'Phase 1 — Gong ('))).toEqual(['21 renamed clockwork-phase-1', '23 gone']);
  });

  test('a phase added, doubled, taken away', () => {
    expect(drift(`${phaseText}\nPhase 3 — Tower (Not started)`)).toEqual(['23 new']);
    expect(drift(`${phaseText}\nPhase 2 — Wheel (Not started)`)).toEqual(['23 new clockwork-phase-2']);
    expect(drift(phaseText.replace('| 1 | Ring a bell | Not started |\n', ''))).toEqual(['5 gone clockwork-phase-1']);
    expect(drift(phaseText.replace('| 1 | Ring a bell | Not started |', '| 1 | Ring a'))).toEqual(['6 changed clockwork-phase-1']);
  });

  test('an item added to a phase, one reworded, one gone', () => {
    expect(drift(`${phases}- Axle\n`)).toEqual(['23 gone', '36 new clockwork-phase-2']);
    expect(drift(phases.replace('- Spokes\n', ''))).toEqual(['23 gone', '33 gone clockwork-phase-2#item-0']);
    expect(drift(phaseText.replace('- Hub', '- Nave'))).toEqual(['22 changed clockwork-phase-2#item-1 clockwork-phase-2']);
  });
});

const support = `# Lantern on boards

> **Legend:** <br>
> ✅ Reached <br>
> 🗓️ Planned

| Board | Identifier | Current State | Target Tier |
| :--- | :--- | :---: | :---: | :--- |
| **Oak 1**<sup>1</sup> | \`oak-one\` | 🗓️ Planned | Tier 1 |
| **Elm 2** | \`elm-two\` | 🗓️ Planned | Tier 2 |

<sup>1</sup> Includes Oak 1B.
`;

describe('platform table', () => {
  test('the README form against itself', () => expect(reportOf(boardText)).toMatchObject({ form: 'platform table', findings: [] }));

  test('the README form in Markdown: state and raised digits in the row', () => {
    const readme = `# Lantern

## Platforms

Lantern runs on boards.

| Platform | Identifier | State |
| --- | --- | --- |
| Oak 1<sup>1</sup> | \`oak_1\` | ✅<sup>1</sup> |
| Elm 2 | \`elm_2\` | 🗓️<sup>3</sup> |

<sup>1</sup> ✅ means "Supported".
<sup>3</sup> 🗓️ means "Planned".
`;
    expect(drift(readme)).toEqual(['1 unplaced', '3 unplaced']);
    expect(drift(readme.replace('🗓️<sup>', '✅<sup>'))).toEqual(['1 unplaced', '3 unplaced', '10 changed elm']);
  });

  test('a state flipped, a row added, a row gone, an identifier renamed, a row cut', () => {
    expect(drift(boardText.replace('🗓️3 |', '✅1 |'))).toEqual(['7 changed elm']);
    expect(drift(boardText.replace('1 ✅ m', '| Ash | ash |\n✅1 |\n1 ✅ m'))).toEqual(['8-9 new']);
    expect(drift(boardText.replace('| Elm 2 | elm_2 |\n🗓️3 |\n', ''))).toEqual(['5 gone elm']);
    expect(drift(boardText.replace('elm_2', 'elm2b'))).toEqual(['6 renamed elm']);
    expect(drift(boardText.replace('| Elm 2 | elm_2 |', '| Elm 2'))[0]).toMatch(/^\d gone elm$|^6 /);
  });

  test('the form with tiers: against the newest observation', () => {
    expect(reportOf(support)).toMatchObject({ form: 'platform table', system: 'lantern' });
    expect(drift(support)).toEqual(['1 unplaced']);
    expect(drift(support.replace('| 🗓️ Planned | Tier 2', '| ✅ Reached | Tier 1'))).toEqual([
      '1 unplaced',
      '10 changed elm',
      '10 changed elm',
    ]);
    expect(drift(support.replace('\n<sup>', '| Ash | `ash` | 🗓️ Planned | Tier 3 |\n\n<sup>'))).toEqual(['1 unplaced', '11 new']);
    expect(drift(support.replace(/\| \*\*Elm.*\n/, ''))).toEqual(['1 unplaced', '9 gone elm']);
  });
});

const roadmap = `# Kite

Kite flies in the wind.

## Roadmap

- [x] Paper wings
- ☐ Long tail
- [ ] Spool of thread

## Wind

It needs wind.
`;

describe('check-list roadmap', () => {
  test('ticks lost, as in the primary source', () => {
    expect(reportOf(roadmapText)).toMatchObject({ form: 'check-list roadmap', findings: [] });
  });
  test('ticks as boxes and as characters, against the newest observation', () => {
    expect(reportOf(roadmap)).toMatchObject({ form: 'check-list roadmap', system: 'kite', findings: [] });
    expect(drift(roadmap.replace('☐ Long', '✅ Long'))).toEqual(['8 changed kite-2']);
    expect(drift(roadmap.replace('[x] Paper', '[ ] Paper'))).toEqual(['7 changed kite-1']);
  });
  test('a tick in the copy, whose state is documented as unknown', () => {
    expect(drift(roadmapText.replace('• Long', '• [x] Long'))).toEqual(['8 changed kite-2']);
  });
  test('an item new, gone, in other words', () => {
    expect(drift(roadmap.replace('- [ ] Spool', '- [ ] Bridle\n- [ ] Spool'))).toEqual(['9 new']);
    expect(drift(roadmap.replace('- ☐ Long tail\n', ''))).toEqual(['8 gone kite-2']);
    expect(drift(roadmap.replace('☐ Long tail', '☐ A long tail of rags'))).toEqual(['8 renamed kite-2']);
  });
});

test('D3: an item of two lines that are two in the copy', () => {
  const copy = readmeText.replace('  • Frogs', 'newts/\nThose that swim');
  const two = bench({ ...madeUp(hash), sources: madeUp(hash).sources.map((it) => (it.id === 'pond-text' ? pondOf(copy) : it)) }, hash);
  const document = readmeOf('- `newts/`\n  Those that swim');
  // The furniture of the page is no part of the file, as above.
  expect(two.drift(document)).toEqual(['0 gone']);
  expect(two.drift(document.replace('Those that', 'Some that'))).toEqual(['0 gone', '9 gone', '9 gone', '10-11 new']);
});

describe('README', () => {
  const readme = `# Pond

## What this is

A pond holds water, and [links](https://example.org) are lost here.

## What it holds

- **clear water**: for all to drink
- Frogs

## Licence

Free.
`;
  test('sections and lists, as the page shows them and in Markdown', () => {
    expect(reportOf(readmeText)).toMatchObject({ form: 'README', system: 'pond', findings: [] });
    expect(reportOf(readme)).toMatchObject({ form: 'README', system: 'pond' });
    // The furniture of the page is no part of the file: the real record sets it aside, this one does not.
    expect(drift(readme)).toEqual(['0 gone']);
  });
  test('an item, a section and a sentence that are new; an item that is gone; the same in the copy', () => {
    expect(drift(readme.replace('- Frogs', '- Newts'))).toEqual(['0 gone', '9 gone', '10 new']);
    expect(drift(readme.replace('## Licence', '## Depth\n\nDeep.\n\n## Licence'))).toEqual(['0 gone', '12 new', '14 unplaced']);
    expect(drift(readmeText.replace('Frogs', 'Newts'))).toEqual(['12 changed']);
    expect(drift(readmeText.replace('  • Frogs\n', ''))).toEqual(['11 gone']);
  });
});

const status = `{
  "helpText": "how to read it",
  "groups": [
    {
      "title": "Core",
      "status": "basic",
      "items": [
        { "title": "Wings", "status": "done", "description": "of paper" },
        { "title": "Thread", "status": "not" }
      ]
    },
    { "title": "Weather", "status": "basic", "items": [] }
  ]
}
`;

describe('status list', () => {
  test('a group that is new, a platform that is gone', () => {
    expect(reportOf(status)).toMatchObject({ form: 'status list', system: 'kite' });
    expect(drift(status)).toEqual(['12 new', '12 gone kite-breeze']);
  });
  test('the status of a group, of an item; a new item; a member that is not read', () => {
    const only = (text: string): string[] => drift(text).filter((it) => !it.startsWith('12') && !it.startsWith('13'));
    expect(only(status.replace('"basic"', '"complete"'))).toEqual(['6 changed kite-core']);
    expect(only(status.replace('"not"', '"done"'))).toEqual(['9 changed kite-core#thread']);
    expect(only(status.replace('"Thread"', '"Bridle"'))).toEqual(['9 new kite-core']);
    expect(only(status.replace('"description"', '"colour"'))).toEqual(['8 unplaced']);
  });
  test('truncated, or another JSON', () => {
    expect(read(status.slice(0, 120))).toEqual({ line: 8, why: expect.stringContaining('it ends') as string });
    expect(read(status.replace('"not" }', '"not" '))).toMatchObject({ line: 10 });
    expect(reportOf('{ "a": 1 }')).toMatchObject({ form: 'not recognised', findings: [{ kind: 'unplaced', line: 1 }] });
    expect(read('['.repeat(100))).toMatchObject({ line: 1, why: expect.stringContaining('64 deep') as string });
  });
});

describe('the bytes around the text', () => {
  test('line ends and a byte-order mark are said, and the text is compared all the same', () => {
    expect(drift(phaseText.replaceAll('\n', '\r\n'))).toEqual(['1-21 line-ends']);
    expect(drift(phaseText.replace('a lamp | Complete |\n', 'a lamp | Complete |\r\n'))).toEqual(['5 line-ends']);
    expect(drift(`\uFEFF${phaseText}`)).toEqual(['1 byte-order-mark']);
    expect(drift(`\uFEFF${phaseText.replaceAll('\n', '\r\n').replace('- Hub', '- Nave')}`)).toEqual([
      '1 byte-order-mark',
      '1-21 line-ends',
      '22 changed clockwork-phase-2#item-1 clockwork-phase-2',
    ]);
    expect(drift(`${phaseText}\n`)).toEqual(['22 line-ends']);
  });
  test('what cannot be read', () => {
    expect(read('')).toEqual({ line: 0, why: 'it is empty' });
    expect(read('\uFEFF \n')).toMatchObject({ why: 'it holds nothing but white space' });
    expect(read('a\nb\0c')).toMatchObject({ line: 2 });
    expect(read('a\n'.repeat(20_001))).toMatchObject({ line: 20_001 });
  });
  test('a text that is none of the forms: each line is named', () => {
    expect(reportOf('Once upon a time\n\nthere was')).toMatchObject({
      form: 'not recognised',
      lines: { total: 3, blank: 1, reported: 2 },
      findings: [{ line: 1, kind: 'unplaced' }, { line: 3 }],
    });
  });
});

test('a line of nonsense, anywhere in any of the forms, is reported with its line', () => {
  const documents = [phaseText, phases, boardText, support, roadmapText, roadmap, readmeText];
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.nat(60), fc.stringMatching(/^[a-z]{3,9} [a-z ]{1,20}[a-z]$/), (text, place, nonsense) => {
      const lines = text.split('\n');
      const i = place % lines.length;
      lines.splice(i, 0, nonsense);
      const { findings, lines: count } = reportOf(lines.join('\n'));
      expect(findings.some((it) => it.kind !== 'gone' && it.line <= i + 1 && i + 1 <= it.toLine)).toBe(true);
      expect(count.known + count.blank + count.placed + count.reported).toBe(count.total);
    }),
    { numRuns: 2_000, seed: 4 },
  );
});

test('whatever is done to a document, it is read or refused with a line; nothing throws, and each line is counted once', () => {
  const documents = [phaseText, phases, boardText, support, roadmapText, roadmap, status];
  const signs = fc.constantFrom(
    '|',
    '`',
    '**',
    '# ',
    '- ',
    '[x] ',
    '(',
    ')',
    '\n',
    '\r',
    '"',
    '{',
    '}',
    ',',
    '```\n',
    '✅',
    '<sup>',
    'Phase 9 — ',
    '',
  );
  const splice = fc.record({ at: fc.nat(), cut: fc.nat(40), put: signs });
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(splice, { minLength: 1, maxLength: 8 }), (document, splices) => {
      let text = document;
      for (const { at, cut, put } of splices) text = text.slice(0, at % text.length) + put + text.slice((at % text.length) + cut) || 'x';
      const report = read(text);
      if ('why' in report) {
        expect(report.why).not.toBe('');
        return;
      }
      const { known, blank, placed, reported, total } = report.lines;
      expect(known + blank + placed + reported).toBe(total);
      for (const it of report.findings)
        expect(it.line >= (it.kind === 'gone' ? 0 : 1) && it.line <= it.toLine && it.toLine <= total).toBe(true);
    }),
    { numRuns: 4_000, seed: 4 },
  );
});
