/**
 * What the page must say about each mechanism: on what basis it stands, and what it leaves out. For the build alone: a player is
 * handed the one card it needs. A mechanism without an entry says that its basis is not recorded.
 */
import type { Card } from './card.ts';

const cards: Readonly<Record<string, Card>> = {
  'themelios/capability-space': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'more than one task, the object behind a capability, and slot 0, which is null for good',
    parameters: { slots: 'Slots', reuses: 'Reuses of a slot' },
  },
  'themelios/scheduler': {
    basis: 'documented',
    stands: 'phase 1, round robin',
    leavesOut: 'starting and killing others, what is saved at a switch, page tables, and the lock',
    parameters: { tasks: 'Tasks beside the idle one' },
  },
  'themelios/overlay-fs': {
    basis: 'documented',
    stands: 'phase 3, two layers',
    leavesOut: 'reads and listings, lengths, directories, and a second process',
    parameters: { room: 'Files that memory holds', handles: 'Handles' },
  },
  'themelios/ab-update': {
    basis: 'illustration',
    stands: 'of phase 12',
    leavesOut: 'signatures, draining the node, budgets of the cluster, and a write to the boot record that is itself cut short',
    parameters: { blocks: 'Blocks of an image', tries: 'Tries' },
  },
  'themelios/address-space': {
    basis: 'documented',
    stands: 'phase 2, page tables',
    leavesOut: 'the levels of the tables, rights of a page, how frames are found, and reuse of the number of a process',
    parameters: { pages: 'Pages', frames: 'Frames', processes: 'Processes' },
  },
  'themelios/ipc': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'the words of a message, badges, capabilities in it, a receive that does not wait, and the scheduler',
    parameters: { tasks: 'Tasks', calls: 'Tokens' },
  },
  'themelios/frame-allocator': {
    basis: 'documented',
    stands: 'phase 1',
    leavesOut: 'the lock that masks interrupts, the bytes of the bitmap, and memory with more regions',
    parameters: { frames: 'Frames', callers: 'Callers' },
  },
  'themelios/audit-log': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'the time, process and detail of an entry, and a second reader',
    parameters: { places: 'Places', calls: 'Calls', chained: 'Chained by digests' },
  },
  'violetos/prism': {
    basis: 'observed',
    stands: 'the inbox of a process',
    leavesOut: 'arguments, who holds a facet, moving the prism to another task, and the order in a buffer that has wrapped',
    parameters: { overwrite: 'Overwrite when full', places: 'Places in a buffer', facets: 'Facets', futures: 'Futures' },
  },
  'starina/channel': {
    basis: 'observed',
    stands: 'a pair of ends',
    leavesOut: 'bytes, other channels, listeners, and handles that are themselves an end of this channel',
    parameters: { room: 'Messages that a queue holds', handles: 'Handles' },
  },
  'zos/provisioning': {
    basis: 'documented',
    stands: 'one deployment',
    leavesOut: 'signatures, contracts and versions, several deployments, changes in place, pausing, sizes, and workloads that fail',
    parameters: { room: 'Jobs that the queue holds' },
  },
  'avyos/supervisor': {
    basis: 'documented',
    stands: 'PID 1, its details observed',
    leavesOut: 'oneshot services, starting and stopping one by hand, SIGKILL after two seconds, and a command that cannot be started',
    parameters: { services: 'Services', retries: 'Retries', room: 'Ends that the channel holds' },
  },
};

export const cardOf = (id: string): Card =>
  cards[id] ?? { basis: 'illustration', stands: 'basis not recorded', leavesOut: 'what its source does not say', parameters: {} };
