/** What the picture of the capacity of a node reads from a state, and what it says of it. In GiB: a part of memory has 2, a step of disk 5, a file 3. */
import type { ConfigOf, StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Node = StateOf<Model>;
export type Config = ConfigOf<Model>;
export type Workload = Node['workloads'][number];

/** A stretch of a bar, with its name in it: kept back, held, held by what is in error, in use, or free. */
export interface Stretch {
  readonly name: string | number;
  readonly size: number;
  readonly is: 'kept' | 'held' | 'error' | 'used' | 'free';
}
export interface Bar {
  readonly name: string;
  readonly says: string;
  readonly stretches: readonly Stretch[];
  /** Where there is no more. */
  readonly end: number;
  /** How much is drawn if no more is held. */
  readonly whole: number;
  /** In percent of what is drawn. */
  readonly marks?: readonly { readonly at: number; readonly says: string }[];
}

export const lengthOf = (all: readonly Stretch[]): number => all.reduce((sum, { size }) => sum + size, 0);
const held = ({ workloads }: Node, sizeOf: (it: Workload) => number): Stretch[] =>
  workloads.map((it, name) => ({ name, size: sizeOf(it), is: it.state === 'error' ? 'error' : 'held' }));
const machines = (now: Node) => held(now, ({ memory }) => memory * 2);
const volumes = (now: Node) => held(now, ({ disk }) => disk * 5);
const reserve = ({ memory }: Node) => Math.max(Math.floor(memory / 10), 1) * 2;

const used = (now: Node, { exceeds }: Config): readonly Stretch[] => [
  { name: 'system', size: Math.min(reserve(now) + (exceeds ? 2 : 0), now.memory * 2), is: 'used' },
  ...now.workloads.map(({ uses, memory }, name): Stretch => ({ name, size: uses ? memory * 2 : 0, is: 'used' })),
];

/** What a new machine may ask for. */
export function usable(now: Node, c: Config): number {
  const counted = now.workloads.filter(({ state, uses }) => (state === 'ok' || !c.uncountsErrors) && (uses || !c.lags));
  const keptBack = c.lesserOfTwo ? Math.min(Math.floor(now.memory / 10), 1) * 2 : reserve(now);
  const left = now.memory * 2 - Math.max(lengthOf(machines({ ...now, workloads: counted })) + keptBack, lengthOf(used(now, c)));
  return left < 0 && c.wraps ? Infinity : Math.max(left, 0);
}

const percentIn = ({ files, cache }: Node): number => (cache === 0 ? 0 : Math.floor((files * 60) / cache));
const growsFrom = ({ growsAtTwenty }: Config): number => (growsAtTwenty ? 20 : 60);

/** The bars from the top, each with the same in words. */
export function barsOf(now: Node, c: Config): readonly Bar[] {
  const [end, pool, cache] = [now.memory * 2, c.pool * 5, now.cache * 5];
  const left = usable(now, c);
  const free = (all: readonly Stretch[], most: number, size: number): readonly Stretch[] => [
    ...all,
    { name: 'usable', size: Math.max(Math.min(size, most - lengthOf(all)), 0), is: 'free' },
  ];
  return [
    {
      name: 'Memory promised',
      says: `system ${reserve(now)} GiB, machines ${lengthOf(machines(now))} GiB, of ${end}; usable: ${left === Infinity ? 'a huge number' : `${left} GiB`}`,
      stretches: free([{ name: 'system', size: reserve(now), is: 'kept' }, ...machines(now)], end, left),
      end,
      whole: c.memory * 2,
    },
    { name: 'Memory in use', says: `${lengthOf(used(now, c))} of ${end} GiB`, stretches: used(now, c), end, whole: c.memory * 2 },
    {
      name: 'Disk pool',
      says: `cache ${cache} GiB, volumes ${lengthOf(volumes(now))} GiB, of ${pool}`,
      stretches: free([{ name: 'cache', size: cache, is: 'kept' }, ...volumes(now)], pool, pool),
      end: pool,
      whole: pool,
    },
    {
      name: 'Cache',
      says: `${now.files * 3} of ${cache} GiB, ${percentIn(now)} percent`,
      stretches: [{ name: '', size: now.files * 3, is: 'used' }],
      end: cache,
      whole: Math.max(cache, 1),
      marks: [
        { at: 20, says: 'shrinks below 20 %' },
        { at: growsFrom(c), says: `grows from ${growsFrom(c)} %` },
      ],
    },
  ];
}

export const workloadIs = ({ state, memory, uses, disk }: Workload): string => {
  const holds =
    disk > 0 ? `volume of ${disk * 5} GiB` : memory > 0 ? `machine of ${memory * 2} GiB, ${uses ? '' : 'not '}in use` : 'nothing';
  return state === 'error' ? `in error, ${holds}` : holds;
};

export const words: View<Model>['words'] = {
  'promises and the reserve fit into the memory': ({ now }) =>
    `Of ${now.memory * 2} GiB the system needs ${reserve(now)} GiB, and ${listed(
      machines(now).flatMap(({ name, size }) => (size > 0 ? [`workload ${name} holds ${size} GiB`] : [])),
    )}.`,
  'what is in use fits into the memory': ({ now, config }) =>
    `In use are ${lengthOf(used(now, config))} GiB, and there are ${now.memory * 2} GiB.`,
  'the quotas fit into the pool': ({ now, config }) =>
    `The cache has ${now.cache * 5} GiB and the volumes ${lengthOf(volumes(now))} GiB, in a pool of ${config.pool * 5} GiB.`,
  'the files fit into the cache': ({ now }) => `The cache holds ${now.files * 3} GiB, and its size is ${now.cache * 5} GiB.`,
  'the cache has at least 5 GiB': ({ now }) => `The size of the cache is ${now.cache * 5} GiB.`,
  'a cache that shrinks would not grow again': ({ now, config }) =>
    `At ${percentIn(now)} percent the cache shrinks, and is then used to ${growsFrom(config)} percent or more and grows.`,
};
