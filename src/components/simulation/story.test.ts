import { describe, expect, test } from 'vitest';
import { loadMechanism, mechanismIds } from '../../mechanisms/registry.ts';
import { storyOf } from './story.ts';

describe.each(mechanismIds)('the story of %s', (id) => {
  test('has a sentence for each step of each scenario, and says what the check covers', async () => {
    const { model, scenarios } = await loadMechanism(id);
    for (const [name, scenario] of Object.entries(scenarios)) {
      const { title, told, steps, end, bounds } = await storyOf(id, name);
      expect([title, told]).toEqual([model.title, scenario.title]);
      expect(steps).toHaveLength(scenario.steps.length);
      for (const says of [...steps, end]) expect(says).toMatch(/^[A-Z].*[.?]$/);
      expect(bounds).toContain('It leaves out');
    }
  });
});

test('tells the first scenario where none is named, and refuses one that is not there', async () => {
  const [first = ''] = Object.values((await loadMechanism('themelios/scheduler')).scenarios).map(({ title }) => title);
  expect((await storyOf('themelios/scheduler')).told).toBe(first);
  await expect(storyOf('themelios/scheduler', 'none')).rejects.toThrow("no scenario 'none'");
  await expect(storyOf('themelios/none')).rejects.toThrow("There is no mechanism 'themelios/none'");
});
