/**
 * The way from Limine to the first client: what is mounted where, what moves along, and who may go on when.
 * Stands for: documented (the primary source, lines 51-64: Limine loads kernel and initramfs, early init mounts, prepares the directory for
 * sockets and executes the init of the core; 66-70: a core that is read-only, with the defaults that writable settings override; 158-161:
 * services make their endpoints, then clients connect). Its details are observed in sbin/init at 45fc7afc, whose lines are named below.
 * Observed: the root at /rootfs and the core at /rootfs/usr, read-only (initramfs.go, 55-63); /proc, which has the kernel line, before both
 * (46-49, 83-84); the moves, by which a file system keeps what is in it (65-73); a setting that is missing is copied from the core before the
 * first service starts (startup.go, 65, 132, 178-192).
 * Differs: the commit has no mutable partition unless the kernel line names a root, and the line of its image names none (initramfs.go, 28-34;
 * scripts/genimage.sh, 108): the fault `forgetsState`. It reads the first of four lists of what is to be restored (etc/init.conf, 22-25;
 * startup.go, 178-184; lib/ini/ini.go@022216fe, 225-236): `readsFirstList`. It stops where the device of the core is not there (initramfs.go,
 * 113-125): `noDevice`. It prepares no directory for sockets; they lie in /run itself (initramfs.go, 144-149).
 * Illustration: the paths are those of 45fc7afc, since the document's have another layout; a free order wherever nothing depends on it, which
 * the code has fixed; one client a service; a setting that is changed through a client.
 * No fairness is asked for: until PID 1 runs, no run can go round.
 * Not shown: one of the first six mounts that fails is only printed (159-162), one of root or core is a panic (131-133), and a move that fails is
 * not seen (72); on an empty root the copy of init.conf, the first, fails for want of /etc (bin/copy/fileutil.go, 34-56).
 */
import { bool, id, mechanism, oneOf, orderedTable, type RowIn, table } from '../../../engine/language.ts';

const service = id('service');
const setting = id('setting');
const place = oneOf('not mounted', 'in the initramfs', 'in the real root', 'hidden');
const moved = oneOf('/proc', '/dev', '/run');

const boot = mechanism({
  parameters: {
    services: { label: 'Services', least: 1, most: 3, default: 2 },
    settings: { label: 'Settings', least: 1, most: 3, default: 2 },
  },
  faults: {
    coreFirst: { doc: 'Early init mounts the core before the root.', drops: 'the root is mounted, for the core to lie on' },
    movesFirst: { doc: 'Early init moves a file system before the root is mounted.', drops: 'the root is mounted, to move it there' },
    leavesBehind: { doc: 'Early init hands over before it has moved everything.', drops: 'nothing is left to be moved' },
    preparesFirst: { doc: 'The directory for sockets is prepared before the tmpfs is mounted.', drops: 'the tmpfs is mounted at /run' },
    writableCore: 'The core is mounted for writing.',
    noDevice: 'The device of the core is not there, and early init stops (as read at 45fc7afc).',
    forgetsState: 'The root is a tmpfs, new at each start (as read at 45fc7afc).',
    restoresOver: { doc: 'Defaults are copied over what is there.', drops: 'it is missing in the state' },
    readsFirstList: 'Of the lists of settings to restore only the first is read (as read at 45fc7afc).',
    connectsBlindly: { doc: 'A client does not wait for the endpoint.', drops: 'its endpoint exists' },
  },
  state: ({ services, settings }) => ({
    up: bool, // PID 1 runs; until then early init, which Limine has loaded
    '/proc': place,
    '/dev': place,
    '/run': place,
    root: oneOf('not mounted', 'mounted'), // with the writable state; at /rootfs, later /
    core: place,
    sockets: oneOf('not prepared', 'in the tmpfs', 'below the tmpfs'), // the directory in which endpoints lie
    coreChanged: bool,
    settings: orderedTable(setting, settings, { is: oneOf('missing', 'a default', 'its own'), changed: bool }), // changed: ever
    services: table(service, services, { is: oneOf('not started', 'started', 'listening'), client: bool }),
  }),
});

type Setting = RowIn<typeof boot, 'setting'>;

const paths = ['/proc', '/dev', '/run'] as const;
const isMissing = ({ is }: Setting): boolean => is === 'missing';

const mount = boot.action({
  says: 'Early init mounts {it}.',
  args: { it: moved },
  when: { 'early init runs': (_, s) => !s.up, 'it is not mounted yet': ({ it }, s) => s[it] === 'not mounted' },
  then: ({ it }, s) => {
    s[it] = 'in the initramfs';
    if (it === '/run' && s.sockets === 'in the tmpfs') s.sockets = 'below the tmpfs';
  },
});

const prepare = boot.action({
  says: 'Early init prepares the directory for sockets in /run.',
  when: {
    'early init runs': (_, s) => !s.up,
    'it is not prepared yet': (_, s) => s.sockets === 'not prepared',
    'the tmpfs is mounted at /run': (_, s) => s['/run'] !== 'not mounted',
  },
  then: (_, s) => (s.sockets = 'in the tmpfs'),
});

const mountRoot = boot.action({
  says: 'Early init mounts the real root, with the writable state.',
  when: {
    'early init runs': (_, s) => !s.up,
    'the root is not mounted yet': (_, s) => s.root === 'not mounted',
    'the kernel line can be read from /proc': (_, s) => s['/proc'] === 'in the initramfs' || s['/proc'] === 'in the real root',
  },
  then: (_, s) => {
    s.root = 'mounted';
    for (const path of [...paths, 'core'] as const) if (s[path] === 'in the real root') s[path] = 'hidden'; // the root now lies over it
  },
});

const mountCore = boot.action({
  says: 'Early init mounts the core, read-only, at /usr of the real root.',
  when: {
    'early init runs': (_, s) => !s.up,
    'the core is not mounted yet': (_, s) => s.core === 'not mounted',
    'the root is mounted, for the core to lie on': (_, s) => s.root === 'mounted',
    'the device of the core is there': (_, __, { noDevice }) => !noDevice,
  },
  then: (_, s) => (s.core = 'in the real root'),
});

const move = boot.action({
  says: 'Early init moves {it} into the real root.',
  args: { it: moved },
  when: {
    'early init runs': (_, s) => !s.up,
    'it is mounted in the initramfs': ({ it }, s) => s[it] === 'in the initramfs',
    'the root is mounted, to move it there': (_, s) => s.root === 'mounted',
  },
  then: ({ it }, s) => (s[it] = 'in the real root'),
});

const handOver = boot.action({
  says: 'Early init changes its root and executes the init of the core, which is PID 1 from then on.',
  when: {
    'early init runs': (_, s) => !s.up,
    'the init of the core can be found': (_, s) => s.core === 'in the real root',
    'the directory for sockets is prepared': (_, s) => s.sockets !== 'not prepared',
    'nothing is left to be moved': (_, s) => paths.every((path) => s[path] !== 'not mounted' && s[path] !== 'in the initramfs'),
  },
  then: (_, s) => (s.up = true),
});

const restore = boot.action({
  says: 'PID 1 copies the default of {it} from the core.',
  args: { it: setting },
  when: {
    'PID 1 runs': (_, s) => s.up,
    'it is missing in the state': ({ it }) => isMissing(it),
    'it stands in a list that is read': ({ it }, _, { readsFirstList }) => !readsFirstList || it.index === 0,
  },
  then: ({ it }) => (it.is = 'a default'),
});

const start = boot.action({
  says: 'PID 1 starts {it}.',
  args: { it: service },
  when: {
    'PID 1 runs': (_, s) => s.up,
    'it is not started yet': ({ it }) => it.is === 'not started',
    'what is to be restored is there': (_, s, { readsFirstList }) =>
      s.settings.every((each) => !isMissing(each) || (readsFirstList && each.index > 0)),
  },
  then: ({ it }) => (it.is = 'started'),
});

const listen = boot.action({
  says: '{it} makes its endpoint.',
  args: { it: service },
  when: { 'it has just been started': ({ it }) => it.is === 'started', 'it finds the directory': (_, s) => s.sockets === 'in the tmpfs' },
  then: ({ it }) => (it.is = 'listening'),
});

const connect = boot.action({
  says: 'A client connects to {it}.',
  args: { it: service },
  when: {
    'the service was started': ({ it }) => it.is !== 'not started',
    'the client is not connected yet': ({ it }) => !it.client,
    'its endpoint exists': ({ it }) => it.is === 'listening',
  },
  then: ({ it }) => (it.client = true),
});

const change = boot.action({
  says: 'A client has {it} changed in {where}.',
  args: { it: setting, where: oneOf('the state', 'the core') },
  when: {
    'a client is connected': (_, s) => s.services.some((each) => each.client),
    'it may be written there (else a read-only file system)': ({ where }, _, { writableCore }) => where === 'the state' || writableCore,
  },
  then: ({ it, where }, s) => {
    if (where === 'the core') s.coreChanged = true;
    else [it.is, it.changed] = ['its own', true];
  },
});

const startAgain = boot.action({
  says: 'The machine is started again, and Limine loads the kernel and the initramfs.',
  when: { 'PID 1 runs': (_, s) => s.up },
  then: (_, s, { forgetsState }) => {
    for (const path of [...paths, 'core'] as const) s[path] = 'not mounted';
    [s.up, s.root, s.sockets] = [false, 'not mounted', 'not prepared'];
    for (const each of s.services) [each.is, each.client] = ['not started', false];
    if (forgetsState) for (const each of s.settings) each.is = 'missing';
  },
});

export const model = boot.model({
  id: 'avyos/boot-mounts',
  title: 'Boot mounts',
  about: {
    question: 'What must be mounted before the next thing may happen?',
    group: 'turns',
    picture: { scenario: 'whole', step: 8 },
    basis: 'documented',
    standsFor: 'the boot chain, its details observed',
    shows: 'what is mounted on what, three file systems that move along, a core that nobody writes, settings that outlast a start',
    leavesOut: 'the firmware, /sys, which goes the way of /dev, the network, services that end, and accounts',
    scaledDown:
      'eight mounts there, five here; six services in its list there, two here; eleven files that are to be restored there, two settings here',
  },
  actions: { mount, prepare, mountRoot, mountCore, move, handOver, restore, start, listen, connect, change, startAgain },
  always: {
    'the core is never hidden': (s) => s.core !== 'hidden',
    'PID 1 has all that early init mounted': (s) => !s.up || paths.every((path) => s[path] === 'in the real root'),
    'the directory for sockets lies in the run-time tmpfs': (s) => s.sockets !== 'below the tmpfs',
    'the core never changes': (s) => !s.coreChanged,
    'a setting that was changed stays changed': (s) => s.settings.every((each) => !each.changed || each.is === 'its own'),
    'a service starts with every setting': (s) => !s.settings.some(isMissing) || s.services.every((each) => each.is === 'not started'),
    'a client is connected only where an endpoint is': (s) => s.services.every((each) => !each.client || each.is === 'listening'),
  },
  sometimes: {
    'every service has a client': (s) => s.services.every((each) => each.client),
    'a changed setting has outlived a start': (s) => !s.up && s.settings.some((each) => each.is === 'its own'),
  },
  eventually: { 'the init of the core comes to run': { once: (_, s) => !s.up, leadsTo: (_, s) => s.up } },
});
