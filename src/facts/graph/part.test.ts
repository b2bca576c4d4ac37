import { describe, expect, test } from 'vitest';
import type { Architecture } from '../../schemas/architecture.ts';
import { cited } from '../entries.fixture.ts';
import {
  constraintsOn,
  enclosing,
  kindOf,
  hasStepAt,
  isShownIn,
  mostConnected,
  mostOnASide,
  neighbourhoodOf,
  neighboursOf,
  pagesThatDraw,
} from './part.ts';

const cite = [cited()];
type Part = Architecture['components'][number];
type Relation = Architecture['relations'][number];
const part = (id: string, inside?: string): Part => ({ id, title: id, kind: 'process', text: 'A part.', cite, ...(inside !== undefined && { inside }) }); // prettier-ignore
const relation = (from: string, kind: Relation['kind'], to: string, more: Partial<Relation> = {}): Relation => ({
  id: `${from}-${kind}-${to}`, from, to, kind, text: 'One asks.', cite, ...more,
}); // prettier-ignore
/** A box with a kernel in it, and in that a driver and a clock; an app outside. */
const graph = {
  components: [part('box'), part('kernel', 'box'), part('driver', 'kernel'), part('clock', 'kernel'), part('app'), part('alone')],
  relations: [
    relation('kernel', 'contains', 'driver'),
    relation('app', 'calls', 'driver'),
    relation('driver', 'replies', 'app'),
    relation('driver', 'calls', 'clock'),
    relation('driver', 'calls', 'clock', { id: 'again', protocol: 'tick' }),
    relation('driver', 'event', 'driver'),
  ],
};
const ids = (all: readonly { readonly part: Part }[]) => all.map((it) => it.part.id);

describe('the neighbours of a part', () => {
  test('are who reaches it and whom it reaches, each once, with all relations', () => {
    const { before, after } = neighboursOf(graph, 'driver');
    expect(ids(before)).toEqual(['kernel', 'app']);
    expect(ids(after)).toEqual(['app', 'clock', 'driver']);
    expect(after[1]!.relations.map(({ id }) => id)).toEqual(['driver-calls-clock', 'again']);
  });

  test('are every relation of the graph that ends at it, once', () => {
    const { before, after } = neighboursOf(graph, 'driver');
    const told = [...before, ...after].flatMap(({ relations }) => relations);
    expect(new Set(told)).toEqual(new Set(graph.relations));
    expect(told).toHaveLength(graph.relations.length);
  });
});

test('a part lies in what it is inside of, the nearest first, and a circle ends', () => {
  expect(enclosing(graph, 'driver').map(({ id }) => id)).toEqual(['kernel', 'box']);
  expect(enclosing({ components: [part('a', 'b'), part('b', 'a')] }, 'a').map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a part that is a thread is called one, whatever it is a thread of', () => {
  expect(kindOf(part('a'))).toBe('process');
  expect(kindOf({ ...part('a'), thread: true })).toBe('thread');
});

describe('the drawing of its neighbours', () => {
  test('shows what contains it as a frame, and no arrow for that', () => {
    const { frame, before, after } = neighbourhoodOf(graph, 'driver')!;
    expect([frame!.part.id, frame!.relations.map(({ id }) => id)]).toEqual(['kernel', ['kernel-contains-driver']]);
    expect(ids(before.shown)).toEqual(['app']);
    expect(ids(after.shown)).toEqual(['app', 'clock', 'driver']);
  });

  test('keeps the arrow of a frame that does more than contain it', () => {
    const more = { ...graph, relations: [...graph.relations, relation('kernel', 'calls', 'driver')] };
    expect(ids(neighbourhoodOf(more, 'driver')!.before.shown)).toEqual(['kernel', 'app']);
    expect(neighbourhoodOf(more, 'driver')!.frame!.relations).toEqual([]);
  });

  test('knows a side of which all lie in the frame', () => {
    expect(neighbourhoodOf(graph, 'driver')!.after.inFrame).toBe(false);
    const inner = { ...graph, relations: [relation('driver', 'calls', 'clock')] };
    expect(neighbourhoodOf(inner, 'driver')!.after.inFrame).toBe(true);
  });

  test('has an arrow for each kind, and what carries it where that is the same', () => {
    expect(neighbourhoodOf(graph, 'driver')!.after.shown[1]!.arrows).toEqual([
      { kind: 'calls', protocol: undefined, relations: [graph.relations[3], graph.relations[4]] },
    ]);
  });

  test('shows no more on a side than can be followed, and counts the rest', () => {
    const many = Array.from({ length: mostOnASide + 2 }, (_, i) => `p${i}`);
    const wide = { components: [part('hub'), ...many.map((id) => part(id))], relations: many.map((id) => relation('hub', 'calls', id)) };
    expect(ids(neighbourhoodOf(wide, 'hub')!.after.shown)).toEqual(many.slice(0, mostOnASide));
    expect(neighbourhoodOf(wide, 'hub')!.after.left).toBe(2);
  });

  test('is not there for a part without relations', () => expect(neighbourhoodOf(graph, 'alone')).toBeUndefined());
});

test('the neighbour with most neighbours comes next, never the part itself', () => {
  expect(mostConnected(graph, 'clock')!.id).toBe('driver');
  expect(mostConnected(graph, 'driver')!.id).toBe('app');
  expect(mostConnected(graph, 'alone')).toBeUndefined();
});

test('what must hold of a part names it, or what it lies in', () => {
  const base = { title: 'It', text: 'It.', cite };
  const constraints: Architecture['constraints'] = [
    { ...base, id: 'of-kernel', only: { in: 'kernel', may: ['driver', 'clock'] } },
    { ...base, id: 'of-app', sole: { to: ['app'], by: ['calls'], from: ['alone'] } },
    { ...base, id: 'through', forbid: { from: ['app'], to: ['alone'], by: ['calls'], through: ['driver'] } },
  ];
  const on = (id: string) => constraintsOn({ ...graph, constraints }, id).map((it) => it.id);
  expect(on('driver')).toEqual(['of-kernel', 'through']);
  expect(on('clock')).toEqual(['of-kernel']);
  expect(on('box')).toEqual([]);
});

describe('what draws a part', () => {
  const view = { id: 'shape', title: 'Shape', groups: [{ title: 'All', show: ['app', 'inside'], frames: [{ of: 'box', show: ['inside'] }] }], merge: [{ as: 'inside', title: 'Inside', kind: 'process' as const, of: ['driver', 'clock'] }], text: 'It.', cite }; // prettier-ignore
  const flow = { id: 'turn', title: 'A turn', steps: [{ relation: 'app-calls-driver', text: 'It asks.', cite }, { at: 'alone', text: 'It waits.', cite }], cite }; // prettier-ignore

  test('is a view that shows it, frames it, or merges it into another', () => {
    expect(['app', 'box', 'driver', 'kernel'].map((id) => isShownIn(view, id))).toEqual([true, true, true, false]);
  });
  test('is a flow that passes it, or stops at it', () => {
    expect(['app', 'driver', 'alone', 'clock'].map((id) => hasStepAt(graph, flow, id))).toEqual([true, true, true, false]);
  });
  test('is on the pages that show such a view or flow, the first drawing first', () => {
    const pages = [
      { name: 'turning', views: [], flows: ['turn'] },
      { name: 'shape', views: ['shape'], flows: [] },
      { name: 'other', views: ['boot'], flows: [] },
    ];
    const on = (id: string) => pagesThatDraw({ ...graph, views: [view], flows: [flow] }, id, pages).map(({ name }) => name);
    expect(on('app')).toEqual(['shape', 'turning']);
    expect(on('alone')).toEqual(['turning']);
    expect(on('kernel')).toEqual([]);
  });
});
