/** The only list of mechanisms. Each part is imported when it is wanted, so that a page loads no mechanism but its own. */
import type { AnyView } from '../drawing/view.ts';
import type { MechanismWithRuns } from '../engine/language.ts';

interface Entry {
  readonly runs: () => Promise<{ readonly runs: MechanismWithRuns }>;
  readonly view: () => Promise<{ readonly view: AnyView }>;
}

// prettier-ignore
const entries: Readonly<Record<string, Entry>> = {
  'themelios/capability-space': { runs: () => import('./themelios/capability-space/runs.ts'), view: () => import('./themelios/capability-space/view.tsx') },
  'themelios/scheduler': { runs: () => import('./themelios/scheduler/runs.ts'), view: () => import('./themelios/scheduler/view.tsx') },
  'themelios/overlay-fs': { runs: () => import('./themelios/overlay-fs/runs.ts'), view: () => import('./themelios/overlay-fs/view.tsx') },
  'themelios/ab-update': { runs: () => import('./themelios/ab-update/runs.ts'), view: () => import('./themelios/ab-update/view.tsx') },
  'themelios/address-space': { runs: () => import('./themelios/address-space/runs.ts'), view: () => import('./themelios/address-space/view.tsx') },
  'themelios/ipc': { runs: () => import('./themelios/ipc/runs.ts'), view: () => import('./themelios/ipc/view.tsx') },
  'themelios/frame-allocator': { runs: () => import('./themelios/frame-allocator/runs.ts'), view: () => import('./themelios/frame-allocator/view.tsx') },
  'themelios/audit-log': { runs: () => import('./themelios/audit-log/runs.ts'), view: () => import('./themelios/audit-log/view.tsx') },
  'violetos/prism': { runs: () => import('./violetos/prism/runs.ts'), view: () => import('./violetos/prism/view.tsx') },
  'violetos/future-wait': { runs: () => import('./violetos/future-wait/runs.ts'), view: () => import('./violetos/future-wait/view.tsx') },
  'violetos/deadline-scheduler': { runs: () => import('./violetos/deadline-scheduler/runs.ts'), view: () => import('./violetos/deadline-scheduler/view.tsx') },
  'violetos/placement': { runs: () => import('./violetos/placement/runs.ts'), view: () => import('./violetos/placement/view.tsx') },
  'starina/channel': { runs: () => import('./starina/channel/runs.ts'), view: () => import('./starina/channel/view.tsx') },
  'starina/poll': { runs: () => import('./starina/poll/runs.ts'), view: () => import('./starina/poll/view.tsx') },
  'starina/startup': { runs: () => import('./starina/startup/runs.ts'), view: () => import('./starina/startup/view.tsx') },
  'starina/isolation': { runs: () => import('./starina/isolation/runs.ts'), view: () => import('./starina/isolation/view.tsx') },
  'starina/microvm': { runs: () => import('./starina/microvm/runs.ts'), view: () => import('./starina/microvm/view.tsx') },
  'zos/provisioning': { runs: () => import('./zos/provisioning/runs.ts'), view: () => import('./zos/provisioning/view.tsx') },
  'zos/boot-graph': { runs: () => import('./zos/boot-graph/runs.ts'), view: () => import('./zos/boot-graph/view.tsx') },
  'zos/upgrade-rollout': { runs: () => import('./zos/upgrade-rollout/runs.ts'), view: () => import('./zos/upgrade-rollout/view.tsx') },
  'zos/capacity': { runs: () => import('./zos/capacity/runs.ts'), view: () => import('./zos/capacity/view.tsx') },
  'avyos/supervisor': { runs: () => import('./avyos/supervisor/runs.ts'), view: () => import('./avyos/supervisor/view.tsx') },
  'avyos/sutra': { runs: () => import('./avyos/sutra/runs.ts'), view: () => import('./avyos/sutra/view.tsx') },
  'avyos/privilege-layers': { runs: () => import('./avyos/privilege-layers/runs.ts'), view: () => import('./avyos/privilege-layers/view.tsx') },
  'avyos/boot-mounts': { runs: () => import('./avyos/boot-mounts/runs.ts'), view: () => import('./avyos/boot-mounts/view.tsx') },
  'avyos/distro-container': { runs: () => import('./avyos/distro-container/runs.ts'), view: () => import('./avyos/distro-container/view.tsx') },
};

/** `system/mechanism`, in the order in which they are shown. */
export const mechanismIds: readonly string[] = Object.keys(entries);

export const isMechanism = (id: string): boolean => Object.hasOwn(entries, id);

/** A mechanism with its runs. Throws a RangeError that names those there are. */
export const loadMechanism = async (id: string): Promise<MechanismWithRuns> => (await entryOf(id).runs()).runs;

/** The picture of a mechanism. Throws a RangeError that names those there are. */
export const loadView = async (id: string): Promise<AnyView> => (await entryOf(id).view()).view;

/** Every mechanism, in the order of `mechanismIds`. */
export const loadMechanisms = (): Promise<MechanismWithRuns[]> => Promise.all(mechanismIds.map(loadMechanism));

function entryOf(id: string): Entry {
  if (!isMechanism(id))
    throw new RangeError(`There is no mechanism '${id}' in src/mechanisms/registry.ts; there are ${mechanismIds.join(', ')}.`);
  return entries[id]!;
}
