/** npm run package: makes the package for other sites in packages/player/dist. */
import { join } from 'node:path';
import { buildScripts } from './build/scripts.ts';

const here = import.meta.dirname;
await buildScripts(join(here, '../..'), join(here, 'dist'));
