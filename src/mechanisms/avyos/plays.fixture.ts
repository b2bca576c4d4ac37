/** What the tries of these mechanisms say, step by step: `tries.test.ts` does it. */
import type { Plays } from '../plays.fixture.ts';

// prettier-ignore
export const plays: Plays = {
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
  'avyos/boot-mounts': [
    { of: 0, steps: [
      [{ mountCore: {} }, 'the root is mounted, for the core to lie on'], { mountRoot: {} }, { mountCore: {} },
      [{ handOver: {} }, 'nothing is left to be moved'], { move: { it: '/proc' } }, { move: { it: '/dev' } },
      [{ handOver: {} }, 'nothing is left to be moved'], { move: { it: '/run' } }, { handOver: {} },
    ] },
    { of: 1, steps: [[{ connect: { it: 0 } }, 'its endpoint exists'], { listen: { it: 0 } }, { connect: { it: 0 } }] },
    { of: 2, steps: [
      [{ change: { it: 0, where: 'the core' } }, 'it may be written there (else a read-only file system)'],
      { change: { it: 0, where: 'the state' } }, { startAgain: {} },
    ], leaves: { root: 'not mounted', core: 'not mounted', settings: [{ is: 'its own' }, { is: 'its own' }] } },
  ],
  'avyos/distro-container': [
    { of: 0, steps: [
      ...['the files of the host', 'the processes of the host', 'the devices of the host'].map(
        (to) => [{ reach: { by: 0, to } }, 'a way leads there from inside'] as const,
      ),
      { reach: { by: 0, to: 'the distribution' } },
    ] },
    { of: 1, steps: [
      [{ answer: { to: 0, how: 'served' } }, 'it serves only what is allowed'], { allow: {} }, { answer: { to: 0, how: 'served' } },
    ] },
    { of: 2, with: { hostProc: true }, steps: [[{ reach: { by: 0, to: 'the files of the host' } }, 'a way leads there from inside']] },
    { of: 2, with: { hostProc: true, keepsPrivilege: true }, steps: [{ reach: { by: 0, to: 'the files of the host' } }], breaks: [
      'no process reaches the files of the host',
    ] },
  ],
  'avyos/privilege-layers': [
    { of: 0, steps: [{ ask: { by: 0, what: 'disk', as: 2 } }, { admit: { by: 0 } }, { act: { by: 0 } }], breaks: [
      'a service acts only for a program that is who it says',
    ] },
    { of: 0, with: { acceptsAnyone: false }, steps: [
      { ask: { by: 0, what: 'disk', as: 2 } }, [{ admit: { by: 0 } }, 'the program is who it says'],
    ] },
    { of: 1, steps: [
      { shutContainer: {} }, [{ act: { by: 0 } }, 'its request is admitted'],
      [{ admit: { by: 0 } }, 'the policy lets that program have the device'], { refuse: { by: 0 } },
    ] },
    { of: 1, steps: [{ shutContainer: {} }, { letContainer: {} }, { admit: { by: 0 } }, { act: { by: 0 } }] },
    { of: 2, steps: [[{ touch: { by: 2, what: 'disk' } }, 'its node is open to the user']] },
  ],
  'avyos/sutra': [
    { of: 0, steps: [{ call: { by: 0, request: 'DestroyWindow' } }], leaves: { requests: [{ opcode: 2 }] } },
    { of: 0, steps: [{ call: { by: 0, request: 'DestroyWindow' } }, { handle: {} }], breaks: ['the service runs what was asked for'], leaves: {
      callers: [{ ran: 'CropWindow', window: true }, {}],
    } },
    { of: 1, steps: [{ fail: {} }, { learn: {} }], leaves: { callers: [{ state: 'told of the end', window: true }, {}] } },
    { of: 2, steps: [
      { askInEvent: { by: 0, request: 'DestroyWindow' } }, { handle: {} }, { reply: {} }, [{ receive: {} }, 'the loop that receives is free'],
    ] },
  ],
};
