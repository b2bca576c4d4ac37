/** A project with five hundred made-up platforms, always the same, to see what a matrix of that size weighs and how fast it is. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from './private-build.ts';

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words =
  `the board boots from a card with firmware that loads an image over serial line and network while memory stays small two of four
  processors start late timer interrupt controller has no driver yet display works in part storage is slow but stable tests pass on most
  days except when power fails early console prints nothing keyboard needs an adapter clock drifts audio was never tried documents name
  one revision of it later copies list three others kernel halts after first fault user programs run under load measured once each week
  by hand vendor publishes patches without dates tree holds old names for buses and pins nobody owns every port open closed signed
  unsigned release nightly`.split(/\s+/);
const states = ['supported', 'partial', 'planned', 'deferred', 'unknown', 'unnamed', 'removed'];
const groups = ['virtual', 'board', 'machine', 'network'];
const architectures = ['aarch64', 'riscv64', 'x86_64', 'several', 'unknown'];

/** Where each system's platforms are cited from: a line of its primary source, and commits with their days. */
const grounds: Readonly<Record<string, { readonly lines: string; readonly commits: readonly (readonly [day: string, cite: string])[] }>> = {
  violetos: {
    lines: 'violetos-readme, lines: [22, 23]',
    commits: [
      ['2026-04-10', 'violetos-upstream, commit: bf8ae6c'],
      ['2026-08-21', 'violetos-upstream, commit: 18cc6c3'],
    ],
  },
  starina: { lines: 'starina-readme, lines: [38, 38]', commits: [['2026-02-10', 'starina-upstream, commit: 98dae3c']] },
  zos: { lines: 'zos-readme, lines: [29, 29]', commits: [['2026-05-27', "zos-upstream, commit: '6caeb0ff'"]] },
  avyos: { lines: 'avyos-architecture, lines: [6, 6]', commits: [['2026-02-21', "avyos-site, commit: '75a3040'"]] },
  themelios: {
    lines: 'themelios-milestones, lines: [13, 13]',
    commits: [['undated', 'themelios-upstream, commit: cb5ba9d3']],
  },
};

/** Copies the project, with `count` platforms more, spread over the five systems. Returns the copy's folder. */
export function projectWithPlatforms(name: string, count: number): string {
  const copy = copyProject(name);
  const random = randomFrom(20261120);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentence = () => {
    const text = Array.from({ length: 7 + Math.floor(random() * 9) }, () => pick(words)).join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  const ids = Object.keys(grounds);
  const made = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (let i = 0; i < count; i += 1) {
    const system = ids[i % ids.length]!;
    const target = `${pick(words)}-${pick(words)}-${100 + Math.floor(i / 2)}`;
    const id = `${system}-${target}`;
    made.get(system)!.push(id);
    mkdirSync(join(copy, 'src/content/platforms', system), { recursive: true });
    writeFileSync(join(copy, 'src/content/platforms', system, `${id}.yaml`), recordOf(system, target, { random, pick, sentence }));
  }
  for (const [system, them] of made) {
    const file = join(copy, 'src/content/systems', `${system}.yaml`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^platforms:/m, `platforms:\n${them.map((id) => `  - ${id}`).join('\n')}`));
  }
  return copy;
}

interface Chance {
  readonly random: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly sentence: () => string;
}

function recordOf(system: string, target: string, { random, pick, sentence }: Chance): string {
  const { lines, commits } = grounds[system]!;
  const title = target.replaceAll('-', ' ');
  // About as wordy as the real ones: 200 characters of notes, reasons and aims for each platform.
  const observation = (asOf: string, cite: string) => {
    const state = pick(states);
    const note = state === 'partial' || random() < 0.4 ? `note: '${sentence()}', ` : '';
    const why = state === 'unknown' || random() < 0.7 ? `why: '${sentence()}', ` : '';
    return `  - { asOf: '${asOf}', state: ${state}, ${note}${why}cite: [{ source: ${cite} }] }`;
  };
  const upstream = (cite: string) => `${cite}, path: docs/${pick(words)}.md, lines: [7, 9]`;
  const first = commits[0]![1];
  return [
    `system: ${system}`,
    `title: ${title}`,
    `target: ${target}`,
    `group: ${pick(groups)}`,
    `architecture: ${pick(architectures)}`,
    `identifiers: [{ name: ${target}, asOf: '${commits[0]![0]}', cite: [{ source: ${upstream(first)} }] }]`,
    `covers: [{ name: ${title} ${pick(words)}, cite: [{ source: ${lines} }] }, { name: ${title} ${pick(words)} b, cite: [{ source: ${lines} }] }]`,
    'states:',
    ...(random() < 0.7 ? [observation('undated', lines)] : []),
    ...commits.map(([day, cite]) => observation(day, upstream(cite))),
    ...(random() < 0.8 ? [`tier: { text: '${sentence()}', cite: [{ source: ${upstream(first)} }] }`] : []),
    'statements: []',
    '',
  ].join('\n');
}
