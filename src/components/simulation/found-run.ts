/** The run that a search found, as one path. */
import type { Outcome } from './check.ts';
import type { Loop } from './history.ts';

/** What was found, as one path: the loop of a lasso is its last part. */
export interface Found {
  readonly title: string;
  readonly path: readonly number[];
  readonly loop: Loop | undefined;
}

export function foundRun({ violation, deadlock, lasso }: Outcome): Found | undefined {
  if (violation) return { title: 'Shortest run that breaks it', path: violation.path, loop: undefined };
  if (deadlock) return { title: 'Shortest run that gets stuck', path: deadlock, loop: undefined };
  if (!lasso) return undefined;
  const { property, of, stem, loop } = lasso;
  return {
    title: 'A run on which it never comes',
    path: [...stem, ...loop],
    loop: { from: stem.length, breaks: property, of: of && `${of.kind} ${of.index}` },
  };
}
