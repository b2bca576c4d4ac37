import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const halfway = (it: number) => [{ look: { it } }, { install: { it, what: 'containerd' } }, { start: { it, what: 'containerd' } }];
const upgrade = (it: number) => [
  ...halfway(it),
  { install: { it, what: 'zos.flist' } },
  { start: { it, what: 'vmd' } },
  { finish: { it } },
];
const released = (it: string) => [{ release: { it, by: 'link' } }, { release: { it, by: 'registrar' } }];
const build = { build: {} };

test('the link of dev alone lets its node upgrade, and the tag is written last', () => {
  expect(stateAfter({}, build, ...upgrade(0).slice(0, -1)).nodes).toMatchObject([
    { tag: 1, containerd: 2, 'zos.flist': 2 },
    {},
    {},
    {},
    {},
  ]);
  expect(stateAfter({}, build, ...upgrade(0)).nodes).toMatchObject([{ tag: 2, upgrades: false }, {}, {}, {}, {}]);
});

test('a node on the list goes before the flag, and one off the list after it', () => {
  const production = [build, ...released('production')];
  const anything = { releasesAnything: true };
  expect(stateAfter(anything, ...production, { look: { it: 3 } }).nodes).toMatchObject([{}, {}, {}, { upgrades: true }, {}]);
  expect(() => stateAfter(anything, ...production, { look: { it: 4 } })).toThrow('the version is marked safe, or the farm is on the list');
  expect(stateAfter(anything, ...production, { markSafe: { it: 'production' } }, { look: { it: 4 } }).nodes).toMatchObject([
    {},
    {},
    {},
    {},
    { upgrades: true },
  ]);
});

test('the flag of an older version lets nobody upgrade to one that the registrar does not name', () => {
  expect(() => stateAfter({}, build, released('QA')[0]!, { look: { it: 1 } })).toThrow(
    'the registrar names the same, or the network is dev',
  );
});

test('production waits for every node of test, and QA for none', () => {
  const tested = [build, ...upgrade(0), ...released('test'), { markSafe: { it: 'test' } }];
  expect(() => stateAfter({}, ...tested, released('production')[0]!)).toThrow('the network before runs that version');
  expect(stateAfter({}, ...tested, ...upgrade(2), ...released('production')).production).toEqual({ link: 2, registrar: 2, safe: 1 });
  expect(stateAfter({}, build, ...released('QA')).QA).toEqual({ link: 2, registrar: 2, safe: 1 });
});

test('a node that fails goes back, and one that reboots has all packages of its tag', () => {
  for (const end of [{ fail: { it: 0 } }, { reboot: { it: 0 } }])
    expect(stateAfter({}, build, ...halfway(0), end).nodes).toMatchObject([
      { tag: 1, containerd: 1, upgrades: false, done: [] },
      {},
      {},
      {},
      {},
    ]);
});

test('a mixture is mended by the next upgrade, and by a reboot', () => {
  const mixed = [build, ...halfway(0), { fail: { it: 0 } }];
  const config = { leavesMixture: true };
  expect(stateAfter(config, ...mixed).nodes).toMatchObject([{ tag: 1, containerd: 2, 'zos.flist': 1 }, {}, {}, {}, {}]);
  expect(stateAfter(config, ...mixed, ...upgrade(0)).nodes).toMatchObject([{ tag: 2, containerd: 2, 'zos.flist': 2 }, {}, {}, {}, {}]);
  expect(stateAfter(config, ...mixed, { reboot: { it: 0 } }).nodes).toMatchObject([{ tag: 1, containerd: 1 }, {}, {}, {}, {}]);
});

test('a tag that is written first is believed after a failure, and the node never looks again', () => {
  const failed = [build, { look: { it: 0 } }, { fail: { it: 0 } }];
  expect(stateAfter({ tagFirst: true }, ...failed).nodes).toMatchObject([{ tag: 2, containerd: 1, 'zos.flist': 1 }, {}, {}, {}, {}]);
  expect(() => stateAfter({ tagFirst: true }, ...failed, { look: { it: 0 } })).toThrow('the link names another version than its tag');
});

test('an upgrade that has stopped identityd cannot start anything', () => {
  const stopped = [build, ...halfway(0), { install: { it: 0, what: 'zos.flist' } }];
  expect(stateAfter({}, ...stopped).nodes).toMatchObject([{ down: ['vmd'] }, {}, {}, {}, {}]);
  expect(stateAfter({ stopsAll: true }, ...stopped).nodes).toMatchObject([{ down: ['vmd', 'identityd', 'redis'] }, {}, {}, {}, {}]);
  expect(() => stateAfter({ stopsAll: true }, ...stopped, { start: { it: 0, what: 'vmd' } })).toThrow(
    'identityd runs, of which the upgrader is a part',
  );
});

test('a machine goes with vmd where the supervisor kills what descends from it, and a reboot starts it again', () => {
  const stopped = [build, ...halfway(0), { install: { it: 0, what: 'zos.flist' } }];
  expect(stateAfter({}, ...stopped).nodes).toMatchObject([{ machine: 'runs' }, {}, {}, {}, {}]);
  expect(stateAfter({ killsMachines: true }, ...stopped).nodes).toMatchObject([{ machine: 'killed' }, {}, {}, {}, {}]);
  expect(stateAfter({ killsMachines: true }, ...stopped, { reboot: { it: 0 } }).nodes).toMatchObject([{ machine: 'runs' }, {}, {}, {}, {}]);
});
