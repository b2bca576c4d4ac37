/** Exercises: the settings and faults that one names are those of its model, and its values lie within the model's bounds. */
import type { Entries, FieldPath, Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';
import type { ModelFacts, Models } from './models.ts';

type Advice = Pick<Problem, 'says' | 'fix'>;

export function badLabs(entries: Entries, models: Models): Problem[] {
  return entries.labs.flatMap(({ file, data }) => {
    const model = models.get(data.model);
    if (!model) return []; // already reported as a reference that leads nowhere
    const at = (field: FieldPath, advice: Advice | undefined): Problem[] => (advice ? [{ file, field, ...advice }] : []);
    return [
      ...Object.entries(data.config).flatMap(([name, value]) => at(['config', name], setting(data.model, model, name, value))),
      ...data.kills.flatMap((fault, i) =>
        at(['kills', i], model.faults.includes(fault) ? undefined : unknown(data.model, fault, model.faults)),
      ),
    ];
  });
}

function setting(id: string, model: ModelFacts, name: string, value: number | boolean): Advice | undefined {
  const bounds = model.parameters.get(name);
  if (bounds) {
    const fits = typeof value === 'number' && Number.isInteger(value) && bounds.least <= value && value <= bounds.most;
    return fits
      ? undefined
      : { says: `${value} is no value of '${name}'`, fix: `Write a whole number from ${bounds.least} to ${bounds.most}.` };
  }
  if (!model.faults.includes(name)) return unknown(id, name, [...model.parameters.keys(), ...model.faults]);
  return typeof value === 'boolean' ? undefined : { says: `'${name}' is a fault of the model`, fix: 'Write true or false.' };
}

function unknown(id: string, name: string, known: readonly string[]): Advice {
  const meant = nearest(name, known);
  return {
    says: `the model ${id} has no '${name}'`,
    fix: meant ? `Did you mean '${meant}'?` : `It has ${known.join(', ') || 'none'}.`,
  };
}
