/**
 * How high the frame of each simulation is, so that all of its player is in view where a frame is 720 px wide: measured in Chromium, over the
 * steps of its first scenario, and rounded up to the next 20 px. tests/browser/player-in-view.spec.ts measures it again, and says what is to stand here.
 */
const heights: Readonly<Record<string, number>> = {
  'themelios/capability-space': 700,
  'themelios/scheduler': 700,
  'themelios/overlay-fs': 780,
  'themelios/ab-update': 680,
  'themelios/address-space': 720,
  'themelios/ipc': 800,
  'themelios/frame-allocator': 760,
  'themelios/audit-log': 760,
  'violetos/prism': 740,
  'violetos/future-wait': 740,
  'violetos/deadline-scheduler': 700,
  'violetos/placement': 920,
  'starina/channel': 760,
  'starina/poll': 700,
  'starina/startup': 720,
  'starina/isolation': 900,
  'starina/microvm': 780,
  'zos/provisioning': 740,
  'zos/boot-graph': 920,
  'zos/upgrade-rollout': 940,
  'zos/capacity': 780,
  'avyos/supervisor': 720,
  'avyos/sutra': 800,
  'avyos/privilege-layers': 800,
  'avyos/boot-mounts': 900,
  'avyos/distro-container': 880,
};

/** For one that is not measured yet. */
const USUAL = 740;

/** In px. */
export const embedHeight = (id: string): number => heights[id] ?? USUAL;
