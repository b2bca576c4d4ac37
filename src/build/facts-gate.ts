/** Stops a build or a dev server whose records are not sound, with every problem's file, line, field and mend. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { modelProperties } from '../mechanisms/properties.ts';
import { checkRecords } from '../records/check.ts';

export function factsGate(): AstroIntegration {
  return {
    name: 'orrery-facts-gate',
    hooks: {
      'astro:config:done': async ({ config }) => {
        const { faults } = checkRecords(fileURLToPath(config.root), await modelProperties());
        if (faults.length === 0) return;
        throw new Error(`${faults.length} ${faults.length === 1 ? 'problem' : 'problems'} in the records:\n${faults.join('\n')}`);
      },
    },
  };
}
