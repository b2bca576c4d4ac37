/**
 * Which picture stands for which mechanism, and what the page must say about it: on what basis it stands, and what
 * it leaves out. A mechanism without an entry is drawn as plain tables and says that its basis is not recorded.
 */
import type { FunctionComponent } from 'preact';
import type { PlainState } from '../../engine/run.ts';

/** The knobs as numbers, the faults as switches. */
export type Settings = Readonly<Record<string, number | boolean>>;

export interface PictureProps {
  readonly now: PlainState;
  /** The state one tick earlier; undefined at the start and where a jump makes comparing meaningless. */
  readonly before: PlainState | undefined;
  /** The `always` sentences that do not hold now. */
  readonly broken: readonly string[];
  readonly caption: string;
  /** How large the mechanism is and what is broken on purpose: a bound is drawn as such. */
  readonly config: Settings;
  /** How many steps were taken; for a picture that shows time, such as the hand of a dial. */
  readonly step?: number;
}

/** A picture is a pure function of its props, used by the build and by the browser. */
export interface View {
  readonly Picture: FunctionComponent<PictureProps>;
  /** Which part of the state breaks a sentence, in words; undefined when the view cannot tell. */
  readonly explain: (rule: string, now: PlainState, config: Settings) => string | undefined;
}

/** What a mechanism rests on, and the glyph of evidence that stands before the word. */
export const basisGlyphs = { documented: 'documented', observed: 'found', illustration: 'inferred' } as const;
export type Basis = keyof typeof basisGlyphs;

export interface Card {
  readonly basis: Basis;
  /** What it stands for in its source, in two or three words. */
  readonly stands: string;
  /** Follows "It leaves out": no full stop. */
  readonly leavesOut: string;
  /** Labels of the knobs, where the model's names are not words a reader would use. */
  readonly knobs: Readonly<Record<string, string>>;
  readonly view: () => Promise<View>;
}

const cards: Readonly<Record<string, Card>> = {
  'themelios/capability-space': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'more than one task, the object behind a capability, and slot 0, which is null for good',
    knobs: { slots: 'Slots', reuses: 'Reuses of a slot' },
    view: async () => (await import('./views/CapabilitySpace.tsx')).capabilitySpaceView,
  },
  'themelios/scheduler': {
    basis: 'documented',
    stands: 'phase 1, round robin',
    leavesOut: 'starting and killing others, what is saved at a switch, page tables, and the lock',
    knobs: { tasks: 'Tasks beside the idle one' },
    view: async () => (await import('./views/Scheduler.tsx')).schedulerView,
  },
  'themelios/overlay-fs': {
    basis: 'documented',
    stands: 'phase 3, two layers',
    leavesOut: 'reads and listings, lengths, directories, and a second process',
    knobs: { room: 'Files that memory holds', handles: 'Handles' },
    view: async () => (await import('./views/OverlayFs.tsx')).overlayFsView,
  },
  'themelios/ab-update': {
    basis: 'illustration',
    stands: 'of phase 12',
    leavesOut: 'signatures, draining the node, budgets of the cluster, and a write to the boot record that is itself cut short',
    knobs: { blocks: 'Blocks of an image', tries: 'Tries' },
    view: async () => (await import('./views/AbUpdate.tsx')).abUpdateView,
  },
  'themelios/address-space': {
    basis: 'documented',
    stands: 'phase 2, page tables',
    leavesOut: 'the levels of the tables, rights of a page, how frames are found, and reuse of the number of a process',
    knobs: { pages: 'Pages', frames: 'Frames', processes: 'Processes' },
    view: async () => (await import('./views/AddressSpace.tsx')).addressSpaceView,
  },
  'themelios/ipc': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'the words of a message, badges, capabilities in it, a receive that does not wait, and the scheduler',
    knobs: { tasks: 'Tasks', calls: 'Tokens' },
    view: async () => (await import('./views/Ipc.tsx')).ipcView,
  },
  'themelios/frame-allocator': {
    basis: 'documented',
    stands: 'phase 1',
    leavesOut: 'the lock that masks interrupts, the bytes of the bitmap, and memory with more regions',
    knobs: { frames: 'Frames', callers: 'Callers' },
    view: async () => (await import('./views/FrameAllocator.tsx')).frameAllocatorView,
  },
  'themelios/audit-log': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'the time, process and detail of an entry, and a second reader',
    knobs: { places: 'Places', calls: 'Calls', chained: 'Chained by digests' },
    view: async () => (await import('./views/AuditLog.tsx')).auditLogView,
  },
  'violetos/prism': {
    basis: 'observed',
    stands: 'the inbox of a process',
    leavesOut: 'arguments, who holds a facet, moving the prism to another task, and the order in a buffer that has wrapped',
    knobs: { overwrite: 'Overwrite when full', places: 'Places in a buffer', facets: 'Facets', futures: 'Futures' },
    view: async () => (await import('./views/Prism.tsx')).prismView,
  },
  'starina/channel': {
    basis: 'observed',
    stands: 'a pair of ends',
    leavesOut: 'bytes, other channels, listeners, and handles that are themselves an end of this channel',
    knobs: { room: 'Messages that a queue holds', handles: 'Handles' },
    view: async () => (await import('./views/Channel.tsx')).channelView,
  },
  'zos/provisioning': {
    basis: 'documented',
    stands: 'one deployment',
    leavesOut: 'signatures, contracts and versions, several deployments, changes in place, pausing, sizes, and workloads that fail',
    knobs: { room: 'Jobs that the queue holds' },
    view: async () => (await import('./views/Provisioning.tsx')).provisioningView,
  },
  'avyos/supervisor': {
    basis: 'documented',
    stands: 'PID 1, its details observed',
    leavesOut: 'oneshot services, starting and stopping one by hand, SIGKILL after two seconds, and a command that cannot be started',
    knobs: { services: 'Services', retries: 'Retries', room: 'Ends that the channel holds' },
    view: async () => (await import('./views/Supervisor.tsx')).supervisorView,
  },
};

export function cardOf(id: string): Card {
  return (
    cards[id] ?? {
      basis: 'illustration',
      stands: 'basis not recorded',
      leavesOut: 'what its source does not say',
      knobs: {},
      view: async () => (await import('./views/PlainTables.tsx')).plainTablesView,
    }
  );
}
