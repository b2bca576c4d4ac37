/** The only list of models. Each is imported when it is wanted, so that a page loads no model but its own. */
import type { Mechanism } from '../engine/model.ts';

export const registry: Readonly<Record<string, () => Promise<Mechanism>>> = {
  'themelios/capability-space': async () => (await import('./themelios/capability-space.ts')).capabilitySpace,
  'themelios/scheduler': async () => (await import('./themelios/scheduler.ts')).scheduler,
  'themelios/overlay-fs': async () => (await import('./themelios/overlay-fs.ts')).overlayFs,
  'themelios/ab-update': async () => (await import('./themelios/ab-update.ts')).abUpdate,
  'themelios/address-space': async () => (await import('./themelios/address-space.ts')).addressSpace,
  'themelios/ipc': async () => (await import('./themelios/ipc.ts')).ipc,
  'themelios/frame-allocator': async () => (await import('./themelios/frame-allocator.ts')).frameAllocator,
  'themelios/audit-log': async () => (await import('./themelios/audit-log.ts')).auditLog,
  'violetos/prism': async () => (await import('./violetos/prism.ts')).prismQueue,
  'starina/channel': async () => (await import('./starina/channel.ts')).channelPair,
  'zos/provisioning': async () => (await import('./zos/provisioning.ts')).provisioning,
  'avyos/supervisor': async () => (await import('./avyos/supervisor.ts')).supervision,
};
