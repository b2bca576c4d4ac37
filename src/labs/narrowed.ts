/** What a bench checks where only some rules are asked for. */
import type { Mechanism } from '../engine/language.ts';

/** The same model with these of its rules alone, and without promises. */
export function narrowed(mechanism: Mechanism, only: readonly string[]): Mechanism {
  const { eventually: _, ...model } = mechanism.model;
  const always = Object.fromEntries(Object.entries(model.always).filter(([name]) => only.includes(name)));
  return { ...mechanism, model: { ...model, always } };
}
