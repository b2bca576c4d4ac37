/** Small records of a made-up system, Orbit, so that a test says only what matters to it. All of them are sound by themselves. */
import type { Architecture } from '../schemas/architecture.ts';
import type { Records } from '../schemas/collections.ts';
import { collectionNames, type Citation, type CollectionName } from '../schemas/evidence.ts';
import type { LabOf } from '../schemas/labs.ts';
import type { Milestone } from '../schemas/milestones.ts';
import type { Platform } from '../schemas/platforms.ts';
import type { Task } from '../schemas/tasks.ts';
import type { PrimarySource, Source } from '../schemas/sources.ts';
import { questions, type System } from '../schemas/systems.ts';
import type { Entries, Entry } from './entries.ts';

/** All collections, with these records in them. */
export const entriesOf = (...records: readonly Entry[]): Entries =>
  Object.fromEntries(collectionNames.map((name) => [name, records.filter((it) => it.collection === name)])) as unknown as Entries;

const entry = <Name extends CollectionName>(collection: Name, id: string, data: Records[Name]): Entry<Name> => ({
  collection,
  id,
  file: `src/content/${collection}/${id}.yaml`,
  data,
});

/** A citation of one line, or of a range, of Orbit's README. */
export const cited = (from = 1, to = from): Citation => ({ source: 'orbit-readme', lines: [from, to] });
/** A citation of Orbit's repository at the commit of 2026-01-02. */
export const seen: Citation = { source: 'orbit-upstream', commit: 'abcdef1', path: 'kernel/main.c', lines: [7, 9] };

/** The hashes of an empty line and of one that is a single space. */
export const blank = ['e3b0c4', '36a9e7'] as const;

/** Orbit's README, with a line for each of these hashes. */
export const readme = (
  hashes: readonly string[] = ['111111'],
  more: Partial<PrimarySource> = {},
): Entry<'sources'> & { readonly data: PrimarySource } =>
  entry('sources', 'orbit-readme', {
    kind: 'primary',
    system: 'orbit',
    title: 'README of Orbit',
    file: 'orbit.txt',
    sha256: 'a'.repeat(64),
    lineCount: hashes.length,
    lineHashes: hashes.join(' '),
    what: 'The README.',
    age: 'Not dated.',
    damage: [],
    ignored: [],
    ...more,
  }) as Entry<'sources'> & { readonly data: PrimarySource };

export const upstream = (more: Partial<Extract<Source, { kind: 'upstream' }>> = {}): Entry<'sources'> =>
  entry('sources', 'orbit-upstream', {
    kind: 'upstream',
    system: 'orbit',
    title: 'Repository of Orbit',
    web: 'https://example.org/orbit',
    read: '2026-02-01',
    how: 'Read whole.',
    commits: [
      { commit: 'abcdef1', date: '2026-01-02', what: 'the tree' },
      { commit: 'abcdef2', date: '2026-01-20', what: 'a later tree' },
      { commit: 'abcdef3', date: null, what: 'a copy' },
    ],
    ...more,
  });

const fact = (text: string) => ({ text, cite: [cited()] });

export const system = (more: Partial<System> = {}, id = 'orbit'): Entry<'systems'> =>
  entry('systems', id, {
    title: 'Orbit',
    order: 1,
    summary: fact('A system that turns.'),
    tagline: fact('It turns'),
    builtWith: { label: 'C', ...fact('Written in C.') },
    licence: fact('MIT.'),
    kernelKind: fact('A small kernel.'),
    documented: { mark: 'partial', label: 'in part', ...fact('Some of it is done.') },
    upstream: [{ asOf: '2026-01-02', state: 'active', text: 'It is worked on.', cite: [seen] }],
    repository: { web: 'https://example.org/orbit', ...fact('One repository.') },
    goals: [],
    nonGoals: [],
    statements: [],
    answers: Object.fromEntries(questions.map((name) => [name, fact('Said.')])) as System['answers'],
    start: { needs: [], commands: [], contributing: [], beware: [], compared: '2026-02-01' },
    milestones: [],
    platforms: [],
    ...more,
  });

export const milestone = (id: string, more: Partial<Milestone> = {}): Entry<'milestones'> =>
  entry('milestones', id, {
    system: 'orbit',
    order: 1,
    label: 'Phase 1',
    title: 'Turn',
    goal: fact('It turns.'),
    status: [{ asOf: 'undated', status: 'complete', cite: [cited()] }],
    needs: [],
    deliverables: [],
    ...more,
  });

export const need = (milestone: string, basis: 'stated' | 'derived' = 'stated'): Milestone['needs'][number] => ({
  milestone,
  basis,
  why: 'The text says so.',
  cite: [cited()],
});

export const deliverable = (id: string, more: Partial<Milestone['deliverables'][number]> = {}): Milestone['deliverables'][number] => ({
  id,
  title: `The ${id}`,
  area: 'kernel',
  cite: [cited()],
  ...more,
});

export const platform = (id: string, more: Partial<Platform> = {}): Entry<'platforms'> =>
  entry('platforms', id, {
    system: 'orbit',
    title: 'A board',
    target: 'board',
    group: 'board',
    architecture: 'riscv64',
    identifiers: [],
    covers: [],
    states: [{ asOf: 'undated', state: 'supported', cite: [cited()] }],
    statements: [],
    ...more,
  });

export const architecture = (more: Partial<Architecture> = {}): Entry<'architecture'> =>
  entry('architecture', 'orbit', {
    title: 'How Orbit is built',
    components: [
      { id: 'kernel', title: 'Kernel', kind: 'kernel', ...fact('It turns.') },
      { id: 'shell', title: 'Shell', kind: 'process', path: '/bin/shell', ...fact('It asks.') },
    ],
    relations: [{ id: 'shell-calls-kernel', from: 'shell', to: 'kernel', kind: 'calls', ...fact('It calls.') }],
    flows: [],
    views: [],
    constraints: [],
    places: [],
    codeOf: 'the tree of 2026-01-02',
    code: [],
    statements: [],
    ...more,
  });

export const rule = (id: string, more: Partial<Records['rules']> = {}): Entry<'rules'> =>
  entry('rules', id, { system: 'orbit', statement: 'It must turn.', modality: 'must', cite: [cited()], checkedBy: [], ...more });

export const term = (id: string, more: Partial<Records['glossary']> = {}): Entry<'glossary'> =>
  entry('glossary', id, { term: id, meanings: [{ system: 'orbit', ...fact('A word.') }], aliases: [], avoid: [], seeAlso: [], ...more });

export const drift = (id: string, more: Partial<Records['drift']> = {}): Entry<'drift'> =>
  entry('drift', id, {
    system: 'orbit',
    title: 'It stopped',
    class: 'changed',
    documented: fact('It turns.'),
    observed: { text: 'It stands.', asOf: '2026-01-02', cite: [seen] },
    ...more,
  });

/** A system, its README and its repository: what other records refer to. */
export const ground: readonly Entry[] = [system(), readme(), upstream()];

export const task = (id: string, more: Partial<Task> = {}): Entry<'tasks'> =>
  entry('tasks', id, {
    system: 'orbit',
    title: 'Count the turns',
    exists: { text: 'It turns.', cite: [seen] },
    missing: 'A count.',
    size: 'lines',
    area: 'kernel',
    knows: ['c'],
    hardware: [],
    where: [seen],
    proof: { text: 'A test that turns it three times.', proposed: true },
    read: {},
    after: [],
    status: [{ asOf: '2026-01-02', status: 'open', cite: [seen] }],
    ...more,
  });

/** A clause of a made-up model that is to be written. */
export const lab = (id = 'orbit-hold', more: Partial<LabOf<'write'>> = {}): Entry<'labs'> =>
  entry('labs', id, {
    title: 'Let the wheel hold',
    system: 'orbit',
    model: 'orbit/wheel',
    kind: 'write',
    part: 'guard',
    task: 'Write when the wheel may turn.',
    solved: 'The wheel turns only where it may.',
    with: { wheels: 2 },
    after: [],
    minutes: 5,
    hints: ['Look at the wheel.', 'Look at its brake.'],
    reason: { text: 'A wheel with a brake does not turn.', cite: [cited()] },
    leads: { page: '/systems/orbit/', rule: 'orbit.turns', why: 'None fits.' },
    replaces: '!wheel.brake',
    by: 'true',
    must: [
      { says: 'It holds.', finds: { holds: 'everywhere' } },
      { says: 'It is noticed where the brake slips.', with: { slips: true, wheels: 1 }, finds: { breaks: 'the wheel holds' } },
    ],
    solution: '!wheel.brake',
    wrong: ['wheel.brake', 'false', 'wheel.turns', '!wheel.turns', 'wheel.brake || true'],
    ...more,
  });
