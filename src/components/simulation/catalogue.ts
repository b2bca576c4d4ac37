/** Which models a system has. */
import { registry } from '../../models/registry.ts';

/** The ids of a system's models, in the order of the registry. */
export const modelsOf = (system: string): string[] => Object.keys(registry).filter((id) => id.startsWith(`${system}/`));
