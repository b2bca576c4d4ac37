/**
 * Runs in the fragment of an address: `#run=…`. The engine reads and writes the text behind the sign; here it is decided
 * whose link it is, because a page may have several plates and fragments of its own.
 */
import { linkTo, type Machine, modelOfLink, openLink } from '../../engine/checker.ts';
import { mechanismIds } from '../../mechanisms/registry.ts';
import { counted } from './narrate.ts';
import { openRun, type Session } from './session.ts';
import { isDone, runOf } from './trace.ts';

const PREFIX = '#run=';

/** The text of the run in a fragment; undefined when the fragment is for somebody else. */
const runIn = (fragment: string): string | undefined => (fragment.startsWith(PREFIX) ? fragment.slice(PREFIX.length) : undefined);

/** The fragment that opens this run where the reader stands. What was refused or struck out is not in it. */
export function fragmentOf({ m, frames, history }: Session): string {
  const { log, position } = runOf(frames, history.position);
  return PREFIX + linkTo(m, log, position);
}

/** The first characters of every link to a model: what is enough to find its plate on a page without the engine. */
export const linkMark = (m: Machine): string => linkTo(m, []).slice(0, MARK_LENGTH);
const MARK_LENGTH = 4;

/** What a link carries, for the confirmation. */
export function carried({ frames, history }: Session): string {
  const { log, position } = runOf(frames, history.position);
  const left = frames.slice(1).filter((frame) => !isDone(frame)).length;
  const where = position === log.length ? 'to the end' : position === 0 ? 'from the start' : `standing at step ${position}`;
  return `${counted(log.length, 'step')}, ${where}${left > 0 ? '; what was refused or struck out is not in it' : ''}`;
}

/** Whether a plate answers for a link, given by its first characters, that is not to its own model. */
export type AnswersFor = (mark: string) => boolean;

/** The first plate of a page answers for a link that no other plate there claims. */
export const answersFor =
  (plate: Element): AnswersFor =>
  (mark) => {
    const plates = [...document.querySelectorAll<HTMLElement>('.simulation')];
    return plates[0] === plate && !plates.some((each) => each.dataset['run'] === mark);
  };

/** Opens the run of a fragment, or says what is wrong with it. Undefined when the fragment is for somebody else. */
export function openFragment(session: Session, fragment: string, answers: AnswersFor): Session | undefined {
  const text = runIn(fragment);
  if (text === undefined) return undefined;
  const { mechanism } = session.m;
  const { id } = mechanism.model;
  const of = modelOfLink(text, mechanismIds);
  if (of !== id && !answers(text.slice(0, MARK_LENGTH))) return undefined;
  const opened = openLink(mechanism, text);
  if (of !== undefined && of !== id)
    return { ...session, notice: `The link in the address is to a run of another model, \u201c${of}\u201d.` };
  if (!opened.run) return { ...session, notice: `The link in the address could not be opened. ${opened.says}` };
  const says = `The run of the link is open, ${counted(opened.run.log.length, 'step')}.${opened.says === undefined ? '' : ` ${opened.says}`}`;
  return openRun(session, opened.run, says, 'open the link');
}
