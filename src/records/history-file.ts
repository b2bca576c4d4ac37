/** The file of the history of Orrery's own records, as the commands read and write it. A build takes its text as a module. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFile } from '../facts/own-history.ts';
import { writtenHistory } from './own-history.ts';
import type { Content } from './reader.ts';

/** Empty where there is none yet. */
export function historyTextOf(root: string): string {
  const path = join(root, historyFile);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Notes what changed since the last line, under a day (`2026-11-20`). Returns whether there was anything. Throws where the file is no history. */
export function writeHistory(root: string, content: Content, today: string): boolean {
  const before = historyTextOf(root);
  const after = writtenHistory(before, content, today);
  if (after !== before) writeFileSync(join(root, historyFile), after);
  return after !== before;
}
