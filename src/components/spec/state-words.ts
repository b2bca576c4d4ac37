/** The glyph and the word of every state that a record can have. */
import type { Component } from '../../schemas/architecture.ts';
import type { MilestoneStatus } from '../../schemas/milestones.ts';
import type { PlatformState } from '../../schemas/platforms.ts';
import type { UpstreamState, System } from '../../schemas/systems.ts';
import type { StateName } from '../../drawing/marks.ts';

export interface Worded {
  readonly glyph: StateName;
  readonly word: string;
}

export const milestoneWords: Readonly<Record<MilestoneStatus, Worded>> = {
  complete: { glyph: 'complete', word: 'Complete' },
  partial: { glyph: 'progress', word: 'Partly complete' },
  'in-progress': { glyph: 'progress', word: 'In progress' },
  'not-started': { glyph: 'planned', word: 'Not started' },
  unknown: { glyph: 'unknown', word: 'Unknown' },
  moved: { glyph: 'moved', word: 'Moved' },
  dropped: { glyph: 'unnamed', word: 'No longer listed' },
};

export const platformWords: Readonly<Record<PlatformState, Worded>> = {
  supported: { glyph: 'complete', word: 'Runs' },
  partial: { glyph: 'progress', word: 'Partly' },
  planned: { glyph: 'planned', word: 'Planned' },
  deferred: { glyph: 'unnamed', word: 'Deferred' },
  unknown: { glyph: 'unknown', word: 'Unknown' },
  unnamed: { glyph: 'unnamed', word: 'Not named' },
  removed: { glyph: 'unnamed', word: 'No longer listed' },
};

/** Whether a part that a document names was found in the code. */
export const foundWords: Readonly<Record<NonNullable<Component['found']>['state'], Worded>> = {
  present: { glyph: 'complete', word: 'Found' },
  partial: { glyph: 'progress', word: 'Found in part' },
  absent: { glyph: 'planned', word: 'Not found' },
};

export const upstreamWords: Readonly<Record<UpstreamState, Worded>> = {
  active: { glyph: 'complete', word: 'Active' },
  alpha: { glyph: 'progress', word: 'Alpha' },
  rewritten: { glyph: 'moved', word: 'Rewritten' },
  moved: { glyph: 'moved', word: 'Moved' },
  quiet: { glyph: 'progress', word: 'Quiet' },
  unknown: { glyph: 'unknown', word: 'Unknown' },
};

export const documentedGlyphs: Readonly<Record<System['documented']['mark'], StateName>> = {
  complete: 'complete',
  partial: 'progress',
  planned: 'planned',
  unknown: 'unknown',
  unnamed: 'unnamed',
};

/** Observations with the word and the glyph of their state. */
export const wordedMilestone = <T extends { readonly status: MilestoneStatus }>(
  observations: readonly T[],
): (T & { readonly word: Worded })[] => observations.map((it) => ({ ...it, word: milestoneWords[it.status] }));
export const wordedPlatform = <T extends { readonly state: PlatformState }>(
  observations: readonly T[],
): (T & { readonly word: Worded })[] => observations.map((it) => ({ ...it, word: platformWords[it.state] }));
