/**
 * The loop that runs a guest: it looks at the ports, injects the interrupts that are due, runs the guest, and serves what it came out for.
 * Stands for: observed behaviour at 98dae3c. The documents of Starina promise a Linux in a small virtual machine (README.md, line 52 of the
 * primary source), and nothing about its interrupts.
 * Observed: the turn (linux/src/boot.rs, 137-158); what waits at the ports goes into a queue, which sets the status of its device
 * (linux/src/port_forward/mod.rs, 109-201; linux/src/virtio/virtqueue.rs, 460-507), and the device raises its number at each use of a queue while
 * that is set (linux/src/virtio/device.rs, 102-117), until a write of the guest clears it (244-246); all bits are taken at once
 * (linux/src/interrupt.rs, 24-26), added to what is pending (kernel/src/arch/riscv64/vcpu.rs, 221-223, 623-626), and cleared after the run
 * (libs/rust/starina/src/vcpu.rs, 25-33); the kernel itself answers a claim with the lowest number, which stays, and clears it at the completion
 * (kernel/src/arch/riscv64/vcpu.rs, 229-240, 510-534); waiting for an interrupt leaves the guest (984-993), and the library then waits for a
 * millisecond (boot.rs, 146-150).
 * Differs: nothing of the loop. A cause between acknowledgement and completion is cleared with the old one there and here; the status repairs it.
 * Illustration: the guest, which claims, acknowledges and completes one number after the other, as a driver of Linux would, and idles only when
 * none is pending; that a channel has one thing at most. All faults are made up.
 * Not shown: only the device of the network has ports there; a virtio-fs device raises its number at accesses to registers alone, where the other
 * does so too (device.rs, 177-179, 279-281). A queue without a free place for what came is a panic of the app (virtqueue.rs, 450-451).
 */
import { bool, id, mechanism, oneOf, option, orderedTable } from '../../../engine/language.ts';

const device = id('device');

const loop = mechanism({
  parameters: { devices: { label: 'Devices', least: 1, most: 3, default: 2 } },
  faults: {
    waitsForNews: 'An idle guest waits without a timer, only for what comes during the wait.',
    raisesOnce: 'A device raises its number for what comes, and not again while its status is set.',
    keepsBits: 'The bits of a run are not cleared after it.',
    keepsPending: 'A completion leaves the number pending.',
    takesOne: 'The library takes only the lowest bit.',
  },
  state: ({ devices }) => ({
    phase: oneOf('ports', 'inject', 'guest', 'access', 'wait'), // where the loop is; access and wait are the two exits
    handles: option(device), // the number that the guest has claimed and not completed
    acknowledged: bool, // and it has cleared the status of that device
    news: bool, // something came during this wait; only with the fault
    devices: orderedTable(device, devices, {
      arrived: bool, // something is in the channel of its port, and the library has not looked
      status: bool, // it has something that the guest has not acknowledged
      raised: bool, // its bit, gathered in the library
      injected: bool, // its bit, in the state of the run
      pending: bool, // at the interrupt controller of the guest
    }),
  }),
});

const arrive = loop.action({
  says: 'Something comes for {it}.',
  args: { it: device },
  when: { 'nothing is in its channel yet': ({ it }) => !it.arrived },
  then: ({ it }, s, { waitsForNews }) => {
    it.arrived = true;
    s.news = waitsForNews && s.phase === 'wait';
  },
});

const look = loop.action({
  says: 'The library looks at its ports, and each device with something for the guest raises its number.',
  fair: 'weak',
  when: { 'a turn begins': (_, s) => s.phase === 'ports' },
  then: (_, s, { raisesOnce }) => {
    for (const each of s.devices) {
      if (each.arrived || (each.status && !raisesOnce)) each.raised = true;
      each.status ||= each.arrived;
      each.arrived = false;
    }
    s.phase = 'inject';
  },
});

const run = loop.action({
  says: 'The library takes the bits, injects them and runs the guest.',
  fair: 'weak',
  when: { 'the ports were looked at': (_, s) => s.phase === 'inject' },
  then: (_, s, { takesOne }) => {
    const due = s.devices.filter((each) => each.raised);
    for (const each of takesOne ? due.slice(0, 1) : due) {
      each.raised = false;
      each.injected = true;
    }
    for (const each of s.devices) each.pending ||= each.injected;
    s.phase = 'guest';
  },
});

const claim = loop.action({
  says: 'The guest claims the number of {it}.',
  args: { it: device },
  fair: 'weak',
  when: {
    'the guest runs': (_, s) => s.phase === 'guest',
    'it handles no other': (_, s) => s.handles === null,
    'its number is the lowest that is pending': ({ it }, s) => s.devices.find((each) => each.pending) === it,
  },
  then: ({ it }, s) => {
    s.handles = it;
  },
});

const acknowledge = loop.action({
  says: 'The guest writes to the device whose number it has claimed, and leaves with a page fault.',
  fair: 'weak',
  when: {
    'the guest runs': (_, s) => s.phase === 'guest',
    'it has claimed a number': (_, s) => s.handles !== null,
    'it has not acknowledged it': (_, s) => !s.acknowledged,
  },
  then: (_, s, { keepsBits }) => {
    if (!keepsBits) for (const each of s.devices) each.injected = false;
    s.phase = 'access';
  },
});

const emulate = loop.action({
  says: 'The library carries out the write: the status of the device is cleared.',
  fair: 'weak',
  when: { 'the guest has left with a page fault': (_, s) => s.phase === 'access' },
  then: (_, s) => {
    s.handles!.status = false;
    s.acknowledged = true;
    s.phase = 'ports';
  },
});

const complete = loop.action({
  says: 'The guest completes the number that it has claimed.',
  fair: 'weak',
  when: {
    'the guest runs': (_, s) => s.phase === 'guest',
    'it has acknowledged a number': (_, s) => s.acknowledged,
  },
  then: (_, s, { keepsPending }) => {
    s.handles!.pending = keepsPending;
    s.handles = null;
    s.acknowledged = false;
  },
});

const idle = loop.action({
  says: 'The guest has nothing to do, and leaves to wait for an interrupt.',
  fair: 'weak',
  when: {
    'the guest runs': (_, s) => s.phase === 'guest',
    'it handles no number': (_, s) => s.handles === null,
    'no number is pending': (_, s) => s.devices.every((each) => !each.pending),
  },
  then: (_, s, { keepsBits }) => {
    if (!keepsBits) for (const each of s.devices) each.injected = false;
    s.phase = 'wait';
  },
});

const wake = loop.action({
  says: 'The wait ends, and the next turn begins.',
  fair: 'weak',
  when: {
    'the library waits': (_, s) => s.phase === 'wait',
    'the timer has run out (with the fault: something has come during the wait)': (_, s, { waitsForNews }) => !waitsForNews || s.news,
  },
  then: (_, s) => {
    s.news = false;
    s.phase = 'ports';
  },
});

export const model = loop.model({
  id: 'starina/microvm',
  title: 'MicroVM loop',
  about: {
    question: 'Can an interrupt be lost between the last look and the wait of an idle guest?',
    group: 'turns',
    picture: { scenario: 'late', step: 4 },
    basis: 'observed',
    standsFor: 'one turn of the guest',
    shows:
      'how an interrupt goes from a port through the bits of the library to the guest, and why none is lost though a completion clears a newer cause',
    leavesOut:
      'other accesses to registers, the reboot, firmware calls, interrupts of the host, what the devices carry, and other threads of the host, which get the processor only while the guest idles',
    scaledDown:
      'a word of 32 bits there, of which two devices use one each, and two devices here; a wait of one millisecond there, one step here',
  },
  actions: { arrive, look, run, claim, acknowledge, emulate, complete, idle, wake },
  always: {
    'no number is handled without a cause': (s) => s.devices.every((each) => s.handles !== each || s.acknowledged || each.status),
    'no interrupt is left in the library while the guest runs': (s) => s.phase !== 'guest' || s.devices.every((each) => !each.raised),
  },
  sometimes: {
    'something comes between the last look and the wait': (s) => s.phase === 'wait' && s.devices.some((each) => each.arrived),
    'a completion has cleared a newer cause': (s) =>
      s.phase === 'guest' && s.handles === null && s.devices.some((each) => each.status && !each.pending),
    'two interrupts are pending': (s) => s.devices.filter((each) => each.pending).length >= 2,
  },
  eventually: {
    'an idle guest runs again when something has come': {
      once: (_, s) => s.phase === 'wait' && s.devices.some((each) => each.arrived || each.status),
      leadsTo: (_, s) => s.phase === 'guest',
    },
    'what a device holds reaches the guest': {
      of: device,
      once: ({ it }) => it.status,
      leadsTo: ({ it }, s) => s.handles === it && s.acknowledged,
    },
  },
});
