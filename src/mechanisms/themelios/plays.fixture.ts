/** What the tries of these mechanisms say, step by step: `tries.test.ts` does it. */
import type { Plays } from '../plays.fixture.ts';

// prettier-ignore
export const plays: Plays = {
  'themelios/capability-space': [
    { of: 0, steps: [
      [{ grant: { from: 0, to: 1, some: ['read', 'write'] } }, 'no right is added'], { grant: { from: 0, to: 1, some: ['read'] } },
      [{ grant: { from: 1, to: 2, some: ['read'] } }, 'the source may grant'],
    ] },
    { of: 1, steps: [
      { revoke: { it: 0 } }, [{ use: { by: 0 } }, 'the handle points at a live slot'], { insert: { into: 2, all: ['read'] } },
      [{ use: { by: 0 } }, 'the handle has the generation of its slot'],
    ] },
    { of: 2, steps: [{ open: { from: 0, to: 1 } }], breaks: ['rights never grow down a derivation'] },
  ],
  'themelios/scheduler': [
    { of: 0, steps: [
      { wake: { it: 0 } }, [{ switchTo: { to: 0 } }, 'the scheduler is at work'], { tick: { by: 1 } }, { switchTo: { to: 0 } },
    ] },
    { of: 1, steps: [
      [{ reap: { it: 0 } }, 'the kernel stands on another stack'], { switchTo: { to: 2 } }, { tick: { by: 2 } }, { reap: { it: 0 } },
    ] },
    { of: 2, with: { acknowledgesLate: true }, steps: [
      { tick: { by: 0 } }, { switchTo: { to: 2 } }, { run: { by: 2 } }, [{ tick: { by: 2 } }, 'the last tick is acknowledged'],
    ] },
  ],
  'themelios/overlay-fs': [
    { of: 0, steps: [
      { unlink: { at: '/motd' } }, [{ open: { at: '/motd', as: 0 } }, 'no whiteout hides the file'], { restart: {} },
      { open: { at: '/motd', as: 0 } },
    ] },
    { of: 1, steps: [
      [{ write: { through: 0, some: 'head' } }, 'memory has room'], { unlink: { at: '/notes' } }, { write: { through: 0, some: 'head' } },
    ] },
    { of: 2, steps: [{ write: { through: 0, some: 'head' } }], breaks: ['what was removed stays hidden'] },
    { of: 2, with: { copiesOverWhiteout: false }, steps: [[{ write: { through: 0, some: 'head' } }, 'no whiteout hides the file']] },
  ],
  'themelios/ab-update': [
    { of: 0, steps: [
      { cutPower: {} }, { boot: {} }, [{ tryNext: { it: 1 } }, 'the update writes to this slot'],
      { download: { to: 1, image: 'working' } }, [{ tryNext: { it: 1 } }, 'the image is whole'],
    ] },
    { of: 1, steps: [{ cutPower: {} }, { boot: {} }, { cutPower: {} }, { boot: {} }, [{ fail: { it: 1 } }, 'the slot is in use']], leaves: { running: 0 } },
    { of: 2, steps: [{ fail: { it: 1 } }, { boot: {} }, { fail: { it: 1 } }, { boot: {} }, [{ fail: { it: 1 } }, 'the slot is in use']], leaves: { running: 0 } },
    { of: 2, with: { countsNoTries: true }, steps: [
      { fail: { it: 1 } }, { boot: {} }, { fail: { it: 1 } }, { boot: {} }, { fail: { it: 1 } }, { boot: {} }, { fail: { it: 1 } },
    ] },
  ],
  'themelios/address-space': [
    { of: 0, steps: [{ unmapPage: { of: 0, at: 0 } }, [{ touch: { at: 0 } }, 'the page is mapped']], leaves: { pages: [{ cached: null }, {}] } },
    { of: 1, steps: [
      [{ freeFrame: { it: 0 } }, 'no process maps it'], { destroy: { it: 0 } }, { freeFrame: { it: 0 } },
      { mapPage: { of: 1, at: 0, to: 0, as: 'private' } },
    ] },
    { of: 2, steps: [{ destroy: { it: 0 } }], breaks: ['the tables that are loaded exist'] },
    { of: 2, with: { freesLoaded: false }, steps: [[{ destroy: { it: 0 } }, 'its tables are not loaded']] },
  ],
  'themelios/ipc': [
    { of: 0, steps: [
      { call: { by: 2 } }, { reply: { by: 0 } }, [{ send: { by: 2 } }, 'the task is ready'], { receive: { by: 0 } }, { reply: { by: 0 } },
      { send: { by: 2 } },
    ] },
    { of: 1, steps: [
      [{ reply: { by: 0 } }, 'a caller waits under its token'], { call: { by: 1 } }, [{ reply: { by: 0 } }, 'a caller waits under its token'],
    ] },
    { of: 2, steps: [{ intrude: { by: 0, to: 1 } }], breaks: ['a call is answered by the task that received it'] },
  ],
  'themelios/frame-allocator': [
    { of: 0, steps: [
      ...[2, 3, 4, 5].map((first) => [{ allocateRun: { first, by: 1 } }, 'every frame of the run is free'] as const),
      { free: { it: 3, by: 1 } }, { allocateRun: { first: 2, by: 1 } },
    ] },
    { of: 1, steps: [
      [{ reclaimRegion: {} }, 'the kernel has its own tables and stack'], { ownTables: {} }, { reclaimRegion: {} },
      { allocate: { it: 6, by: 0 } },
    ] },
    { of: 1, with: { reclaimsEarly: true }, steps: [{ reclaimRegion: {} }], breaks: ['memory that the kernel still uses is not free'] },
    { of: 2, steps: [{ free: { it: 2, by: 0 } }, { allocate: { it: 2, by: 0 } }], breaks: ['a frame has one owner'] },
  ],
  'themelios/audit-log': [
    { of: 0, steps: [{ read: {} }], leaves: { seen: 5, gap: 1, lost: 1 } },
    { of: 1, steps: [[{ carryOut: {} }, 'it is recorded']] },
    { of: 1, with: { recordsLater: true }, steps: [{ carryOut: {} }], breaks: ['a call is recorded before it is carried out'] },
    { of: 2, steps: [{ edit: { it: 0 } }, { read: {} }], breaks: ['a reader does not believe an entry that was changed'] },
    { of: 2, with: { chained: 1 }, steps: [{ edit: { it: 0 } }, { read: {} }], leaves: { alarm: true, believed: false } },
  ],
};
