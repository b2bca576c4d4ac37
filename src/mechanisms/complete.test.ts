import { expect, test, vi } from 'vitest';
import type { MechanismWithRuns } from '../engine/language.ts';
import { loadAllComplete, loadComplete } from './complete.ts';
import * as registry from './registry.ts';

const id = registry.mechanismIds[0]!;
const sound = await registry.loadMechanism(id);
const load = vi.spyOn(registry, 'loadMechanism');

test('C2: a model without a part is told with its file and what the part says', async () => {
  const { sometimes: _, ...model } = sound.model;
  load.mockResolvedValue({ ...sound, model } as MechanismWithRuns);
  await expect(loadComplete(id)).rejects.toThrow(
    `src/mechanisms/${id}/model.ts has no 'sometimes': add it, it says what holds in some state`,
  );
  load.mockResolvedValue({ ...sound, model: { ...sound.model, id: 'a/b' } });
  await expect(loadComplete(id)).rejects.toThrow(`src/mechanisms/${id}/model.ts calls itself 'a/b': its id must be '${id}'`);
  const { expect: none, ...rest } = sound;
  expect(none).toBeDefined();
  load.mockResolvedValue(rest as MechanismWithRuns);
  await expect(loadComplete(id)).rejects.toThrow(`src/mechanisms/${id}/runs.ts has no 'expect'`);
});

test('C2: one model that cannot be loaded hides no other', async () => {
  load.mockImplementation((one) =>
    one === id ? Promise.reject(new Error('no\nsuch file')) : Promise.resolve({ ...sound, model: { ...sound.model, id: one } }),
  );
  const { mechanisms, broken } = await loadAllComplete();
  expect(broken).toEqual([`src/mechanisms/${id} cannot be loaded: no such file`]);
  expect(mechanisms).toHaveLength(registry.mechanismIds.length - 1);
});
