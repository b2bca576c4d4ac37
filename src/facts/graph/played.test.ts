import { expect, test } from 'vitest';
import { architecture, cited } from '../entries.fixture.ts';
import { playedOver } from './played.ts';

const part = (id: string) => ({ id, title: id, kind: 'service' as const, text: 'It is.', cite: [cited()] });
const relation = (id: string, from: string, to: string) => ({ id, from, to, kind: 'calls' as const, text: 'It calls.', cite: [cited()] });
const view = (id: string, ...show: string[]) => ({ id, title: id, groups: [{ title: 'All', show }], text: 'It shows.', cite: [cited()] });
const step = (at: object) => ({ ...at, text: 'It does.', cite: [cited()] });
const flow = {
  id: 'ask',
  title: 'Ask',
  steps: [step({ relation: 'a-b' }), step({ at: 'b' }), step({ relation: 'b-c' })],
  cite: [cited()],
};
const over = (views: readonly object[], near = '') => {
  const { data } = architecture({
    components: [part('a'), part('b'), part('c')],
    relations: [relation('a-b', 'a', 'b'), relation('b-c', 'b', 'c')],
    views: views as never,
    flows: [flow as never],
  });
  const played = playedOver(data, data.flows[0]!, (id) => id === near);
  return played && [played.view.id, ...played.steps];
};

test('a flow is played over the drawing that shows most of its steps', () => {
  expect(over([view('left', 'a', 'b'), view('all', 'a', 'b', 'c')])).toEqual(['all', 0, 1, 2]);
});

test('of two that show as many the one on the same page is taken, else the first', () => {
  expect(over([view('left', 'a', 'b'), view('right', 'b', 'c')])).toEqual(['left', 0, 1]);
  expect(over([view('left', 'a', 'b'), view('right', 'b', 'c')], 'right')).toEqual(['right', 1, 2]);
});

test('one that shows more is taken wherever it is', () => {
  expect(over([view('left', 'a', 'b'), view('all', 'a', 'b', 'c')], 'left')).toEqual(['all', 0, 1, 2]);
});

test('a drawing that leaves out a relation does not show its step, and less than half of the steps is not enough', () => {
  expect(over([{ ...view('all', 'a', 'b', 'c'), relations: ['a-b'] }])).toEqual(['all', 0, 1]);
  expect(over([view('one', 'b')])).toBeUndefined();
  expect(over([])).toBeUndefined();
});
