/**
 * Isolation: one app three times, in the kernel by a safe language, in user mode, and in a sandbox. Each step happens in all three.
 * Stands for: documented, docs/comparison-with-others.md@98dae3c: several kinds of isolation are planned, of which the first trusts safe Rust
 * (29-31), an engine in the kernel keeps what is not trusted (32), and user mode has page tables and takes the same app without a change (33);
 * a bug in one process cannot crash the whole system (23). The roadmap of the copy has the three kinds (README.md@8a5e8ae, 24-28). The code
 * has only the first: InKernel is the one implementation of the trait (kernel/src/isolation/inkernel.rs@98dae3c, 21-39).
 * Observed at 98dae3c: the trait, and an address as a pointer of the kernel, a pointer of user mode or an offset (kernel/src/isolation/mod.rs,
 * 17-23, 139-146); the check of an access against the length that was named (31-47, 60-128); a call as a plain function call
 * (libs/rust/starina/src/syscall.rs, 14-47); a send that is refused at a full queue, a receive at an empty one (kernel/src/channel.rs, 87-90, 183-192).
 * Differs: 98dae3c has no second isolation. A send names the length of its message there, and no buffer apart from it that it could go beyond
 * (kernel/src/syscall.rs, 244-246). A receive takes the length of the buffer for 4,096 bytes (264-267): the fault `assumesLength`; one that fails
 * has taken its message out of the queue (kernel/src/channel.rs, 183-184, 227), which waits on here. A panic of an app is one of the kernel, which
 * halts (kernel/src/panic.rs, 10-22): the fault `panicHalts`. All other faults are made up.
 * Illustration: the doors and the cost of user mode and of the sandbox; where an access behind the buffer arrives there; that the sandbox runs the
 * same app; that an app which errs ends alone. The sandbox stands for an engine of scripts or of WebAssembly alike.
 * Not shown: an app that never waits, which stops all others in the kernel; virtual machines as a fourth kind; handles.
 */
import { bool, id, mechanism, oneOf, orderedTable, range, type RowIn, type StateIn } from '../../../engine/language.ts';

const kind = id('kind');

const isolation = mechanism({
  parameters: { room: { label: 'Messages that a channel holds', least: 1, most: 3, default: 2 } },
  faults: {
    boundsSkipped: 'The kernel does not check an access against the length that was named.',
    assumesLength: 'A receive takes the buffer for a whole one, however short it is (as read at 98dae3c).',
    rawPointers: 'The kernel takes every address for a pointer of its own, whichever the isolation.',
    tableShared: 'User mode has the page table of the kernel, with all pages open to it.',
    panicHalts: 'A panic of an app in the kernel is a panic of the kernel (as read at 98dae3c).',
    sandboxForgetsRoom: 'A send out of the sandbox does not look for room, and a message is lost.',
  },
  state: ({ room }) => ({
    kinds: orderedTable(kind, 3, {
      app: oneOf('runs', 'ended'),
      other: oneOf('whole', 'spoilt'), // the memory of another app
      kernel: oneOf('whole', 'spoilt', 'halted'),
      sent: range(0, room), // messages of the app that wait for the other
      came: range(0, room), // messages that wait for the app
      foreign: bool, // ghost: a message carried bytes that are not of the app
      answer: oneOf('none', 'sent', 'received', 'full', 'empty', 'too large'), // to the last call
    }),
    usesUnsafe: bool, // the source has code that the language does not check
    erred: bool,
  }),
  start: () => {},
});

type State = StateIn<typeof isolation>;
type Kind = RowIn<typeof isolation, 'kind'>;

/** In the order of the table; in the kernel is the first. */
const isUserMode = ({ index }: Kind): boolean => index === 1;
const isSandbox = ({ index }: Kind): boolean => index === 2;

const running = ({ kinds }: State): readonly Kind[] => kinds.filter(({ app }) => app === 'runs');

/** All answers are of the same call. */
function begin(s: State): readonly Kind[] {
  for (const each of s.kinds) each.answer = 'none';
  return running(s);
}

const isAnyRunning = (_: unknown, s: State): boolean => running(s).length > 0;

/** The kernel writes where it was told to, though that is not in the buffer. */
function overrun(it: Kind): void {
  if (isUserMode(it)) it.app = 'ended';
  else if (isSandbox(it)) it.kernel = 'spoilt';
  else it.other = 'spoilt';
}

const send = isolation.action({
  says: 'The app sends {what}.',
  args: { what: oneOf('its buffer', 'more than its buffer') },
  when: { 'the app runs': isAnyRunning },
  then: ({ what }, s, { room, boundsSkipped, rawPointers, sandboxForgetsRoom }) => {
    for (const it of begin(s)) {
      const isBeyond = what === 'more than its buffer';
      if (isBeyond && !boundsSkipped) it.answer = 'too large';
      else if (it.sent === room) it.answer = sandboxForgetsRoom && isSandbox(it) ? 'sent' : 'full';
      else if (isBeyond && isUserMode(it)) it.app = 'ended';
      else {
        it.sent += 1;
        it.answer = 'sent';
        if (isBeyond || (rawPointers && it.index > 0)) it.foreign = true;
      }
    }
  },
});

const reply = isolation.action({
  says: 'The other app takes a message and answers it.',
  when: { 'a message waits, and an answer has room': (_, s, { room }) => s.kinds.some((it) => canReply(it, room)) },
  then: (_, s, { room }) => {
    begin(s);
    for (const it of s.kinds) if (canReply(it, room)) [it.sent, it.came] = [it.sent - 1, it.came + 1];
  },
});

const canReply = ({ sent, came, kernel }: Kind, room: number): boolean => sent > 0 && came < room && kernel !== 'halted';

const receive = isolation.action({
  says: 'The app receives into {buffer}.',
  args: { buffer: oneOf('a whole buffer', 'a short buffer') },
  when: { 'the app runs': isAnyRunning },
  then: ({ buffer }, s, { boundsSkipped, assumesLength, rawPointers }) => {
    for (const it of begin(s)) {
      const isShort = buffer === 'a short buffer';
      if (it.came === 0) it.answer = 'empty';
      else if (isShort && !boundsSkipped && !assumesLength) it.answer = 'too large';
      else {
        it.came -= 1;
        it.answer = 'received';
        if (isShort) overrun(it);
        if (rawPointers && it.index > 0) it.kernel = 'spoilt';
      }
    }
  },
});

const useUnsafe = isolation.action({
  says: 'The app is built with code that the language does not check.',
  when: {
    'it has none yet': (_, { usesUnsafe }) => !usesUnsafe,
    'nothing has gone wrong yet': (_, { erred }) => !erred,
  },
  then: (_, s) => {
    begin(s);
    s.usesUnsafe = true;
  },
});

const writeWild = isolation.action({
  says: 'The app errs, and writes to the memory of {at}.',
  args: { at: oneOf('the other app', 'the kernel') },
  when: {
    'the app runs': isAnyRunning,
    'safe code has no way to write there': (_, { usesUnsafe }) => usesUnsafe,
    'it has not erred yet': (_, { erred }) => !erred,
  },
  then: ({ at }, s, { tableShared }) => {
    s.erred = true;
    for (const it of begin(s)) {
      if (isSandbox(it) || (isUserMode(it) && !tableShared)) it.app = 'ended';
      else if (at === 'the kernel') it.kernel = 'spoilt';
      else it.other = 'spoilt';
    }
  },
});

const panic = isolation.action({
  says: 'The app errs, and panics.',
  when: { 'the app runs': isAnyRunning, 'it has not erred yet': (_, { erred }) => !erred },
  then: (_, s, { panicHalts }) => {
    s.erred = true;
    for (const it of begin(s)) {
      it.app = 'ended';
      if (panicHalts && it.index === 0) it.kernel = 'halted';
    }
  },
});

const isWhole = ({ other, kernel }: Kind): boolean => other === 'whole' && kernel !== 'spoilt';

export const model = isolation.model({
  id: 'starina/isolation',
  title: 'Isolation',
  about: {
    question: 'What changes when the same app is isolated by its language, by user mode or by a sandbox?',
    group: 'access',
    picture: { scenario: 'reach', step: 3 },
    basis: 'documented',
    standsFor: 'kinds of isolation that were planned, of which the code has the first',
    shows: 'one app under three isolations, the same calls and answers in each, and what its faults reach',
    leavesOut: 'how long a call takes, handles, an app that never waits, and virtual machines as a fourth kind',
    scaledDown:
      'messages of up to 4,096 bytes there, of one buffer here; 128 of them in a channel there, 2 here; six apps in the list there, two under each isolation here',
  },
  actions: { send, reply, receive, useUnsafe, writeWild, panic },
  always: {
    'a message carries bytes of its sender alone': ({ kinds }) => kinds.every(({ foreign }) => !foreign),
    'an app of safe code spoils nothing': ({ kinds, usesUnsafe }) => usesUnsafe || kinds.every(isWhole),
    'behind page tables and in a sandbox a fault stays in the app': ({ kinds }) => kinds.every((it) => it.index === 0 || isWhole(it)),
    'a panic of an app halts nothing but the app': ({ kinds }) => kinds.every(({ kernel }) => kernel !== 'halted'),
    'all three give the same answers and messages until the app errs': ({ kinds, erred }) =>
      erred ||
      kinds.every(({ answer, sent, came, app }) =>
        kinds.every((it) => it.answer === answer && it.sent === sent && it.came === came && it.app === app),
      ),
  },
  sometimes: {
    'the same write goes through in the kernel, and ends the app elsewhere': ({ kinds }) =>
      kinds.some((it) => !isWhole(it)) && kinds.every((it) => it.index === 0 || it.app === 'ended'),
    'all three refuse what is longer than was named': ({ kinds }) => kinds.every(({ answer }) => answer === 'too large'),
    'the channel is full in all three': ({ kinds }) => kinds.every(({ answer }) => answer === 'full'),
    'the app has ended in all three': ({ kinds }) => kinds.every(({ app }) => app === 'ended'),
  },
  final: ({ kinds }) => kinds.every(({ app }) => app === 'ended'),
});
