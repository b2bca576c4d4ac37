/** What the picture of provisioning reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { listed, same } from '../../../drawing/words.ts';

/** In the order of installation. */
export const types = ['mount', 'network', 'machine'] as const;
export type Type = (typeof types)[number];

export interface Job {
  readonly op: 'provision' | 'update' | 'deprovision' | 'replay';
  readonly wants: readonly Type[];
}
export interface Node {
  readonly wanted: readonly Type[];
  readonly stored: readonly Type[];
  readonly known: readonly Type[];
  readonly running: readonly Type[];
  readonly jobs: readonly Job[];
  readonly current: Job | null;
}

/** A plain state has lost its type on the way out of the engine; the provisioning's schema vouches for it. */
export const nodeIn = (state: PlainState) => state as unknown as Node;

/** What the jobs ahead make of the node, whatever was promised. */
function headedFor({ current, jobs, stored, running }: Node): readonly Type[] {
  const ahead = [...(current ? [current] : []), ...jobs];
  return ahead.findLast(({ op }) => op !== 'replay')?.wants ?? (ahead.length > 0 ? stored : running);
}

const some = (wants: readonly Type[]) => listed(wants) || 'nothing';

interface Rule {
  readonly by: (s: Node) => readonly Type[];
  readonly says: (s: Node, by: readonly Type[]) => string;
}

const rules: Readonly<Record<string, Rule>> = {
  'no accepted job is lost': {
    by: (s) => types.filter((it) => s.wanted.includes(it) !== headedFor(s).includes(it)),
    says: (s) => {
      const isIdle = s.jobs.length === 0 && s.current === null;
      return `The user was promised ${some(s.wanted)}. ${isIdle ? 'No job is left, and what runs is' : 'The jobs that are left lead to'} ${some(headedFor(s))}.`;
    },
  },
  'an installed machine has its mount and its network': {
    by: (s) => (s.running.includes('machine') ? types.filter((it) => !s.running.includes(it)) : []),
    says: (_, by) => `The machine runs without its ${listed(by)}.`,
  },
  'what is deleted stays deleted': {
    by: (s) => s.running.filter((it) => !s.stored.includes(it)),
    says: (_, by) => `The ${listed(by)} ${by.length > 1 ? 'are' : 'is'} deleted, and ${by.length > 1 ? 'run' : 'runs'} again.`,
  },
};

/** The types that break any of the sentences. */
export const blamed = (s: Node, broken: readonly string[]) => broken.flatMap((rule) => rules[rule]?.by(s) ?? []);

export function explain(rule: string, s: Node): string | undefined {
  const by = rules[rule]?.by(s) ?? [];
  return by.length > 0 ? rules[rule]!.says(s, by) : undefined;
}

/** What each column says of a type. */
export const columns = {
  wanted: (s: Node, it: Type) => (s.wanted.includes(it) ? 'wanted' : 'no'),
  stored: (s: Node, it: Type) => (s.stored.includes(it) ? 'stored' : s.known.includes(it) ? 'deleted' : 'no'),
  running: (s: Node, it: Type) => (s.running.includes(it) ? 'running' : 'no'),
} as const;
export type Column = keyof typeof columns;

/** The loop looks at a job and leaves it in the queue; a copy that the queue no longer has was taken out too early. */
export const isQueued = ({ jobs, current }: Node) => jobs.some((job) => same(job, current));
