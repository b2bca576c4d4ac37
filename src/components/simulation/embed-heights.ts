/**
 * How high the frame of each simulation is, so that all of its player is in view where a frame is 720 px wide: measured in Chromium, over the
 * steps of its first scenario, and rounded up to the next 20 px. tests/browser/player-in-view.spec.ts measures it again, and says what is to stand here.
 */
const heights: Readonly<Record<string, number>> = {
  'themelios/capability-space': 680,
  'themelios/scheduler': 680,
  'themelios/overlay-fs': 760,
  'themelios/ab-update': 660,
  'themelios/address-space': 680,
  'themelios/ipc': 760,
  'themelios/frame-allocator': 740,
  'themelios/audit-log': 740,
  'violetos/prism': 720,
  'starina/channel': 720,
  'zos/provisioning': 700,
  'avyos/supervisor': 680,
};

/** For one that is not measured yet. */
const USUAL = 740;

/** In px. */
export const embedHeight = (id: string): number => heights[id] ?? USUAL;
