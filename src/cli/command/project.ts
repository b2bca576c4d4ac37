/** Where the project lies, told by this file and not by the folder that a command was called from. */
import { fileURLToPath } from 'node:url';

export const projectRoot: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');
