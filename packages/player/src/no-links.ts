/**
 * Stands in the place of src/components/simulation/shared-link.ts: the address of a page is nothing of an element's, so what reads and writes links
 * to a run, a tenth of all scripts, is left out.
 */
import type { Session } from '../../../src/components/simulation/session.ts';

export type AnswersFor = (link: string) => boolean;

export const openFragment = (_session: Session, _fragment: string, _answers: AnswersFor): Session | undefined => undefined;
export const fragmentOf = (_session: Session): string => '';
export const carried = (_session: Session): string => '';
