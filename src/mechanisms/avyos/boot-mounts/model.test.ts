import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;
const { steps: whole } = runs.scenarios['whole']!;
const until = (step: number) => whole.slice(0, step);

test('/run takes the directory for sockets along when it moves', () => {
  expect(stateAfter({}, ...until(9))).toMatchObject({ '/run': 'in the real root', sockets: 'in the tmpfs' });
});

test('the root cannot be mounted before the kernel line can be read', () => {
  expect(() => stateAfter({}, { mountRoot: {} })).toThrow('the kernel line can be read from /proc');
});

test('what lies where the root comes to lie is hidden, and what is elsewhere is not', () => {
  const steps = [...until(2), { move: { it: '/dev' } }, { mountRoot: {} }];
  expect(stateAfter({ movesFirst: true }, ...steps)).toMatchObject({ '/proc': 'in the initramfs', '/dev': 'hidden', core: 'not mounted' });
});

test('a core that is hidden holds no init that could be executed', () => {
  const steps = [{ mount: { it: '/proc' } }, { mountCore: {} }, { mountRoot: {} }, { handOver: {} }];
  expect(() => stateAfter({ coreFirst: true }, ...steps)).toThrow('the init of the core can be found');
});

test('a start begins with nothing mounted, and keeps what is in the state', () => {
  expect(stateAfter({}, ...whole)).toMatchObject({
    up: false,
    root: 'not mounted',
    core: 'not mounted',
    '/run': 'not mounted',
    sockets: 'not prepared',
    settings: [{ is: 'a default' }, { is: 'its own', changed: true }],
    services: [{ is: 'not started', client: false }, { is: 'not started' }],
  });
});

test('without a fault a default is restored only where nothing is', () => {
  expect(() => stateAfter({}, ...until(16), { restore: { it: 1 } })).toThrow('it is missing in the state');
  expect(stateAfter({ restoresOver: true }, ...until(16), { restore: { it: 1 } }).settings).toMatchObject([{}, { is: 'a default' }]);
});

test('a service finds no directory for its endpoint where that lies below the tmpfs', () => {
  const steps = [{ prepare: {} }, ...until(3), ...whole.slice(4, 13), { listen: { it: 0 } }];
  expect(() => stateAfter({ preparesFirst: true }, ...steps)).toThrow('it finds the directory');
});
