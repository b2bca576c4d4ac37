/** What the tries of these mechanisms say, step by step: `tries.test.ts` does it. */
import type { Plays } from '../plays.fixture.ts';

// prettier-ignore
export const plays: Plays = {
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
      [{ lookAgain: { it: 'internet' } }, 'it is no one-shot'],
    ], leaves: { boot: 'blocked', identityd: 'blocked', networkd: 'blocked', flistd: 'blocked', provisiond: 'blocked' } },
    { of: 1, steps: [
      [{ start: { it: 'boot' } }, 'all that it comes after is up'], { stop: { it: 'storaged', how: 'success' } }, { finish: { it: 'internet' } },
      { start: { it: 'boot' } },
    ], breaks: ['nothing is started before what it comes after is ready'] },
    { of: 1, with: { countsSuccess: false }, steps: [
      { stop: { it: 'storaged', how: 'success' } }, { finish: { it: 'internet' } }, [{ start: { it: 'boot' } }, 'all that it comes after is up'],
    ] },
    { of: 2, steps: [
      [{ start: { it: 'networkd' } }, 'all that it comes after is up'], [{ start: { it: 'provisiond' } }, 'all that it comes after is up'],
    ] },
  ],
  'zos/upgrade-rollout': [
    { of: 0, steps: [
      [{ look: { it: 4 } }, 'the version is marked safe, or the farm is on the list'], { markSafe: { it: 'production' } }, { look: { it: 4 } },
    ], leaves: { nodes: [{}, {}, {}, { tag: 2 }, { upgrades: true }] } },
    { of: 1, steps: [{ reboot: { it: 1 } }], breaks: [
      'outside dev a node runs only what the registrar has named', 'outside dev a node off the list runs only what was marked safe',
    ], leaves: { QA: { registrar: 1 }, nodes: [{}, { tag: 2 }, {}, {}, {}] } },
    { of: 1, with: { bootTakesLink: false }, steps: [{ reboot: { it: 1 } }], leaves: { nodes: [{}, { tag: 1 }, {}, {}, {}] } },
    { of: 2, steps: [{ fail: { it: 0 } }], breaks: ['a node that does not upgrade has all packages of its tag'], leaves: {
      nodes: [{ tag: 1, containerd: 2, 'zos.flist': 1 }, {}, {}, {}, {}],
    } },
    { of: 2, meanwhile: ['a node that does not upgrade has all packages of its tag'], steps: [
      { fail: { it: 0 } }, { look: { it: 0 } }, { install: { it: 0, what: 'containerd' } },
    ], leaves: { nodes: [{ done: ['containerd'] }, {}, {}, {}, {}] } },
  ],
  'zos/capacity': [
    { of: 0, steps: [
      [{ startMachine: { it: 1, size: '2 GiB' } }, 'so much memory is usable'], { remove: { it: 0 } }, { startMachine: { it: 1, size: '6 GiB' } },
    ] },
    { of: 1, steps: [
      [{ grow: {} }, 'the pool has room for a larger cache'], { remove: { it: 0 } }, { grow: {} }, [{ grow: {} }, 'at least 60 percent of it are used'],
    ], leaves: { cache: 2, files: 1 } },
    { of: 2, meanwhile: ['the quotas fit into the pool'], steps: [
      { grow: {} }, [{ enlarge: { it: 0 } }, 'the pool has room for a larger volume'],
    ], breaks: ['the quotas fit into the pool'], leaves: { cache: 2 } },
    { of: 2, with: { enlargesUnasked: true }, meanwhile: ['the quotas fit into the pool'], steps: [{ grow: {} }, { enlarge: { it: 0 } }], breaks: [
      'the quotas fit into the pool',
    ], leaves: { workloads: [{ disk: 4 }, {}] } },
  ],
};
