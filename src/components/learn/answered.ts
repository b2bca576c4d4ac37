/** What a reader has answered, as the page has it. */
import type { Session } from '../simulation/session.ts';
import type { CodeHandle } from './CodePart.tsx';
import { desk } from './desk.ts';
import type { Form } from './lab-words.ts';

export type Answered =
  { readonly run: Session; readonly before: number } | { readonly choices: readonly string[] } | { readonly code: CodeHandle };

/** One for each question; undefined for one that has no answer yet. */
export type Chosen = readonly (string | undefined)[];

const groupsOf = (form: Form) => (form.is === 'choices' ? form.groups : []);

/** What is graded, or why nothing is. */
export function answeredOf(form: Form, chosen: Chosen, code: CodeHandle | undefined): Answered | string {
  if (form.is === 'run') return desk.session ? { run: desk.session, before: desk.before } : 'The simulation is still being loaded.';
  if (form.is === 'code') return code ? { code } : 'Open the editor first.';
  const missing = form.groups.findIndex((_, i) => chosen[i] === undefined);
  if (missing < 0) return { choices: chosen.map((it) => it!) };
  return form.groups.length === 1 ? 'Nothing is chosen yet.' : `Question ${missing + 1} has no answer yet.`;
}

/** One more choice. */
export const withChoice = (form: Form, chosen: Chosen, group: number, value: string): Chosen =>
  groupsOf(form).map((_, i) => (i === group ? value : chosen[i]));

export const draftOfChoices = (chosen: Chosen): string => JSON.stringify(chosen.map((it) => it ?? null));

/** Choices that are still offered; what a draft has besides is passed over. */
export function choicesIn(form: Form, draft: string | undefined): Chosen {
  let kept: unknown;
  try {
    kept = JSON.parse(draft ?? '[]');
  } catch {
    kept = [];
  }
  const values = Array.isArray(kept) ? (kept as readonly unknown[]) : [];
  return groupsOf(form).map(({ options }, i) => options.find(({ value }) => value === values[i])?.value);
}
