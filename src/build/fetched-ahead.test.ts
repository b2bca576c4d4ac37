import { expect, test } from 'vitest';
import { ahead } from './fetched-ahead.ts';

const player = '_astro/player.wPY_2D4i.js';
const view = '_astro/view.C3U0Z3VE.js';
const [drawing, preact, table] = ['_astro/drawing.Ovap0KE8.js', '_astro/preact.DXntbODv.js', '_astro/hash-table.B3yYl3U5.js'];

test('the player does not fetch what it has, nor names a picture that needs nothing else', () => {
  expect(ahead([view, drawing, preact], player)).toEqual([]);
  expect(ahead([view, drawing, preact, table], player)).toEqual([view, table]);
});

test('others fetch all', () => {
  for (const from of ['_astro/Loader.BeW67uBV.js', '_astro/record-player-x.BeW67uBV.js', '_astro/record-player.BeW67uBV.js'])
    expect(ahead([player, drawing, preact], from)).toEqual([player, drawing, preact]);
});
