/** The only list of models. Each is imported when it is wanted, so that a page loads no model but its own. */
import type { Mechanism } from '../engine/model.ts';

export const registry: Readonly<Record<string, () => Promise<Mechanism>>> = {
  'themelios/capability-space': async () => (await import('./themelios/capability-space.ts')).capabilitySpace,
};
