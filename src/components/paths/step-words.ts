/** What a reader does at a step of a path. */
import type { StepKind } from '../../facts/paths.ts';

export const stepWords: Readonly<Record<StepKind, string>> = {
  read: 'Read',
  play: 'Play',
  ask: 'Answer',
  lab: 'Solve',
  take: 'Take',
};
