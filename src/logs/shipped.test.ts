/** The maps and logs that are shipped: each log is explained, and what becomes of it with one line dropped, doubled, swapped or altered is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMechanism, loadMechanism } from '../mechanisms/registry.ts';
import { begin, follow } from '../engine/checker.ts';
import { Conformance } from './conform.ts';

const folder = join(import.meta.dirname, 'shipped');
const ids = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((it) => it.endsWith('.map'))
  .map((it) => it.replace(/\.map$/, ''))
  .sort();
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

async function heldAgainst(id: string, lines: readonly string[]) {
  const conformance = Conformance.of(await loadMechanism(id), textOf(`${id}.map`));
  if (!(conformance instanceof Conformance)) throw new Error(`${id}.map: ${JSON.stringify(conformance)}`);
  for (const line of lines) if (!conformance.take(line)) break;
  return conformance.result();
}
const linesOf = (id: string): string[] => textOf(`${id}.log`).trimEnd().split('\n');

test('there are maps for two kinds of log of ThemeliOS more than its audit log, for avyos and for Zero-OS', () => {
  expect(ids).toEqual(['avyos/supervisor', 'themelios/audit-log', 'themelios/ipc', 'themelios/scheduler', 'zos/provisioning']);
  expect(ids.every(isMechanism)).toBe(true);
});

describe.each(ids)('%s', (id) => {
  const lines = linesOf(id);

  test('its log is explained by a run of the model, and most of its lines are steps or looks', async () => {
    const { stop, run, m, observed } = await heldAgainst(id, lines);
    expect(stop).toBeUndefined();
    expect(observed).toBeGreaterThan(lines.length / 2);
    let at = begin(m);
    for (const instance of run) {
      const next = follow(m, at, instance);
      if ('because' in next) throw new Error(next.says);
      at = next;
    }
  });

  test('a map says where the form of a line was read', () => {
    const head = textOf(`${id}.map`)
      .split('\n')
      .filter((it) => it.startsWith('#'))
      .join(' ');
    expect(head).toMatch(/[\w/]+\.(go|rs) at [0-9a-f]{7,8}, lines? \d+|lines \d+-\d+/);
  });
});

type How = 'dropped' | 'doubled' | 'swapped';

/**
 * A log with one line dropped, doubled, or swapped with the next: `4:6`, when it is the fourth, is refused at line 6. What is not named is explained,
 * for the model has a run of it: a job that was never looked at again, a change of the deployment that the log does not show.
 */
const refused: Readonly<Record<string, Readonly<Record<How, string>>>> = {
  'avyos/supervisor': {
    dropped: '2:2 3:3 4:5',
    doubled: '2:3 3:4 4:5 10:11 11:12 12:13',
    swapped: '1:3 2:2 3:3',
  },
  'themelios/audit-log': {
    dropped: '4:4 5:5 6:6 7:7',
    doubled: '3:4 4:5 5:6 6:7 7:8 8:9',
    swapped: '3:4 4:4 5:5 6:6 7:7',
  },
  'themelios/ipc': {
    dropped: '3:4 4:4 5:5 6:8 7:8',
    doubled: '3:4 4:5 5:6 6:7 7:8 8:9 9:10',
    swapped: '4:4 5:5 7:9',
  },
  'themelios/scheduler': {
    dropped: '8:10 13:15',
    doubled: '',
    swapped: '12:17',
  },
  'zos/provisioning': {
    dropped: '3:4 4:4 7:8 9:9 10:10 11:11 12:12',
    doubled: '2:3 3:4 4:5 5:6 8:10 9:10 10:11 11:12 12:13 13:14 14:15',
    swapped: '4:4 8:9 9:9 10:10 11:11 12:12',
  },
};

/** All logs that differ in one line, by the number of the line. */
const changed: Readonly<Record<How, (lines: readonly string[], i: number) => readonly string[]>> = {
  dropped: (lines, i) => lines.toSpliced(i, 1),
  doubled: (lines, i) => lines.toSpliced(i, 0, lines[i]!),
  swapped: (lines, i) => lines.toSpliced(i, 2, ...lines.slice(i, i + 2).toReversed()),
};

describe.each(ids)('%s with one line', (id) => {
  const lines = linesOf(id);

  test.each(['dropped', 'doubled', 'swapped'] as const)('%s is refused where that shows, or explained', async (how) => {
    const found: string[] = [];
    for (let i = 0; i < lines.length; i++) {
      const { stop } = await heldAgainst(id, changed[how](lines, i));
      if (stop) found.push(`${i + 1}:${stop.line}`);
    }
    expect(found.join(' ')).toBe(refused[id]![how]);
  });
});

test.each([
  ['avyos/supervisor', /Terminating service: display/, 'Terminating service: audio', 'refused'],
  ['themelios/audit-log', /^ +4316 /m, '    4317 ', 'refused'],
  ['themelios/ipc', /( +907 +\d+ +)5 ipc_call/, '$12 ipc_call', 'refused'],
  ['themelios/scheduler', /2 blocked netd/, '2 running netd', 'refused'],
  ['zos/provisioning', /name=net twin=7 type=network-light/, 'name=net twin=7 type=zmachine-light', 'refused'],
  ['zos/provisioning', /type=zmount/, 'type=qsfs', 'unclear'],
] as const)('%s with a line altered is %4$s', async (id, line, other, is) => {
  const text = textOf(`${id}.log`).trimEnd();
  const lines = text.replace(line, other).split('\n');
  const at = lines.findIndex((it, i) => it !== text.split('\n')[i]);
  const { stop } = await heldAgainst(id, lines);
  expect([stop?.is, stop!.line >= at + 1]).toEqual([is, true]);
});
