/** Keeps in the address what a reload would lose: settings that the reader changed, and a run that is no scenario; not of an edited model. */
import { useEffect, useRef } from 'preact/hooks';
import { elsewhereOf } from './not-told.ts';
import { isOfItsOwn, type Session } from './session.ts';
import { fragmentOf } from './shared-link.ts';

/** A reader who steps on quickly changes the address once. */
const PAUSE_MS = 400;
/** The link of a longer run would make each step slow; the address keeps the one that the run was opened with. */
const MOST_STEPS = 2_000;

/** Does nothing where the address is not the player's: `isLinked` is false. */
export function useAddress(session: Session, isLinked: boolean): void {
  /** The fragment that stands for this player, because there may be others on the page. */
  const ours = useRef(isLinked && session.origin.scenario === undefined ? location.hash : undefined);
  useEffect(() => {
    if (!isLinked || elsewhereOf(session.m) || (!isOfItsOwn(session) && ours.current === undefined)) return undefined;
    const timer = setTimeout(() => {
      if (session.history.attempts.length > MOST_STEPS) return;
      const wanted = isOfItsOwn(session) ? fragmentOf(session) : '';
      const isOurs = location.hash === ours.current;
      ours.current = wanted === '' ? undefined : wanted;
      if (wanted !== location.hash && (wanted !== '' || isOurs)) replaceFragment(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [session, isLinked]);
}

function replaceFragment(fragment: string): void {
  try {
    history.replaceState(history.state, '', location.pathname + location.search + fragment);
  } catch {
    // A frame without an origin of its own may not change its address: there a reload begins anew.
  }
}
