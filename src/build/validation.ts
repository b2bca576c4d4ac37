/** Stops a build whose content is not sound, with every problem's file, line, field and fix hint; a dev server tells them as they come. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { modelFacts } from '../mechanisms/model-facts.ts';
import { checkContent } from '../records/check.ts';
import { changes, contentPath, sharedReader } from '../records/shared-reader.ts';

export function validation(): AstroIntegration {
  let root = '';
  const faultsNow = async (): Promise<string | undefined> => {
    const { faults } = checkContent(sharedReader(root).read(), await modelFacts());
    return faults.length === 0
      ? undefined
      : `${faults.length} ${faults.length === 1 ? 'problem' : 'problems'} in the records and pages:\n${faults.join('\n')}`;
  };
  return {
    name: 'orrery-validation',
    hooks: {
      'astro:config:done': async ({ config }) => {
        root = fileURLToPath(config.root);
        const faults = await faultsNow();
        if (faults !== undefined) throw plainError(faults);
      },
      'astro:server:setup': ({ server, logger }) => {
        for (const event of changes)
          server.watcher.on(event, (path) => void tell(path, logger).catch((error: unknown) => logger.error(String(error))));
      },
    },
  };

  async function tell(path: string, logger: AstroIntegrationLogger): Promise<void> {
    const file = contentPath(root, path);
    if (file === undefined) return;
    sharedReader(root).forget(file);
    const faults = await faultsNow();
    if (faults !== undefined) logger.error(faults);
  }
}

/** An error that says what to mend in a file: where in this program it was found helps nobody, so it has no stack to print. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}
