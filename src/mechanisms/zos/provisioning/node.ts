/** What the picture of provisioning reads from a state, and what it says of it. */
import type { InvariantOf, StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, same } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Node = StateOf<Model>;
export type Job = Node['jobs'][number];
export type Type = Node['running'][number];

/** In the order of installation. */
export const types: readonly Type[] = ['mount', 'network', 'machine'];

/** What the jobs ahead make of the node, whatever was promised. */
function headedFor({ current, jobs, stored, running }: Node): readonly Type[] {
  const ahead = [...(current ? [current] : []), ...jobs];
  return ahead.findLast(({ op }) => op !== 'replay')?.wants ?? (ahead.length > 0 ? stored : running);
}

const orNothing = (wants: readonly Type[]) => listed(wants) || 'nothing';

/** The types by which a rule is broken. They are words and no rows, so the engine cannot name them. */
const typesBreaking: Readonly<Record<InvariantOf<Model>, (s: Node) => readonly Type[]>> = {
  'no accepted job is lost': (s) => types.filter((it) => s.wanted.includes(it) !== headedFor(s).includes(it)),
  'an installed machine has its mount and its network': ({ running }) => types.filter((it) => !running.includes(it)),
  'what is deleted stays deleted': ({ running, stored }) => running.filter((it) => !stored.includes(it)),
};

/** The types by which any of these rules is broken. */
export const brokenTypes = (s: Node, rules: readonly InvariantOf<Model>[]): readonly Type[] =>
  rules.flatMap((rule) => typesBreaking[rule](s));

export const words: View<Model>['words'] = {
  'no accepted job is lost': ({ now }) => {
    const isIdle = now.jobs.length === 0 && now.current === null;
    return `The user was promised ${orNothing(now.wanted)}. ${isIdle ? 'No job is left, and what runs is' : 'The jobs that are left lead to'} ${orNothing(headedFor(now))}.`;
  },
  'an installed machine has its mount and its network': ({ now }) =>
    `The machine runs without its ${listed(typesBreaking['an installed machine has its mount and its network'](now))}.`,
  'what is deleted stays deleted': ({ now }) => {
    const deleted = typesBreaking['what is deleted stays deleted'](now);
    return `The ${listed(deleted)} ${deleted.length > 1 ? 'are' : 'is'} deleted, and ${deleted.length > 1 ? 'run' : 'runs'} again.`;
  },
};

/** What each column says of a type. */
export const columns = {
  wanted: (s: Node, it: Type) => (s.wanted.includes(it) ? 'wanted' : 'no'),
  stored: (s: Node, it: Type) =>
    s.stored.includes(it) ? (s.okay.includes(it) ? 'stored' : 'stored, to be installed') : s.known.includes(it) ? 'deleted' : 'no',
  running: (s: Node, it: Type) => (s.running.includes(it) ? 'running' : 'no'),
} as const;
export type Column = keyof typeof columns;

/** The loop looks at a job and leaves it in the queue; a copy that the queue no longer has was taken out too early. */
export const isQueued = ({ jobs, current }: Node) => jobs.some((job) => same(job, current));
