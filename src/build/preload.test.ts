import { expect, test } from 'vitest';
import { scriptsFor, type Chunk } from './preload.ts';

const chunk = (fileName: string, source: string, ...imports: string[]): Chunk => ({
  fileName,
  imports,
  moduleIds: [`/home/orrery/${source}`],
});
const chunks = [
  chunk('client.js', 'node_modules/@astrojs/preact/dist/client.js', 'preact.js'),
  chunk('loader.js', 'src/components/simulation/Loader.tsx', 'preact.js'),
  chunk('player.js', 'src/components/simulation/Player.tsx', 'preact.js', 'engine.js'),
  chunk('link.js', 'src/components/simulation/shared-link.ts', 'engine.js'),
  chunk('engine.js', 'src/engine/checker.ts', 'engine.js'),
  chunk('preact.js', 'node_modules/preact/index.js'),
  chunk('dial.js', 'src/mechanisms/orbit/dial/runs.ts', 'engine.js'),
  chunk('dial-view.js', 'src/mechanisms/orbit/dial/view.tsx', 'drawing.js'),
  chunk('drawing.js', 'src/drawing/dial.tsx'),
  chunk('clock.js', 'src/mechanisms/orbit/clock/runs.ts'),
];

test('it is the player, the model and its picture, with all that they import, each once', () => {
  const all = ['client.js', 'dial-view.js', 'dial.js', 'drawing.js', 'engine.js', 'link.js', 'loader.js', 'player.js', 'preact.js'];
  expect(scriptsFor('orbit/dial', chunks)).toEqual(all);
});

test('a model without a picture in the bundle is refused by name', () => {
  expect(() => scriptsFor('orbit/clock', chunks)).toThrow('no script of the build holds src/mechanisms/orbit/clock/view.tsx');
});
