/** Runs of `avyos/distro-container`: its scenarios, and what its searches must find. */
import { withRuns } from '../../../engine/language.ts';
import { model } from './model.ts';

export const runs = withRuns(model, {
  scenarios: {
    asks: {
      title: 'A process works in the distribution, asks a service, and is served once that is allowed',
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } }, { reach: { by: 0, to: 'the distribution' } },
        { ask: { by: 0 } }, { answer: { to: 0, how: 'refused' } }, { allow: {} }, { ask: { by: 0 } }, { answer: { to: 0, how: 'served' } },
        { end: { it: 0 } },
      ],
      ends: 'safe',
    },
    outside: {
      title: 'A process reaches for the files of the host, and no way leads there',
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } },
        { reach: { by: 0, to: 'the files of the host' } },
      ],
      ends: { refused: 'a way leads there from inside' },
    },
    notAllowed: {
      title: 'A service is asked and may not serve',
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } }, { ask: { by: 0 } },
        { answer: { to: 0, how: 'served' } },
      ],
      ends: { refused: 'it serves only what is allowed' },
    },
    lists: {
      title: 'As read at 45fc7afc: the /proc of the host is bound in, and a process sees the processes of the host',
      with: { hostProc: true },
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } },
        { reach: { by: 0, to: 'the processes of the host' } },
      ],
      ends: { violates: 'no process reaches the processes of the host' },
    },
    follows: {
      title: 'As read at 45fc7afc: with the privilege of the host too, a process follows /proc/1/root into its files',
      with: { hostProc: true, keepsPrivilege: true },
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { changeRoot: {} }, { run: { it: 0 } },
        { reach: { by: 0, to: 'the files of the host' } },
      ],
      ends: { violates: 'no process reaches the files of the host' },
    },
    named: {
      title: 'As read at 45fc7afc: the caller names a path of the host, and it is bound in',
      with: { bindsAnything: true },
      // prettier-ignore
      steps: [
        { isolate: {} }, { giveProc: {} }, { giveDev: {} }, { bind: { what: 'a path of the host' } }, { changeRoot: {} }, { run: { it: 0 } },
        { reach: { by: 0, to: 'the files of the host' } },
      ],
      ends: { violates: 'no process reaches the files of the host' },
    },
    early: {
      title: 'A process runs before the root is changed',
      with: { runsEarly: true },
      steps: [{ isolate: {} }, { run: { it: 0 } }],
      ends: { violates: 'a process runs only inside the border' },
    },
  },
  expect: [
    { states: 342, transitions: 1956, depth: 15 },
    { symmetric: true, states: 198, transitions: 1108, depth: 15 },
    { with: { processes: 3 }, states: 2934, transitions: 24_348, depth: 19 },
    { with: { hostProc: true }, violates: 'no process reaches the processes of the host', steps: 6 },
    { with: { hostDevices: true }, violates: 'no process reaches the devices of the host', steps: 6 },
    { with: { keepsPrivilege: true }, violates: 'no process has the privilege of the host', steps: 6 },
    { with: { bindsAnything: true }, violates: 'no process reaches the files of the host', steps: 7 },
    { with: { keepsOldRoot: true }, violates: 'no process reaches the files of the host', steps: 6 },
    { with: { runsEarly: true }, violates: 'a process runs only inside the border', steps: 2 },
    { with: { servesAnyone: true }, violates: 'a service serves the container only when that is allowed', steps: 7 },
  ],
});
