/** What the twelve oldest mechanisms tell a reader to do, done: what is said to be refused is, and what is said to break does. */
import { describe, expect, test } from 'vitest';
import { begin, follow, instanceOf, machine } from '../engine/checker.ts';
import { loadMechanism } from './registry.ts';
import { triesOf } from './tries.ts';

/** A step, or one that is refused with the reason for it. */
type Played = object | readonly [step: object, refused: string];

interface Play {
  /** Of the mechanism, counted from 0. */
  readonly of: number;
  /** Settings that the reader is told to change. */
  readonly with?: object;
  /** So many steps of the scenario are kept: those where it begins, but for a run that a changed setting stops. */
  readonly from?: number;
  readonly steps: readonly Played[];
  /** The rules that are broken at the end. */
  readonly breaks?: readonly string[];
  /** What is seen at the end, where no refusal tells it. */
  readonly leaves?: object;
}

// prettier-ignore
const plays: Readonly<Record<string, readonly Play[]>> = {
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
  'violetos/prism': [
    { of: 0, steps: [
      [{ consume: {} }, 'the task has read what it was given'], { resolve: { answer: 0 } }, { consume: {} }, { resolve: { answer: 1 } },
    ] },
    { of: 1, steps: [{ write: {} }], leaves: { futures: [{ status: 'canceled' }, { status: 'pending' }] } },
    { of: 1, with: { overwrite: 0 }, from: 2, steps: [
      [{ invoke: { through: 1, answer: 1 } }, 'the buffer has room (else the call fails)'],
    ] },
    { of: 2, steps: [{ drop: { it: 0 } }], breaks: ['a waiting task has nothing to read'] },
    { of: 2, with: { dropsQuietly: false }, steps: [{ drop: { it: 0 } }, { consume: {} }, { learnDrop: { dropped: 0 } }] },
  ],
  'starina/channel': [
    { of: 0, steps: [
      { close: { by: 0 } }, [{ learnNoPeer: { by: 1 } }, 'its queue is empty'], { receive: { by: 1 } },
      [{ learnNoPeer: { by: 1 } }, 'its queue is empty'], { receive: { by: 1 } }, { learnNoPeer: { by: 1 } },
    ] },
    { of: 1, steps: [
      [{ send: { by: 0, carries: [0] } }, 'the queue of the peer has room (else Full)'], { receive: { by: 1 } },
      { send: { by: 0, carries: [0] } },
    ] },
    { of: 2, steps: [{ send: { by: 0, carries: [0] } }], breaks: ['a handle is in exactly one place'] },
    { of: 2, with: { takesFirst: false }, steps: [[{ send: { by: 0, carries: [0] } }, 'the peer is open (else NoPeer)']] },
  ],
  'zos/provisioning': [
    { of: 0, steps: [
      { crash: {} }, { peek: {} }, [{ install: { it: 'mount' } }, 'it is not there'], { install: { it: 'network' } },
    ] },
    { of: 1, steps: [
      { update: { wants: ['network'] } }, { peek: {} },
      [{ uninstall: { it: 'mount' } }, 'all that comes after it in the order of types stays or is gone'],
      { uninstall: { it: 'machine' } }, { uninstall: { it: 'mount' } }, { dequeue: {} },
    ] },
    { of: 2, steps: [{ reboot: {} }], breaks: ['no accepted job is lost'], leaves: { known: [], jobs: [] } },
    { of: 2, with: { wipesQueue: false, cleansWaiting: false }, steps: [
      { reboot: {} }, { peek: {} }, { install: { it: 'mount' } }, { dequeue: {} }, { peek: {} }, { dequeue: {} },
    ] },
  ],
  'zos/boot-graph': [
    { of: 0, steps: [
      [{ start: { it: 'boot' } }, 'all that it comes after is up'], [{ start: { it: 'internet' } }, 'it is blocked'],
    ], leaves: { boot: 'blocked', identityd: 'blocked', networkd: 'blocked', flistd: 'blocked', provisiond: 'blocked' } },
    { of: 1, steps: [
      [{ start: { it: 'boot' } }, 'all that it comes after is up'], { stop: { it: 'storaged', how: 'success' } }, { start: { it: 'boot' } },
    ], breaks: ['nothing is started before what it comes after is ready'] },
    { of: 1, with: { countsSuccess: false }, steps: [
      { stop: { it: 'storaged', how: 'success' } }, [{ start: { it: 'boot' } }, 'all that it comes after is up'],
    ] },
    { of: 2, steps: [
      [{ start: { it: 'networkd' } }, 'all that it comes after is up'], [{ start: { it: 'provisiond' } }, 'all that it comes after is up'],
    ] },
  ],
  'avyos/supervisor': [
    { of: 0, steps: [
      [{ terminate: { it: 0 } }, 'of all that are to stop, nothing after it in the list is still started'], { terminate: { it: 1 } },
      { terminate: { it: 0 } },
    ] },
    { of: 1, steps: [{ handleExit: { it: 1 } }, [{ restart: { it: 1 } }, 'its restart is under way'], { start: { it: 1 } }] },
    { of: 1, with: { policyBeatsStop: true }, steps: [{ handleExit: { it: 1 } }, { restart: { it: 1 } }], breaks: ['a service that was stopped alone stays stopped'] },
    { of: 2, steps: [{ reap: { it: 1 } }], breaks: ['an end is never forgotten'] },
    { of: 2, with: { dropsEnds: false }, steps: [
      [{ reap: { it: 1 } }, 'the channel has room'], { handleExit: { it: 0 } }, { restart: { it: 0 } }, { reap: { it: 1 } },
    ] },
  ],
};

const isRefused = (played: Played): played is readonly [object, string] => Array.isArray(played);

describe.each(Object.entries(plays))('%s', (id, told) => {
  test('all of what it says is done', () => {
    expect(new Set(told.map((each) => each.of))).toEqual(new Set(triesOf(id).keys()));
  });

  test.each([...told])('what $of says is so, with $with', async ({ of, with: changed, from, steps, breaks = [], leaves = {} }) => {
    const mechanism = await loadMechanism(id);
    const { scenario, step } = triesOf(id)[of]!.from;
    const { with: config, steps: before } = mechanism.scenarios[scenario]!;
    const m = machine(mechanism, { ...config, ...changed });
    let at = begin(m);
    for (const each of [...before.slice(0, from ?? step), ...steps]) {
      const [taken, refused] = isRefused(each) ? each : [each, undefined];
      expect(at.broken, 'no rule is broken before the end').toEqual([]);
      const next = follow(m, at, instanceOf(m, taken));
      const because = 'because' in next ? next.because : [];
      expect(because, next.says).toEqual(refused === undefined ? [] : expect.arrayContaining([refused]));
      if (!('because' in next)) at = next;
    }
    expect(at.broken).toEqual(breaks);
    expect(at.state).toMatchObject(leaves);
  });
});
