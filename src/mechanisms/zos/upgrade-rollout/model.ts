/**
 * How a version of Zero-OS reaches the nodes of four networks: released network by network, let in by two gates, installed package by package.
 * Stands for: documented behaviour (zosbase 063d8956: docs/manual/manual.md, lines 10-12: from development to testing to production;
 * docs/release/readme.md, 45-57: the link, the version that is set for a network, the flag, and the farms that go first while it is off; zos
 * 62cd0f0c, a branch, specs/grid4/readme.md, 89-114: version, flag and list; zos.flist last; all packages or none, and a way back). Its details
 * are observed in zos 6caeb0ff, pkg/upgrade/upgrade.go, whose lines are named below.
 * Observed: the questions in their order (274-308), on dev without the registrar (65-72); new packages alone, zos.flist last (355-390); files
 * are copied, then services stopped, all together, and started, each in turn (487-500, 543-566); identityd and redis are spared (39-40, 533-536);
 * the tag is written when all is done (310-319), and then identityd ends (cmds/identityd/main.go, 143-145). The link of dev is set at each push to
 * main (.github/workflows/publish.yaml, 85-97), the others by hand (.github/workflows/grid-deploy.yaml, 3-33) or to what the registrar names
 * (tools/zos-update-worker/internal/update_worker.go, 107-144).
 * Differs: at 6caeb0ff nothing ties a network to the one before it (the same lines): `releasesAnything`. Bootstrap asks the hub alone
 * (bootstrap/bootstrap/src/bootstrap.rs, 68-115): `bootTakesLink`. After an error no package is put back (205-213, 311-317): `leavesMixture`. A
 * machine is to outlive vmd (zosbase pkg/vm/ch.go, 224-235), and zinit at 92444a7 kills what descends from a service (src/zinit/lifecycle.rs,
 * 175-186, 211-217): `killsMachines`. By the documents identityd renews itself first (zosbase docs/internals/identity/upgrade.md, 35); here it ends last.
 * Illustration: without a fault a reboot installs what the node had. All nodes of a network run a version before the next one gets it.
 * Made up: all other faults, and that containerd is the one other package.
 * Not shown: times; a link that is set back; a list that changes, of which a node keeps a copy for six hours (zosbase pkg/environment/config.go,
 * 17-20); a package of which only some files are copied, or a file that is cut in the middle; a service that does not stop or start, which is only
 * logged (544-565); that vmd starts a machine anew which was killed (zosbase pkg/vm/monitor.go, 179-221), as here only a reboot does.
 */
import { bool, flags, id, mechanism, oneOf, orderedTable, range, type RowIn, type StateIn, tuple } from '../../../engine/language.ts';

const node = id('node');
const version = range(1, 2);
const released = tuple({ link: version, registrar: version, safe: version }); // safe: the newest that the registrar has marked so
const network = oneOf('dev', 'QA', 'test', 'production');
const gated = oneOf('QA', 'test', 'production'); // dev asks no registrar
const pack = oneOf('containerd', 'zos.flist');
const packs = flags(...pack.names);
const service = oneOf('containerd', 'vmd', 'identityd', 'redis');
const services = flags(...service.names);
const servicesOf = { containerd: services.none.with('containerd'), 'zos.flist': services.all.without('containerd') };

const rollout = mechanism({
  parameters: {
    others: { label: 'Nodes of production off the list', least: 1, most: 3, default: 1 },
  },
  faults: {
    releasesAnything: {
      doc: 'Any version is released to any network (as read at 6caeb0ff).',
      drops: 'the network before runs that version',
    },
    bootTakesLink: 'A node that boots installs what the link names, and asks nothing more (as read at 6caeb0ff).',
    leavesMixture: 'When a package fails, those that are installed stay (as read at 6caeb0ff).',
    killsMachines: 'When vmd is stopped, the machines that it started are killed (zinit as read at 92444a7).',
    asksNoVersion: { doc: 'A node does not ask for the version.', drops: 'the registrar names the same, or the network is dev' },
    asksNoFlag: { doc: 'A node does not ask for the flag.', drops: 'the version is marked safe, or the farm is on the list' },
    listOnly: 'Outside dev a node upgrades only if its farm is on the list, also when the version is marked safe.',
    tagFirst: 'The tag is written when the upgrade begins.',
    anyOrder: { doc: 'Packages are installed in any order.', drops: 'zos.flist is the last' },
    stopsAll: 'All services of a package are stopped, also those that the upgrade needs.',
  },
  state: ({ others }) => ({
    dev: released,
    QA: released,
    test: released,
    production: released,
    nodes: orderedTable(node, 4 + others, {
      on: network,
      isListed: bool, // zos-config names its farm as a test farm
      tag: version, // what it takes to be installed
      containerd: version, // what is there of either package
      'zos.flist': version,
      upgrades: bool,
      done: packs, // what this upgrade has installed
      down: services, // what it has stopped
      machine: oneOf('runs', 'killed'), // of a user, started by vmd
    }),
  }),
  start: (s) => s.nodes.forEach((it) => ([it.on, it.isListed] = [network.names[Math.min(it.index, 3)]!, it.index === 3])),
});

type Grid = StateIn<typeof rollout>;
type Node = RowIn<typeof rollout, 'node'>;

/** By the manual a version comes to test after dev and to production after test; QA has no place in that order. */
const before = { dev: null, QA: null, test: 'dev', production: 'test' } as const;
const ranBefore = (to: number, on: Node['on'], s: Grid): boolean => s.nodes.every((it) => it.on !== before[on] || it.tag >= to);

const newest = (it: Node): number => Math.max(it.containerd, it['zos.flist']);
const isNamed = ({ on }: Node, s: Grid): boolean => on === 'dev' || s[on].registrar === s[on].link;
const isLetIn = ({ on, isListed }: Node, s: Grid, listOnly = false): boolean =>
  on === 'dev' || isListed || (s[on].safe === s[on].registrar && !listOnly);
const isOffered = ({ it }: { readonly it: Node }, s: Grid): boolean => it.tag !== s[it.on].link && isNamed(it, s) && isLetIn(it, s);

const endUpgrade = (it: Node, tag: number, installsAll: boolean): void => {
  if (installsAll) [it.containerd, it['zos.flist']] = [tag, tag];
  [it.tag, it.upgrades, it.done, it.down] = [tag, false, packs.none, services.none];
};

const build = rollout.action({
  says: 'Version 2 is built, and the link of dev names it.',
  when: { 'it is not built yet': (_, s) => s.dev.link === 1 },
  then: (_, s) => (s.dev = { ...s.dev, link: 2 }),
});

const release = rollout.action({
  says: 'The {by} of {it} names version 2.',
  args: { it: gated, by: oneOf('link', 'registrar') },
  when: {
    'that version is built': (_, s) => s.dev.link === 2,
    'it does not name it yet': ({ it, by }, s) => s[it][by] === 1,
    'the network before runs that version': ({ it }, s) => ranBefore(2, it, s),
  },
  then: ({ it, by }, s) => (s[it] = { ...s[it], [by]: 2 }),
});

const markSafe = rollout.action({
  says: 'The registrar of {it} marks its version as safe to upgrade to.',
  args: { it: gated },
  when: { 'it is not marked yet': ({ it }, s) => s[it].safe < s[it].registrar },
  then: ({ it }, s) => (s[it] = { ...s[it], safe: s[it].registrar }),
});

const look = rollout.action({
  says: '{it} looks at the link of its network and begins to upgrade.',
  args: { it: node },
  fair: 'strong',
  fairFor: ['it'],
  when: {
    'no upgrade is under way': ({ it }) => !it.upgrades,
    'the link names another version than its tag': ({ it }, s) => s[it.on].link !== it.tag,
    'the registrar names the same, or the network is dev': ({ it }, s) => isNamed(it, s),
    'the version is marked safe, or the farm is on the list': ({ it }, s, { listOnly }) => isLetIn(it, s, listOnly),
  },
  then: ({ it }, s, { tagFirst }) => {
    it.upgrades = true;
    if (tagFirst) it.tag = s[it.on].link;
  },
});

const install = rollout.action({
  says: '{it} copies the files of {what} and stops its services.',
  args: { it: node, what: pack },
  fair: 'strong',
  fairFor: ['it', 'what'],
  when: {
    'an upgrade is under way': ({ it }) => it.upgrades,
    'what was stopped runs again': ({ it }) => it.down.size === 0,
    'the package is not installed yet': ({ it, what }) => !it.done.has(what),
    'zos.flist is the last': ({ it, what }) => what === 'containerd' || it.done.has('containerd'),
  },
  then: ({ it, what }, s, { stopsAll, killsMachines }) => {
    [it[what], it.done] = [s[it.on].link, it.done.with(what)];
    it.down = stopsAll ? servicesOf[what] : servicesOf[what].without('identityd').without('redis');
    if (it.down.has('vmd') && killsMachines) it.machine = 'killed';
  },
});

const start = rollout.action({
  says: '{it} starts {what} again.',
  args: { it: node, what: service },
  fair: 'strong',
  fairFor: ['it', 'what'],
  when: {
    'it is stopped': ({ it, what }) => it.down.has(what),
    'identityd runs, of which the upgrader is a part': ({ it }) => !it.down.has('identityd'),
  },
  then: ({ it, what }) => (it.down = it.down.without(what)),
});

const finish = rollout.action({
  says: '{it} writes the tag; identityd ends, and is started anew.',
  args: { it: node },
  fair: 'strong',
  fairFor: ['it'],
  when: { 'all packages are installed, and their services run': ({ it }) => it.done === packs.all && it.down.size === 0 },
  then: ({ it }, s) => endUpgrade(it, s[it.on].link, false),
});

const fail = rollout.action({
  says: 'A package cannot be fetched or copied, and the upgrade of {it} ends.',
  args: { it: node },
  when: { 'a package is next': ({ it }) => it.upgrades && it.down.size === 0 && it.done !== packs.all },
  then: ({ it }, _, { leavesMixture, tagFirst }) => endUpgrade(it, it.tag, !leavesMixture && !tagFirst),
});

const reboot = rollout.action({
  says: '{it} reboots, and bootstrap installs all packages.',
  args: { it: node },
  then: ({ it }, s, { bootTakesLink }) => {
    endUpgrade(it, bootTakesLink ? s[it.on].link : it.tag, true);
    it.machine = 'runs'; // provisiond has it started again
  },
});

export const model = rollout.model({
  id: 'zos/upgrade-rollout',
  title: 'Upgrade rollout',
  about: {
    question: 'Which nodes take a new version, and when?',
    group: 'turns',
    picture: { scenario: 'whole', step: 24 },
    basis: 'documented',
    standsFor: 'four networks and two gates, their details observed',
    shows:
      'the questions of a node in their order, test farms that go first, one package after the other, a tag that is written at the end',
    leavesOut: 'the hour between two looks, what a version changes, nodes that were not booted from the hub',
    scaledDown:
      'any number of nodes and versions there, five and two here; some twenty packages there, two here; seventeen units of zos.flist there, three here',
  },
  actions: { build, release, markSafe, look, install, start, finish, fail, reboot },
  always: {
    'test runs only what dev has run, and production only what test has run': (s) => s.nodes.every((it) => ranBefore(newest(it), it.on, s)),
    'outside dev a node runs only what the registrar has named': (s) =>
      s.nodes.every((it) => it.on === 'dev' || newest(it) <= s[it.on].registrar),
    'outside dev a node off the list runs only what was marked safe': (s) =>
      s.nodes.every((it) => it.on === 'dev' || it.isListed || newest(it) <= s[it.on].safe),
    'a node that does not upgrade has all packages of its tag': (s) =>
      s.nodes.every((it) => it.upgrades || (it.containerd === it.tag && it['zos.flist'] === it.tag)),
    'the package zos.flist is never newer than the one that it needs': (s) => s.nodes.every((it) => it['zos.flist'] <= it.containerd),
    'an upgrade stops neither identityd nor redis': (s) => s.nodes.every(({ down }) => !down.has('identityd') && !down.has('redis')),
    'a machine outlives the upgrade of its node': (s) => s.nodes.every(({ machine }) => machine === 'runs'),
  },
  sometimes: {
    'every node runs the new version': (s) => s.nodes.every((it) => it.tag === 2),
    'a node on the list runs what another waits for': (s) =>
      s.nodes.some((it) => it.isListed && s.nodes.some((each) => each.on === it.on && each.tag < it.tag)),
    'QA is behind production': (s) => s.nodes.some((it) => it.on === 'production' && it.tag > s.nodes[1]!.tag),
  },
  eventually: {
    'a version that the gates let in comes to the node': { of: node, once: isOffered, leadsTo: (told, s) => !isOffered(told, s) },
  },
});
