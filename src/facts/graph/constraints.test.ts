import { describe, expect, test } from 'vitest';
import type { Architecture, Constraint } from '../../schemas/architecture.ts';
import { verdictOf } from './constraints.ts';

const cite = [{ source: 'orbit-readme', lines: [1, 1] as [number, number] }];
const part = (id: string, inside?: string): Architecture['components'][number] => ({
  id, title: id, kind: 'process', text: 'A part.', cite, ...(inside !== undefined && { inside }),
}); // prettier-ignore
const calls = (from: string, to: string, kind: Architecture['relations'][number]['kind'] = 'calls') => ({
  id: `${from}-${kind}-${to}`, from, to, kind, text: 'One asks.', cite,
}); // prettier-ignore
/** An app and a tool; a service in a layer; a kernel with a driver in it. */
const graph = {
  components: [part('app'), part('tool'), part('layer'), part('service', 'layer'), part('kernel'), part('driver', 'kernel')],
  relations: [calls('app', 'service'), calls('service', 'driver'), calls('tool', 'app', 'event'), calls('kernel', 'driver', 'contains')],
};
const asked = (kind: Partial<Constraint>, more: (typeof graph)['relations'] = []) =>
  verdictOf({ ...graph, relations: [...graph.relations, ...more] }, { id: 'it', title: 'It', text: 'It.', cite, ...kind });

describe('a way that is forbidden', () => {
  const forbid = { from: ['app'], to: ['kernel'], by: ['calls' as const] };
  test('is found with its relations, also where it ends inside a part', () => {
    expect(asked({ forbid })).toEqual({ holds: false, relations: ['app-calls-service', 'service-calls-driver'], parts: [] });
  });
  test('may pass through the part that is named, and through what lies in it', () => {
    expect(asked({ forbid: { ...forbid, through: ['layer'] } }).holds).toBe(true);
  });
  test('is found beside the part that it may pass', () => {
    const direct = [calls('app', 'driver')];
    expect(asked({ forbid: { ...forbid, through: ['layer'] } }, direct).relations).toEqual(['app-calls-driver']);
  });
  test('needs relations of the kinds that are named', () => {
    expect(asked({ forbid: { ...forbid, by: ['event'] } }).holds).toBe(true);
  });
  test('ends where parts call each other in a circle', () => {
    const round = [calls('service', 'app')];
    expect(asked({ forbid: { ...forbid, to: ['tool'] } }, round).holds).toBe(true);
  });
});

test('what a part holds alone is told by what lies in it and by what it is said to contain', () => {
  expect(asked({ only: { in: 'kernel', may: ['driver'] } }).holds).toBe(true);
  expect(asked({ only: { in: 'kernel', may: ['service'] } })).toEqual({
    holds: false,
    relations: ['kernel-contains-driver'],
    parts: ['driver'],
  });
});

test('one who alone reaches a part is told from all others', () => {
  const sole = { to: ['kernel'], by: ['calls' as const], from: ['layer'] };
  expect(asked({ sole }).holds).toBe(true);
  expect(asked({ sole }, [calls('tool', 'driver')]).relations).toEqual(['tool-calls-driver']);
});
