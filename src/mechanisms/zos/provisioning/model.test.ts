import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const all = ['mount', 'network', 'machine'];
const install = (...names: readonly string[]) => names.map((it) => ({ install: { it } }));
const uninstall = (...names: readonly string[]) => names.map((it) => ({ uninstall: { it } }));
const up = [{ provision: { wants: all } }, { peek: {} }, ...install(...all), { dequeue: {} }];

test('a deployment is taken down in the reverse order', () => {
  const steps = [...up, { cancel: {} }, { deprovision: {} }, { peek: {} }];
  const gone = { running: [], stored: [], known: [], jobs: [] };
  expect(stateAfter({}, ...steps, ...uninstall('machine', 'network', 'mount'), { dequeue: {} })).toMatchObject(gone);
  expect(() => stateAfter({}, ...steps, ...uninstall('mount'))).toThrow('all that comes after it');
});

test('an update removes before it adds', () => {
  const steps = [{ provision: { wants: ['mount'] } }, { peek: {} }, ...install('mount'), { dequeue: {} }];
  const change = [...steps, { update: { wants: ['network'] } }, { peek: {} }];
  expect(() => stateAfter({}, ...change, ...install('network'))).toThrow('the removals are done');
  expect(stateAfter({}, ...change, ...uninstall('mount'), ...install('network'))).toMatchObject({ running: ['network'] });
});

test('a crash leaves what runs and the job; a reboot leaves what is stored and queues it before the other jobs', () => {
  const steps = [...up, { cancel: {} }, { deprovision: {} }, { peek: {} }, ...uninstall('machine')];
  const removal = { op: 'deprovision', wants: [] };
  expect(stateAfter({}, ...steps, { crash: {} })).toMatchObject({ running: ['mount', 'network'], jobs: [removal] });
  const replay = { op: 'replay', wants: ['mount', 'network'] };
  expect(stateAfter({}, ...steps, { reboot: {} })).toMatchObject({ running: [], jobs: [replay, removal] });
});

test('with the queue wiped, an update that has not run is lost', () => {
  const { jobs, wanted } = stateAfter({ wipesQueue: true }, ...up, { update: { wants: ['mount'] } }, { reboot: {} });
  expect(jobs).toEqual([{ op: 'replay', wants: all }]);
  expect(wanted).toEqual(['mount']);
});

test('a start that cleans up leaves a deployment alone as soon as one workload is installed', () => {
  const steps = [{ provision: { wants: ['mount', 'network'] } }, { peek: {} }, ...install('mount'), { crash: {} }];
  expect(stateAfter({ cleansWaiting: true }, ...steps)).toMatchObject({ stored: ['mount', 'network'], okay: ['mount'] });
});

test('a job whose deployment was deleted installs nothing and ends', () => {
  const steps = [{ provision: { wants: ['mount'] } }, { crash: {} }, { peek: {} }];
  expect(() => stateAfter({ cleansWaiting: true }, ...steps, ...install('mount'))).toThrow('the deployment is stored');
  expect(stateAfter({ cleansWaiting: true }, ...steps, { dequeue: {} })).toMatchObject({ known: [], jobs: [], running: [] });
});

test('a removal is not queued twice, and not before the contract has ended', () => {
  expect(() => stateAfter({}, ...up, { deprovision: {} })).toThrow('the contract has ended');
  expect(() => stateAfter({}, ...up, { cancel: {} }, { deprovision: {} }, { deprovision: {} })).toThrow('its removal is not queued yet');
});
