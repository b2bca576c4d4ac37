/** The shipped services keep their rules with whatever clients do, also when it makes no sense. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientMessage, ClientStep } from './clients.ts';
import { ids, maker, outcomeOf, textOf, type ServiceId } from './made.fixture.ts';

const callId = fc.constantFrom(1, 2);
const uris: Readonly<Record<ServiceId, readonly string[]>> = {
  echo: ['anything'],
  'name-server': ['new:printer', 'printer', 'new:', ''],
  'file-server': ['file:motd', 'new:note', 'file:note', 'file:', 'motd'],
};

const open: ClientStep = { do: 'send', on: 'own', message: { kind: 'Open', callId: 1, uri: 'new:printer' } };
const leave: ClientStep = { do: 'leave' };
const full: readonly ClientStep[] = [{ ...open, on: 'service' }, { do: 'receive', on: 'service', as: 'own' }, open, open];

function clientOf(id: ServiceId): fc.Arbitrary<readonly ClientStep[]> {
  const on = fc.constantFrom('service', 'own', 'own');
  const message: fc.Arbitrary<ClientMessage> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('Open' as const), callId, uri: fc.constantFrom(...uris[id]) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('Data' as const), data: fc.constantFrom('read', 'write x', 'y') }) },
    fc.record({ kind: fc.constantFrom('Connect' as const, 'OpenReply' as const), callId, carries: fc.constant('own') }),
    fc.record({ kind: fc.constant('Abort' as const), callId, reason: fc.constant('NotFound' as const) }),
    fc.record({ kind: fc.constant('Error' as const), reason: fc.constant('NotFound' as const) }),
  );
  const step: fc.Arbitrary<ClientStep> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), on, message }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('receive' as const), on, as: fc.constant('own') }) },
    fc.record({ do: fc.constant('close' as const), on }),
    fc.record({ do: fc.constant('leave' as const) }),
  );
  return fc.array(step, { minLength: 2, maxLength: 6 });
}

test.each(ids)('%s keeps its rules', (id) => {
  const make = maker(textOf(id));
  fc.assert(
    fc.property(fc.tuple(clientOf(id), clientOf(id)), fc.integer({ min: 1, max: 3 }), (clients, room) => {
      expect(outcomeOf(make, { clients, room }).found).toBeUndefined();
    }),
    // What was found once: the loop refused a request when its refusal had no room.
    { examples: [[[[leave], full], 1]], numRuns: process.env['ORRERY_ALL'] === '1' ? 1_000 : 60 },
  );
});
