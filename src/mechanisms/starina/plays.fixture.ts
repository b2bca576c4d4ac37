/** What the tries of these mechanisms say, step by step: `tries.test.ts` does it. */
import type { Plays } from '../plays.fixture.ts';

const alone = { app: 'ended', other: 'whole', kernel: 'whole' };
const full = { answer: 'full' };

// prettier-ignore
export const plays: Plays = {
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
  'starina/isolation': [
    { of: 0, steps: [{ writeWild: { at: 'the kernel' } }], leaves: { kinds: [{ app: 'runs', kernel: 'spoilt' }, alone, alone] } },
    { of: 1, steps: [{ send: { what: 'its buffer' } }, { send: { what: 'its buffer' } }], leaves: { kinds: [full, full, full] } },
    { of: 2, steps: [{ panic: {} }], leaves: { kinds: [alone, alone, alone] } },
  ],
  'starina/poll': [
    { of: 0, steps: [{ arrive: { at: 0 } }], leaves: {
      ready: [1, 0], channels: [{}, { messages: 0 }], threads: [{ state: 'woken' }, { state: 'asleep' }, {}],
    } },
    { of: 1, steps: [{ lookAgain: { by: 0 } }], leaves: { ready: [0], threads: [{ told: 0 }, {}, {}] } },
    { of: 2, steps: [{ arrive: { at: 1 } }], breaks: ['nobody sleeps while a ready channel is seen to by nobody'], leaves: {
      channels: [{}, { messages: 1 }], threads: [{ state: 'running' }, { state: 'asleep' }, {}],
    } },
  ],
  'starina/startup': [
    { of: 0, steps: [
      { boot: {} }, [{ lookUp: { it: 0, what: 0 } }, 'every exported service has its channel'], { makeChannel: { it: 1 } },
      { lookUp: { it: 0, what: 0 } },
    ] },
    { of: 1, steps: [{ lookUp: { it: 0, what: 0 } }], leaves: {
      boot: 'stopped', missing: 0, inNeed: 0, apps: [{ state: 'listed' }, { state: 'listed' }, { state: 'exported' }],
    } },
    { of: 2, steps: [{ run: { it: 1 } }, { run: { it: 0 } }], leaves: {
      apps: [{ state: 'running', connects: [1] }, { state: 'running', connects: [0] }],
    } },
    { of: 2, steps: [{ run: { it: 0 } }, { run: { it: 1 } }], leaves: {
      apps: [{ state: 'running', connects: [1] }, { state: 'running', connects: [0] }],
    } },
  ],
  'starina/microvm': [
    { of: 0, steps: [{ arrive: { it: 0 } }, { idle: {} }], leaves: { phase: 'wait', devices: [{ arrived: true }, {}] } },
    { of: 0, steps: [{ arrive: { it: 0 } }, { idle: {} }, { wake: {} }, { look: {} }], leaves: {
      devices: [{ arrived: false, status: true, raised: true }, {}],
    } },
    { of: 1, steps: [{ arrive: { it: 1 } }, { look: {} }, { run: {} }, { complete: {} }], leaves: {
      devices: [{ pending: false }, { pending: false, status: true }],
    } },
    { of: 2, steps: [[{ claim: { it: 1 } }, 'its number is the lowest that is pending'], { claim: { it: 0 } }] },
  ],
};
