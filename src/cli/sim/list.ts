/** `sim list`: the models, with what can be turned on each. */
import type { Loaded } from './models.ts';

/** Returns the exit status: 1 where a model cannot be loaded. */
export function listModels(models: readonly Loaded[], json: boolean): number {
  const rows = models.map((it) => {
    if ('problem' in it) return it;
    const { model, parameters, faults, expect } = it.mechanism;
    return { id: model.id, title: model.title, parameters, faults: Object.keys(faults), searches: expect.length };
  });
  if (json) console.log(JSON.stringify(rows, null, 2));
  else
    for (const row of rows)
      console.log(
        'problem' in row
          ? `! ${row.id.padEnd(30)} cannot be loaded: ${row.problem}`
          : `${row.id.padEnd(32)} ${row.title.padEnd(28)} ${row.searches} searches`,
      );
  return rows.some((row) => 'problem' in row) ? 1 : 0;
}
