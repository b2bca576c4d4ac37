/** Records of a system that does not exist, made from a text in the form of each primary source; for the tests of this folder. */
import type { Milestone, MilestoneStatus } from '../schemas/milestones.ts';
import type { Platform, PlatformState } from '../schemas/platforms.ts';
import type { CollectionName } from '../schemas/evidence.ts';
import type { Entries, Entry } from '../facts/entries.ts';
import { driftReader, type Report } from './compare.ts';
import type { Finding, PrintOf, Unreadable } from './document.ts';

/** A hash of a text, in hexadecimal digits; given by the test, because this folder imports no package. */
type Hash = (text: string) => string;
const printWith =
  (hash: Hash): PrintOf =>
  (text) =>
    hash(text).slice(0, 6);

const entry = <Name extends CollectionName>(collection: Name, id: string, data: unknown): Entry<Name> => ({
  collection,
  id,
  file: `src/content/${collection}/${id}.yaml`,
  data: data as Entry<Name>['data'],
});

export const primary = (hash: Hash, system: string, text: string): Entry<'sources'> => {
  const lines = text.split('\n');
  return entry('sources', `${system}-text`, {
    kind: 'primary',
    system,
    title: `Text of ${system}`,
    sha256: hash(text),
    lineCount: lines.length,
    lineHashes: lines.map(printWith(hash)).join(' '),
    damage: [],
    ignored: [],
  });
};

const repository = (system: string, tracked: readonly string[] = []): Entry<'sources'> =>
  entry('sources', `${system}-repository`, {
    kind: 'upstream',
    system,
    title: `Repository of ${system}`,
    web: `https://example.org/${system}`,
    tracked,
    commits: [],
  });

const at = (system: string, ...lines: number[]) => lines.map((n) => ({ source: `${system}-text`, lines: [n, n] }));
const later = (system: string, path: string) => [{ source: `${system}-repository`, commit: 'abcdef0', path }];

/** The damage of the real source, made up: a command without a dash, a broken item with the next one behind it. */
export const phaseText = `Milestones
The work goes in phases.
| Phase | Goal | Status |
|---|---|---|
| 0 | Light a lamp | Complete |
| 1 | Ring a bell | Not started |
| 2 | Turn a wheel | Not started |
Phase 0 — Lamp (Complete)
Goal: Light the lamp.
Deliverables:
- Wick
make lampruns in the box
Phase 1 — Bell (Not started)
Goal: Ring the bell.
Deliverables:
- Rope (
pull,let go) - Clapper
Phase 2 — Wheel (Not started)
Goal: Turn the wheel.
Deliverables:
- Spokes
- Hub`;

const phase = (
  order: number,
  statuses: readonly MilestoneStatus[],
  row: number,
  heading: number,
  items: readonly number[],
): Entry<'milestones'> =>
  entry('milestones', `clockwork-phase-${order}`, {
    system: 'clockwork',
    order,
    label: `Phase ${order}`,
    title: `Part ${order}`,
    goal: { text: 'A goal.', cite: at('clockwork', heading + 1) },
    status: statuses.map((status, i) => ({
      asOf: 'undated',
      status,
      cite: i === 0 ? at('clockwork', row, heading) : later('clockwork', 'milestones.md'),
    })),
    needs: [],
    deliverables: items.map((line, i) => ({ id: `item-${i}`, title: 'An item', area: 'kernel', cite: at('clockwork', line) })),
  } satisfies Record<keyof Omit<Milestone, 'platforms'>, unknown>);

export const boardText = `Lantern runs on boards.
| Platform | Identifier | State |
|---|---|---|
| Oak 11 | oak_1 |
✅1 |
| Elm 2 | elm_2 |
🗓️3 |
1 ✅ means "Supported".
3 🗓️ means "Planned".`;

const board = (
  id: string,
  title: string,
  names: readonly [string, string],
  states: readonly [PlatformState, PlatformState],
  tier: number,
  row: number,
) =>
  entry('platforms', id, {
    system: 'lantern',
    title,
    target: id,
    group: 'board',
    architecture: 'several',
    identifiers: [
      { name: names[0], asOf: 'undated', cite: at('lantern', row) },
      { name: names[1], asOf: '2026-01-01', cite: later('lantern', 'SUPPORT.md') },
    ],
    covers: [],
    states: [
      { asOf: 'undated', state: states[0], cite: [{ source: 'lantern-text', lines: [row, row + 1] }] },
      { asOf: '2026-01-01', state: states[1], cite: later('lantern', 'SUPPORT.md') },
    ],
    tier: { text: `Tier ${tier}, as far as it goes.`, cite: later('lantern', 'SUPPORT.md') },
    statements: [],
  } satisfies Record<keyof Omit<Platform, 'boot'>, unknown>);

/** The ticks are lost, as in the real source. */
export const roadmapText = `Kite

Kite flies in the wind.

Roadmap

  • Paper wings
  • Long tail
  • Spool of thread

Wind

It needs wind.`;

/** Page furniture, sections and a list, and nothing that is tracked. */
export const readmeText = `Skip to content

Pond

What this is

A pond holds water, and links are lost here.

What it holds

  • clear water: for all to drink
  • Frogs

Licence

Free.`;

const roadmapItem = (order: number, title: string, found: MilestoneStatus): Entry<'milestones'> =>
  entry('milestones', `kite-${order}`, {
    system: 'kite',
    order,
    label: `Roadmap item ${order}`,
    title,
    goal: { text: 'A goal.', cite: at('kite', order + 6) },
    status: [
      { asOf: 'undated', status: 'unknown', why: 'The tick is lost.', cite: at('kite', order + 6) },
      { asOf: '2026-01-01', status: found, cite: later('kite', 'README.md') },
    ],
    needs: [],
    deliverables: [],
  });

const list = (system: string) => later(system, 'data/project-status.json');
const system = (id: string, title: string, statements: readonly unknown[] = []): Entry<'systems'> =>
  entry('systems', id, { title, statements, repository: { web: `https://example.org/${id}` } });

/** All of them together, as the real records are. */
export const madeUp = (hash: Hash): Entries => ({
  systems: [system('clockwork', 'Clockwork'), system('lantern', 'Lantern'), system('pond', 'Pond'), system('kite', 'Kite')],
  platforms: [
    board('oak', 'Oak 1', ['oak_1', 'oak-one'], ['supported', 'planned'], 1, 4),
    board('elm', 'Elm 2', ['elm_2', 'elm-two'], ['planned', 'planned'], 2, 6),
    entry('platforms', 'kite-breeze', {
      system: 'kite',
      title: 'Breeze',
      identifiers: [],
      covers: [],
      statements: [],
      states: [{ asOf: '2026-01-01', state: 'supported', cite: list('kite') }],
    }),
  ],
  milestones: [
    phase(0, ['complete', 'complete'], 5, 8, [11, 12]),
    phase(1, ['not-started', 'complete'], 6, 13, [16, 17]),
    phase(2, ['not-started', 'not-started'], 7, 18, [21, 22]),
    roadmapItem(1, 'Paper wings', 'complete'),
    roadmapItem(2, 'Long tail', 'not-started'),
    roadmapItem(3, 'Spool', 'not-started'),
    entry('milestones', 'kite-core', {
      system: 'kite',
      order: 4,
      label: 'Group 1',
      title: 'Core',
      goal: { text: 'A goal.', cite: list('kite') },
      status: [{ asOf: '2026-01-01', status: 'partial', note: 'Marked basic.', cite: list('kite') }],
      needs: [],
      deliverables: [
        {
          id: 'wings',
          title: 'Wings and tail',
          area: 'kernel',
          status: [{ asOf: '2026-01-01', status: 'complete', cite: list('kite') }],
          cite: list('kite'),
        },
        {
          id: 'thread',
          title: 'Thread',
          area: 'kernel',
          status: [{ asOf: '2026-01-01', status: 'not-started', cite: list('kite') }],
          cite: list('kite'),
        },
      ],
    }),
  ],
  architecture: [],
  rules: [],
  glossary: [],
  sources: [
    primary(hash, 'clockwork', phaseText),
    repository('clockwork'),
    primary(hash, 'lantern', boardText),
    repository('lantern'),
    primary(hash, 'kite', roadmapText),
    repository('kite', ['data/project-status.json']),
    primary(hash, 'pond', readmeText),
    repository('pond'),
  ],
  drift: [],
  tasks: [],
  labs: [],
  paths: [],
});

interface Bench {
  read(text: string): Report | Unreadable;
  /** Throws when the text cannot be read. */
  reportOf(text: string): Report;
  /** The findings in a few words each. */
  drift(text: string): string[];
}

/** Reads texts against some records, which are looked through once. */
export function bench(entries: Entries, hash: Hash): Bench {
  const driftOf = driftReader(entries, printWith(hash));
  const read = (text: string): Report | Unreadable => driftOf(text, hash(text));
  const reportOf = (text: string): Report => {
    const report = read(text);
    if ('why' in report) throw new Error(`unreadable at line ${report.line}: ${report.why}`);
    return report;
  };
  return { read, reportOf, drift: (text) => brief(reportOf(text).findings) };
}

/** Each finding in a few words: `12 changed oak`. */
const brief = (findings: readonly Finding[]): string[] =>
  findings.map((it) => `${it.line}${it.toLine === it.line ? '' : `-${it.toLine}`} ${it.kind} ${it.records.join(' ')}`.trim());
