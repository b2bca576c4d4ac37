/** Stops a build or a dev server whose records are not sound, with every problem's file, line, field and mend. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { describe, readContent } from '../content-reader.ts';
import { problemsIn } from '../facts/integrity.ts';
import { modelProperties } from '../models/properties.ts';

export function factsGate(): AstroIntegration {
  return {
    name: 'orrery-facts-gate',
    hooks: {
      'astro:config:done': async ({ config }) => {
        const { entries, prose, problems, lineOf } = readContent(fileURLToPath(config.root));
        const found = [...problems, ...problemsIn(entries, await modelProperties(), prose)];
        if (found.length === 0) return;
        const list = found.map((problem) => describe(problem, lineOf(problem.file, problem.field))).join('\n');
        throw new Error(`${found.length} ${found.length === 1 ? 'problem' : 'problems'} in the records:\n${list}`);
      },
    },
  };
}
