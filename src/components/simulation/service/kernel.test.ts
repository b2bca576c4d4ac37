/** The kernel of the services does what the model says, whatever is called: every call of random ones is held against it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AgainstModel } from './against-model.ts';
import { Kernel } from './kernel.ts';
import type { Party } from './trace.ts';

const parties: readonly Party[] = ['service', 'A', 'B'];
const call = fc.record({
  does: fc.constantFrom('make', 'send', 'send', 'send', 'receive', 'receive', 'close'),
  by: fc.nat(2),
  end: fc.nat(40),
  carries: fc.option(fc.nat(40), { nil: undefined, freq: 2 }),
  isHeld: fc.boolean(),
});

test('whatever is called, the kernel says what the model says', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(call, { minLength: 20, maxLength: 60 }), (room, calls) => {
      const kernel = new Kernel();
      kernel.make('kernel', room, 'A', ['A', 'service']);
      kernel.make('kernel', room, 'B', ['B', 'service']);
      const ends = ['A.0', 'A.1', 'B.0', 'B.1'];
      for (const { does, by, end, carries, isHeld } of calls) {
        const party = parties[by]!;
        // Mostly a handle that it has, else any at all.
        const pool = isHeld && kernel.heldBy(party).length > 0 ? kernel.heldBy(party) : ends;
        const at = pool[end % pool.length]!;
        if (does === 'make') ends.push(...kernel.make(party, room));
        else if (does === 'send') {
          const moved = carries === undefined ? undefined : pool[carries % pool.length]!;
          if (moved === at) continue; // a channel that carries its own end
          kernel.send(party, at, moved === undefined ? { kind: 'Data', data: String(ends.length) } : { kind: 'Connect', carries: moved });
        } else if (does === 'receive') kernel.receive(party, at);
        else kernel.close(party, at);
      }
      const model = new AgainstModel(room);
      for (const operation of kernel.operations) {
        const { verdict } = model.take(operation);
        seen.add(`${operation.does} ${operation.error ?? 'done'}`);
        expect(verdict.is, JSON.stringify(operation)).toBe(operation.error === undefined ? 'done' : 'refused');
        expect(verdict.broken).toEqual([]);
      }
    }),
    { numRuns: 80 },
  );
  expect([...seen].sort()).toEqual(
    expect.arrayContaining([
      'send done',
      'send Full',
      'send HandleNotMovable',
      'send NoPeer',
      'send NotFound',
      'receive Empty',
      'receive NoPeer',
    ]),
  );
});

test('an end goes with the other end of its channel, when that carries it by way of a second channel', () => {
  const kernel = new Kernel();
  kernel.make('kernel', 1, 'A', ['A', 'service']);
  const [near, far] = kernel.make('A', 1);
  kernel.send('A', 'A.0', { kind: 'Connect', carries: far });
  kernel.send('A', near, { kind: 'Connect', carries: 'A.0' });
  kernel.close('service', 'A.1');
  expect(kernel.receive('service', 'A.0')).toBe('NotFound');
  const model = new AgainstModel(1);
  const verdicts = kernel.operations.map((it) => model.take(it).verdict.is);
  expect(verdicts).toEqual(['done', 'done', 'done', 'done', 'done', 'refused']);
});

test('a call that is told otherwise is a contradiction, and says what was possible', () => {
  const kernel = new Kernel();
  kernel.make('kernel', 1, 'A', ['A', 'service']);
  kernel.send('A', 'A.0', { kind: 'Data', data: 'one' });
  kernel.send('A', 'A.0', { kind: 'Data', data: 'two' });
  const [made, first, second] = kernel.operations;
  const lies = [
    [{ ...second!, error: undefined }, 'contradicted', ['the queue of the peer has room (else Full)']],
    [{ ...second!, error: 'NoPeer' as const }, 'contradicted', ['the queue of the peer has room (else Full)']],
    [second!, 'refused', ['the queue of the peer has room (else Full)']],
    [
      { by: 'service' as const, does: 'receive' as const, end: 'A.1', message: { kind: 'Data' as const, data: 'two' } },
      'contradicted',
      ['a receive takes the oldest message'],
    ],
    [
      { by: 'service' as const, does: 'receive' as const, end: 'A.0', error: 'NotFound' as const },
      'refused',
      ['its handle is in exactly one place: A.0 is held by client A'],
    ],
  ] as const;
  for (const [lie, is, because] of lies) {
    const model = new AgainstModel(1);
    model.take(made!);
    model.take(first!);
    expect(model.take(lie).verdict).toMatchObject({ is, because });
  }
  const model = new AgainstModel(1);
  for (const operation of [made!, first!]) model.take(operation);
  expect(model.take(second!).verdict.possible).toEqual(['A.0 is closed, and with it goes what it has not received.']);
});
