/**
 * Runs in the fragment of an address: `#run=…`. The engine reads and writes the text behind the sign; whose link it is, is decided in
 * link-owner.ts.
 */
import { formerBeginnings, linkTo, modelOfLink, openLink } from '../../engine/checker.ts';
import { mechanismIds } from '../../mechanisms/registry.ts';
import { fragmentFor, linkIn, ownerOf } from './link-owner.ts';
import { counted } from './narrate.ts';
import { openRun, type Session } from './session.ts';
import { isDone, runOf } from './trace.ts';

/** The fragment that opens this run where the reader stands. What was refused or skipped is not in it. */
export function fragmentOf({ m, frames, history }: Session): string {
  const { log, position } = runOf(frames, history.position);
  return fragmentFor(linkTo(m, log, position));
}

/** What the element of a simulation of this model says, so that links find it. */
export const plateOf = (id: string) => ({ run: id, runFormer: formerBeginnings(id).join(' ') });

/** What a link carries, for the confirmation. */
export function carried({ frames, history }: Session): string {
  const { log, position } = runOf(frames, history.position);
  const left = frames.slice(1).filter((frame) => !isDone(frame)).length;
  const where = position === log.length ? 'to the end' : position === 0 ? 'from the start' : `standing at step ${position}`;
  return `${counted(log.length, 'step')}, ${where}${left > 0 ? '; what was refused or skipped is not in it' : ''}`;
}

/** Whether a simulation is the one of its page that answers for a link. */
export type AnswersFor = (link: string) => boolean;

/** Asks the page, when it is asked, which simulations there are. */
export const answersFor =
  (plate: Element): AnswersFor =>
  (link) => {
    const plates = [...document.querySelectorAll<HTMLElement>('.simulation')];
    const owner = ownerOf(
      link,
      plates.map(({ dataset }) => dataset),
    );
    return plates[owner] === plate;
  };

/** Opens the run of a fragment, or says what is wrong with it. Undefined when the fragment is for somebody else. */
export function openFragment(session: Session, fragment: string, answers: AnswersFor): Session | undefined {
  const link = linkIn(fragment);
  if (link === undefined || !answers(link)) return undefined;
  const { mechanism } = session.m;
  const of = modelOfLink(link, mechanismIds);
  if (of !== undefined && of !== mechanism.model.id)
    return { ...session, notice: `The link in the address is to a run of another model, \u201c${of}\u201d.` };
  const opened = openLink(mechanism, link);
  if (!opened.run) return { ...session, notice: `The link in the address could not be opened. ${opened.says}` };
  const says = `The run of the link is open, ${counted(opened.run.log.length, 'step')}.${opened.says === undefined ? '' : ` ${opened.says}`}`;
  return openRun(session, opened.run, says, 'open the link');
}
