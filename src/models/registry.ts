/** The only list of models. Each is imported when it is wanted, so that a page loads no model but its own. */
import type { MechanismWithRuns } from '../engine/model.ts';

export const registry: Readonly<Record<string, () => Promise<MechanismWithRuns>>> = {
  'themelios/capability-space': async () => (await import('./themelios/capability-space.runs.ts')).capabilitySpaceRuns,
  'themelios/scheduler': async () => (await import('./themelios/scheduler.runs.ts')).schedulerRuns,
  'themelios/overlay-fs': async () => (await import('./themelios/overlay-fs.runs.ts')).overlayFsRuns,
  'themelios/ab-update': async () => (await import('./themelios/ab-update.runs.ts')).abUpdateRuns,
  'themelios/address-space': async () => (await import('./themelios/address-space.runs.ts')).addressSpaceRuns,
  'themelios/ipc': async () => (await import('./themelios/ipc.runs.ts')).ipcRuns,
  'themelios/frame-allocator': async () => (await import('./themelios/frame-allocator.runs.ts')).frameAllocatorRuns,
  'themelios/audit-log': async () => (await import('./themelios/audit-log.runs.ts')).auditLogRuns,
  'violetos/prism': async () => (await import('./violetos/prism.runs.ts')).prismQueueRuns,
  'starina/channel': async () => (await import('./starina/channel.runs.ts')).channelPairRuns,
  'zos/provisioning': async () => (await import('./zos/provisioning.runs.ts')).provisioningRuns,
  'avyos/supervisor': async () => (await import('./avyos/supervisor.runs.ts')).supervisionRuns,
};
