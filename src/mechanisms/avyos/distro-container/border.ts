/** What the picture of the border reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Container = StateOf<Model>;
export type Process = Container['processes'][number];

/** What lies on both sides of the border, and where the way between could be. */
export const doors = ['files', 'processes', 'devices', 'privilege', 'services'] as const;
export type Door = (typeof doors)[number];

/** `guarded` and `allowed` are of the door that is meant to be there: a service stands in it. */
export type DoorIs = 'closed' | 'open' | 'guarded' | 'allowed';

export interface Side {
  readonly inside: string;
  readonly door: DoorIs;
  /** Which way leads through it, or why none does. */
  readonly says: string;
}

const processAsks = ({ processes }: Container) => processes.some(({ asks }) => asks === 'waiting');

/** The ways that lead from inside to the files of the host. */
function waysToFiles(s: Container): readonly string[] {
  return [
    ...(s.bound === 'a path of the host' ? ['by a path that the caller named'] : []),
    ...(s.oldRoot ? ['by the old root'] : []),
    ...(s.proc === 'of the host' && s.isHostRoot ? ['by /proc/1/root'] : []),
    ...(s.stage === 'in new namespaces' ? ['the root is still that of the host'] : []),
  ];
}

const fileSide = (s: Container): Side => {
  const ways = waysToFiles(s);
  const own = s.bound === 'a path inside' ? 'its tree, and a bound path' : 'its tree';
  return {
    inside: s.stage === 'not made' ? 'nothing yet' : s.stage === 'closed' ? own : 'not its root yet',
    door: ways.length > 0 ? 'open' : 'closed',
    says: ways.join(', ') || 'no way',
  };
};

const sides: { readonly [D in Door]: (s: Container) => Side } = {
  files: fileSide,
  processes: ({ proc }) => ({
    inside: proc === 'none' ? 'no /proc yet' : proc === 'its own' ? 'a /proc of its own' : 'the /proc of the host',
    door: proc === 'of the host' ? 'open' : 'closed',
    says: proc === 'of the host' ? 'by /proc, bound in' : 'no way',
  }),
  devices: ({ dev }) => ({
    inside: dev === 'none' ? 'no /dev yet' : dev === 'harmless' ? 'null, zero, random' : 'graphics and sound too',
    door: dev === 'with graphics and sound' ? 'open' : 'closed',
    says: dev === 'with graphics and sound' ? 'by nodes, bound in' : 'no way',
  }),
  privilege: ({ stage, isHostRoot }) => ({
    inside: stage === 'not made' ? 'nothing yet' : isHostRoot ? 'root, as on the host' : 'root of the container',
    door: isHostRoot ? 'open' : 'closed',
    says: isHostRoot ? 'it is the same root' : 'no way',
  }),
  services: (s) => ({
    inside: processAsks(s) ? 'a request waits' : 'no request',
    door: s.allowed ? 'allowed' : 'guarded',
    says: s.allowed ? 'when asked, allowed' : 'when asked, not allowed',
  }),
};

export const sideOf = (s: Container, door: Door): Side => sides[door](s);

export const stageIs: Readonly<Record<Container['stage'], string>> = {
  'not made': 'not made',
  'in new namespaces': 'being made, in new namespaces',
  closed: 'closed, with the distribution as its root',
};

/** The doors that a process has gone through without leave. */
export const brokenDoors = ({ processes }: Container): readonly Door[] =>
  doors.filter((door) =>
    processes.some(({ reached, overstepped }) =>
      door === 'services' ? overstepped : reached.some((each) => each === `the ${door} of the host`),
    ),
  );

const asWord = (it: number) => `Process ${it}`;

export const words: View<Model>['words'] = {
  'no process reaches the files of the host': ({ now, rows }) =>
    sentences(rows('process'), (it) => `${asWord(it)} has reached the files of the host, ${waysToFiles(now).join(' and ')}.`),
  'no process reaches the processes of the host': ({ rows }) =>
    sentences(rows('process'), (it) => `${asWord(it)} sees the processes of the host: the /proc inside is the host's.`),
  'no process reaches the devices of the host': ({ rows }) =>
    sentences(rows('process'), (it) => `${asWord(it)} has opened a device of the host, which was bound into /dev.`),
  'no process has the privilege of the host': ({ rows }) =>
    sentences(rows('process'), (it) => `${asWord(it)} acts with the privilege of the host's root.`),
  'a process runs only inside the border': ({ now }) =>
    sentences(
      [...now.processes.keys()].filter((it) => now.processes[it]!.is === 'running'),
      (it) => `${asWord(it)} runs, and the root is still that of the host.`,
    ),
  'a service serves the container only when that is allowed': ({ rows }) =>
    sentences(rows('process'), (it) => `${asWord(it)} was served, and the container was not allowed to use services.`),
};
