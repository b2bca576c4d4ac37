/**
 * What a fetch may cost. These are the only rules that a command has; tests give others in code, so that no option of a call can loosen
 * one, and nothing here allows another protocol than https.
 */
import { writeFileSync } from 'node:fs';
import type { Write } from '../command/change-set.ts';

export interface Rules {
  /** The program that fetches. */
  readonly git: string;
  /** Settings of Git besides those of every fetch. */
  readonly settings: readonly string[];
  /** A copy may grow by so many bytes in one fetch. */
  readonly mostBytes: number;
  /** A fetch may take so long, whatever its server sends. */
  readonly mostMilliseconds: number;
  /** A server that sends less a second, for so many seconds, is given up. */
  readonly leastBytesASecond: number;
  readonly slowSeconds: number;
  /** So many are fetched at a time. */
  readonly atOnce: number;
  /** How files come onto the disk. */
  readonly write: Write;
}

export const rules: Rules = {
  git: 'git',
  settings: [],
  mostBytes: 256 * 1024 * 1024,
  mostMilliseconds: 90_000,
  leastBytesASecond: 1_000,
  slowSeconds: 20,
  atOnce: 4,
  write: writeFileSync,
};
