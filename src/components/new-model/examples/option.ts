/** A seat is taken by one guest or by none. What is absent is `null`, and TypeScript asks for it before a guest is used. */
import { bool, id, mechanism, option, table } from '../../../engine/language.ts';

const guest = id('guest');

const room = mechanism({
  parameters: {},
  state: () => ({ seat: option(guest), guests: table(guest, 2, { isTired: bool }) }),
});

const sit = room.action({
  says: '{by} sits down.',
  args: { by: guest },
  when: { 'the seat is free': (_, s) => s.seat === null },
  then: ({ by }, s) => {
    s.seat = by;
    by.isTired = false;
  },
});
const rise = room.action({
  says: 'Whoever sits there rises, and all are tired.',
  when: { 'somebody sits there': (_, s) => s.seat !== null },
  then: (_, s) => {
    s.seat = null;
    for (const each of s.guests) each.isTired = true;
  },
});

export const model = room.model({
  id: 'example/option',
  title: 'A seat',
  actions: { sit, rise },
  always: { 'who sits is not tired': (s) => s.seat?.isTired !== true },
  sometimes: { 'one stands while the other sits': (s) => s.seat !== null && s.guests.some((it) => it.isTired) },
});
