/**
 * What readers type, and what must come first. A unit test of the built site and one in Chromium hold the search to it.
 * Read without comparing: what is told of a page, of what is not there, and of a slip.
 */
export interface Query {
  readonly typed: string;
  /** The system that is ticked, by its title. */
  readonly system?: string;
  /**
   * Addresses in order of preference, `*` standing for one step of a path and `**` for any: of the first that the site has, one must come
   * first. A page that is yet to come is named before the one that does its work until then. Without: nothing may be found.
   */
  readonly first?: readonly string[];
  /** These must be among the first three. */
  readonly amongFirst?: readonly string[];
  /** What is said to be nowhere. */
  readonly nowhere?: string;
  /** The question that is offered instead. */
  readonly meant?: string;
}

const architecture = (system: string, page: string): string => `/systems/${system}/architecture/${page}/`;

/** The table of the issue. */
export const required: readonly Query[] = [
  {
    typed: 'revoke',
    first: [architecture('themelios', 'capabilities')],
    amongFirst: ['/simulations/themelios/capability-space/'],
  },
  {
    typed: 'round robin',
    first: ['/simulations/themelios/scheduler/'],
    amongFirst: [architecture('themelios', 'scheduling')],
  },
  { typed: 'scheduler', first: [architecture('themelios', 'scheduling')] },
  { typed: 'page fault', first: [architecture('themelios', 'address-spaces')] },
  { typed: 'how do I build', first: ['/systems/*/start/'] },
  { typed: 'getting started', first: ['/systems/*/start/'] },
  { typed: 'how do I build', system: 'Starina', first: ['/systems/starina/start/'] },
  { typed: 'getting started', system: 'ThemeliOS', first: ['/systems/themelios/start/'] },
  { typed: 'raspberry pi', first: ['/systems/violetos/guides/**raspberry**', '/platforms/violetos-raspberry-pi-4/'] },
  {
    typed: 'raspbery',
    first: ['/systems/violetos/guides/**raspberry**', '/platforms/violetos-raspberry-pi-4/'],
    nowhere: 'raspbery',
    meant: 'raspberry',
  },
  { typed: 'sutra socket', first: [architecture('avyos', 'sutra')] },
  { typed: 'unikernel', first: [architecture('starina', 'isolation')] },
  { typed: 'zdb', first: [architecture('zos', 'storage')] },
  { typed: 'Limine', first: [architecture('*', 'boot')] },
  { typed: 'OCI', first: [architecture('themelios', 'containers')] },
  { typed: 'CNI', first: ['/milestones/themelios-phase-10/#cni'] },
  { typed: 'schedular', first: [architecture('themelios', 'scheduling')], nowhere: 'schedular', meant: 'scheduler' },
  { typed: 'make_img', first: [architecture('violetos', 'parts/image-writer')] },
  // It stands in the example of a page; what stands nowhere is told to.
  { typed: 'no_std', first: [`${architecture('starina', 'writing-an-app')}#a-small-app`] },
  { typed: 'no_alloc', nowhere: 'no_alloc' },
  { typed: 'simulation', first: ['/simulations/'] },
  { typed: 'simulate', first: ['/simulations/'] },
  { typed: 'labs', first: ['/learn/'] },
  { typed: 'exercises', first: ['/learn/'] },
  { typed: 'two queues', first: ['/learn/themelios-two-queues/'] },
  { typed: 'good first issue', first: ['/tasks/', '/systems/*/start/'] },
  { typed: 'first task', first: ['/tasks/', '/systems/*/start/'] },
  { typed: 'compare', first: ['/compare/'] },
  { typed: 'what changed', first: ['/changes/', '/sources/drift/'] },
  { typed: 'themelios-phase-3', first: ['/milestones/themelios-phase-3/'] },
  { typed: 'prism', first: [architecture('violetos', 'prisms')], amongFirst: ['/simulations/violetos/prism/'] },
  { typed: 'embed', first: ['/systems/*/#elsewhere', '/data/'] },
  { typed: 'badge', first: ['/systems/*/#elsewhere', '/data/'] },
  { typed: 'maintainers', first: ['/systems/*/keep-right/'] },
  { typed: 'keep this right', first: ['/systems/*/keep-right/'] },
  { typed: 'orrery.json', first: ['/systems/*/keep-right/'] },
];

/** Twenty and more of our own. */
export const others: readonly Query[] = [
  { typed: 'what is a capability', first: [architecture('themelios', 'capabilities')] },
  { typed: 'capabilty', first: [architecture('themelios', 'capabilities')], nowhere: 'capabilty', meant: 'capability' },
  { typed: 'write an app', first: [architecture('starina', 'writing-an-app')], amongFirst: [architecture('avyos', 'apps')] },
  { typed: 'blank model', first: ['/simulations/new/'] },
  { typed: 'scenariosOf', first: ['/simulations/new/**'] },
  { typed: 'service in javascript', first: ['/systems/starina/guides/service-in-javascript/'] },
  { typed: 'hello world', first: [architecture('starina', 'writing-an-app')] },
  { typed: 'open a window', first: ['/systems/avyos/guides/**window**', architecture('avyos', 'graphics')] },
  { typed: 'how does sutra work', first: [architecture('avyos', 'sutra')] },
  { typed: 'qemu', first: ['/systems/violetos/guides/run-in-qemu/', '/systems/*/start/'] },
  { typed: 'start starina', first: ['/systems/starina/start/'] },
  { typed: 'run violetos on a raspberry pi 4', first: ['/systems/violetos/guides/**raspberry**', '/platforms/violetos-raspberry-pi-4/'] },
  { typed: 'supported hardware', first: ['/platforms/'] },
  { typed: 'docker', first: [architecture('themelios', 'containers')] },
  { typed: 'kubernetes', first: ['/milestones/themelios-phase-10/'], amongFirst: [architecture('themelios', 'containers')] },
  { typed: 'ipc', first: [architecture('themelios', 'message-passing')] },
  { typed: 'message passing', first: [architecture('themelios', 'message-passing')], amongFirst: ['/simulations/themelios/ipc/'] },
  { typed: 'channel', first: [architecture('starina', 'channels')], amongFirst: ['/simulations/starina/channel/'] },
  { typed: 'system calls', first: [architecture('violetos', 'system-calls')] },
  { typed: 'wireguard', first: [architecture('zos', 'network')] },
  { typed: 'virtual machine', first: [architecture('zos', 'machines')] },
  { typed: 'update rollback', first: [architecture('themelios', 'updates')], amongFirst: ['/simulations/themelios/ab-update/'] },
  { typed: 'frame allocator', first: ['/simulations/themelios/frame-allocator/'] },
  { typed: 'wayland', first: [architecture('avyos', 'graphics')] },
  { typed: 'phase 5', first: ['/milestones/themelios-phase-5/'] },
  { typed: 'avyos', first: ['/systems/avyos/'] },
  { typed: 'rss', first: ['/systems/*/#elsewhere', '/data/'] },
  { typed: 'json', first: ['/data/'] },
  { typed: 'sched', first: [architecture('themelios', 'scheduling')] },
  { typed: 'RaspberryPi', first: ['/systems/violetos/guides/**raspberry**', '/platforms/violetos-raspberry-pi-4/'] },
  { typed: 'kernel/src/startup.rs', first: [`${architecture('starina', 'writing-an-app')}**`] },
  // No page tells of this file; one models it, others cite it.
  {
    typed: 'cspace.rs',
    first: ['/simulations/themelios/capability-space/'],
    amongFirst: [architecture('themelios', 'parts/capability-space')],
  },
  { typed: 'themelios.capability.revoke-reaches-descendants', first: ['/rules/#themelios.capability.revoke-reaches-descendants'] },
  { typed: 'make_imgs', first: [architecture('violetos', 'parts/image-writer')], nowhere: 'make_imgs', meant: 'make_img' },
  { typed: 'zxqvwk', nowhere: 'zxqvwk' },
  { typed: 'a to z', first: ['/a-to-z/'] },
  { typed: 'offline', first: ['/offline/'] },
  { typed: 'whole site as a zip', first: ['/data/'] },
];
