import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citationsIn, partOf } from './citations.ts';
import { architecture, cited, deliverable, milestone, seen } from './entries.fixture.ts';

test('the citations of a record are found at any depth, in the order of the text', () => {
  const { data } = milestone('orbit-1', { deliverables: [deliverable('wheel', { cite: [cited(2), seen] })] });
  expect(citationsIn(data).map(({ path, citation }) => [path.join('.'), citation])).toEqual([
    ['goal.cite.0', cited()],
    ['status.0.cite.0', cited()],
    ['deliverables.0.cite.0', cited(2)],
    ['deliverables.0.cite.1', seen],
  ]);
});

test('what holds no citation has none', () => {
  for (const value of [undefined, null, 'cite', 7, {}, [], { cites: [cited()] }]) expect(citationsIn(value)).toEqual([]);
});

test('none is lost, however deep it lies', () => {
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constant({ cite: [seen] }),
      fc.string(),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'cite2'), tie('node')),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (value) => {
      expect(citationsIn(value)).toHaveLength(JSON.stringify(value)!.split('"cite":').length - 1);
    }),
  );
});

test('a citation stands for the nearest item that has an id', () => {
  const entry = milestone('orbit-1', {
    deliverables: [deliverable('wheel'), deliverable('axle', { status: [{ asOf: 'undated', status: 'complete', cite: [cited()] }] })],
  });
  expect(citationsIn(entry.data).map(({ path }) => partOf(entry, path))).toEqual([
    undefined,
    undefined,
    { id: 'wheel', field: 'deliverables' },
    { id: 'axle', field: 'deliverables' },
    { id: 'axle', field: 'deliverables' },
  ]);
});

test('of two items, one inside the other, the inner one is nearest', () => {
  const inner = { id: 'inner', cite: [cited()] };
  const entry = { ...milestone('orbit-1'), data: { parts: [{ id: 'outer', parts: [inner] }] } } as unknown as ReturnType<typeof milestone>;
  expect(partOf(entry, ['parts', 0, 'parts', 0, 'cite', 0])).toEqual({ id: 'inner', field: 'parts' });
  expect(partOf(entry, ['parts', 0])).toEqual({ id: 'outer', field: 'parts' });
});

test('of a relation it is known where it begins, for it is told there', () => {
  const graph = architecture();
  const { path } = citationsIn(graph.data).find((it) => it.path[0] === 'relations')!;
  expect(partOf(graph, path)).toEqual({ id: 'shell-calls-kernel', field: 'relations', from: 'shell' });
});
