/** What the tries of these mechanisms say, step by step: `tries.test.ts` does it. */
import type { Plays } from '../plays.fixture.ts';

const unhurt = { runs: [true, true], spoiltBy: [null, null] };

// prettier-ignore
export const plays: Plays = {
  'violetos/prism': [
    { of: 0, steps: [
      [{ consume: {} }, 'the task has read what it was given'], { resolve: { answer: 0 } }, { consume: {} }, { resolve: { answer: 1 } },
    ] },
    { of: 1, steps: [{ write: {} }], leaves: { futures: [{ status: 'canceled' }, { status: 'pending' }] } },
    { of: 1, with: { overwrite: 0 }, from: 2, steps: [
      [{ invoke: { through: 1, answer: 1 } }, 'the buffer has room (else the call fails)'],
    ] },
    { of: 2, steps: [{ drop: { it: 0 } }], breaks: ['a waiting task has nothing to read'] },
    { of: 2, with: { dropsQuietly: false }, steps: [{ drop: { it: 0 } }, { consume: {} }, { learnDrop: { dropped: 0 } }] },
  ],
  'violetos/deadline-scheduler': [
    { of: 0, steps: [
      [{ choose: { by: 0, it: 0 } }, 'it is new, or queued with this CPU'],
      [{ choose: { by: 0, it: 2 } }, 'no other of its own or of the new tasks has a smaller key'], { choose: { by: 0, it: 1 } },
    ], leaves: { tasks: [{ queued: true, key: 0 }, { queued: false }, {}] } },
    { of: 1, steps: [{ tick: {} }, { steal: { by: 1, it: 1 } }], leaves: { tasks: [{}, {}, { queued: true, home: 1 }] } },
    { of: 2, steps: [[{ choose: { by: 0, it: 0 } }, 'no quantum runs on the CPU'], { tick: {} }, { choose: { by: 0, it: 0 } }] },
  ],
  'violetos/future-wait': [
    { of: 0, steps: [
      { settle: { it: 0, as: 'cancelled' } }, [{ load: { it: 0 } }, 'it is queued'], { settle: { it: 1, as: 'resolved' } }, { load: { it: 0 } },
    ], leaves: { tasks: [{ told: 'insolvent' }, {}] } },
    { of: 1, steps: [{ settle: { it: 1, as: 'resolved' } }], leaves: { tasks: [{ state: 'asleep', pending: 1, resolved: 0 }, {}] } },
    { of: 2, meanwhile: ['a future knows the one task that sleeps on it'], steps: [
      { begin: { by: 1, over: [0], how: 'any resolve', sleeps: 'may sleep' } }, { settle: { it: 0, as: 'resolved' } },
    ], breaks: ['a future knows the one task that sleeps on it'], leaves: { tasks: [{ state: 'asleep' }, { state: 'running' }] } },
  ],
  'violetos/placement': [
    { of: 0, steps: [{ writeInto: { by: 0, at: 1 } }, { serve: { by: 1 } }], leaves: { placements: [{ answer: 'right' }, { answer: 'wrong' }] } },
    { of: 1, steps: [{ touchNothing: { by: 0 } }], leaves: { parts: [{ runs: [false, false] }, unhurt, unhurt] } },
    { of: 2, steps: [{ writeInto: { by: 0, at: 2 } }], leaves: { parts: [{ runs: [false, false] }, unhurt, unhurt] } },
  ],
};
