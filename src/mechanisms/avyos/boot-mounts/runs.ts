/** Runs of `avyos/boot-mounts`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

/** All mounts in the order of the code, with the directory for sockets in between; then the settings and the first service. */
// prettier-ignore
const mounted = [
  { mount: { it: '/proc' } }, { mount: { it: '/dev' } }, { mount: { it: '/run' } }, { prepare: {} }, { mountRoot: {} }, { mountCore: {} },
  { move: { it: '/proc' } }, { move: { it: '/dev' } }, { move: { it: '/run' } }, { handOver: {} },
] as const;
const started = [...mounted, { restore: { it: 0 } }, { restore: { it: 1 } }, { start: { it: 0 } }] as const;

export const runs = withRuns(model, {
  scenarios: {
    whole: {
      title: 'From early init to a client, and again',
      steps: [...started, { listen: { it: 0 } }, { connect: { it: 0 } }, { change: { it: 1, where: 'the state' } }, { startAgain: {} }],
      ends: 'safe',
    },
    tooEarly: {
      title: 'A client is too early',
      steps: [...started, { connect: { it: 0 } }],
      ends: { refused: 'its endpoint exists' },
    },
    readOnly: {
      title: 'The core refuses to be written',
      steps: [...started, { listen: { it: 0 } }, { connect: { it: 0 } }, { change: { it: 1, where: 'the core' } }],
      ends: { refused: 'it may be written there (else a read-only file system)' },
    },
    hidden: {
      title: 'The core is mounted first, and the root lies over it',
      with: { coreFirst: true },
      steps: [{ mount: { it: '/proc' } }, { mountCore: {} }, { mountRoot: {} }],
      ends: { violates: 'the core is never hidden' },
    },
    left: {
      title: 'Early init hands over, and PID 1 has no devices',
      with: { leavesBehind: true },
      // prettier-ignore
      steps: [
        { mount: { it: '/proc' } }, { mount: { it: '/run' } }, { prepare: {} }, { mountRoot: {} }, { mountCore: {} }, { move: { it: '/proc' } },
        { move: { it: '/run' } }, { handOver: {} },
      ],
      ends: { violates: 'PID 1 has all that early init mounted' },
    },
    oneList: {
      title: 'As read at 45fc7afc: only one list of settings is read',
      with: { readsFirstList: true },
      steps: [...mounted, { restore: { it: 0 } }, { start: { it: 0 } }],
      ends: { violates: 'a service starts with every setting' },
    },
    forgotten: {
      title: 'As read at 45fc7afc: the root is a tmpfs, and a change is forgotten',
      with: { forgetsState: true },
      steps: [...started, { listen: { it: 0 } }, { connect: { it: 0 } }, { change: { it: 1, where: 'the state' } }, { startAgain: {} }],
      ends: { violates: 'a setting that was changed stays changed' },
    },
  },
  expect: [
    { states: 571, transitions: 1532, depth: 32 },
    { with: { services: 3, settings: 3 }, states: 1599, transitions: 5376, depth: 36 },
    { with: { coreFirst: true }, violates: 'the core is never hidden', steps: 3 },
    { with: { movesFirst: true }, violates: 'PID 1 has all that early init mounted', steps: 10 },
    { with: { leavesBehind: true }, violates: 'PID 1 has all that early init mounted', steps: 6 },
    { with: { preparesFirst: true }, violates: 'the directory for sockets lies in the run-time tmpfs', steps: 2 },
    { with: { writableCore: true }, violates: 'the core never changes', steps: 16 },
    { with: { noDevice: true }, violates: 'the init of the core comes to run', stem: 8, loop: 0 },
    { with: { forgetsState: true }, violates: 'a setting that was changed stays changed', steps: 17 },
    { with: { restoresOver: true }, violates: 'a setting that was changed stays changed', steps: 17 },
    { with: { readsFirstList: true }, violates: 'a service starts with every setting', steps: 12 },
    { with: { connectsBlindly: true }, violates: 'a client is connected only where an endpoint is', steps: 14 },
  ],
});
