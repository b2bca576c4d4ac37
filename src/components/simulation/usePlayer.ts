/** The state of a player and everything that can be done to it; what is drawn follows from it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MechanismWithRuns } from '../../engine/model.ts';
import { menuAt } from '../../engine/run.ts';
import { foundRun } from './FoundRun.tsx';
import type { Loop } from './history.ts';
import type { Command } from './keyboard.ts';
import { faultVerbs, groupsOf } from './menu.ts';
import {
  act,
  attempt,
  beatNow,
  loadPath,
  nextChoice,
  open,
  openRun,
  reconfigure,
  reopen,
  showPath,
  step,
  strike,
  undo,
  type Run,
  type Session,
} from './session.ts';
import { speeds, STILL_BELOW_MS } from './Settings.tsx';
import { openFragment, type AnswersFor } from './shared-link.ts';
import { seenBy } from './trace.ts';
import { useCheck } from './useCheck.ts';

const USUAL_SPEED = 1;
const stepMsOf = (speed: number) => speeds[speed]?.stepMs ?? 1000;

/** Changes the session; `still` when it is not one step forward, because then nothing is tweened. */
type Change = (to: (now: Session) => Session, still: boolean) => void;

export type Player = ReturnType<typeof usePlayer>;

export function usePlayer(mechanism: MechanismWithRuns, first: string, answers: AnswersFor) {
  const [session, setSession] = useState(() => {
    const opened = open(mechanism, first, 'tell');
    return openFragment(opened, location.hash, answers) ?? opened;
  });
  const [still, setStill] = useState(true);
  const [speed, setSpeed] = useState(USUAL_SPEED);
  const [helpOpen, setHelpOpen] = useState(false);
  const change: Change = (to, isStill) => {
    setStill(isStill);
    setSession(to);
  };
  const menu = useMenu(session);
  const { playing, play, pause } = usePlaying(session, stepMsOf(speed), change);
  const byHand: Change = (to, isStill) => {
    pause();
    change(to, isStill);
  };
  useFragment((fragment) => byHand((now) => openFragment(now, fragment, answers) ?? now, true));
  const check = useCheck(session.m, (outcome) => {
    const run = foundRun(outcome);
    if (run) byHand((now) => loadPath(now, run.path, run.loop), true);
  });
  const does = { ...deedsOf(session, menu.next, byHand), play, setSpeed, help: () => setHelpOpen(!helpOpen) };
  return { session, beat: beatNow(session), ...menu, still, speed, helpOpen, playing, check, does };
}

/** A link to this page that is opened in this page changes nothing but the fragment. */
function useFragment(opened: (fragment: string) => void): void {
  useEffect(() => {
    const changed = () => opened(location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  });
}

/** What can happen where the reader stands, and what has been seen until there. */
function useMenu(session: Session) {
  const { m, history, beats } = session;
  const { moment } = beatNow(session);
  const menus = useMemo(() => menuAt(m, moment), [m, moment]);
  const next = nextChoice(session, menus);
  const faults = useMemo(() => faultVerbs(m), [m]);
  const groups = useMemo(() => groupsOf(menus, next, faults), [menus, next, faults]);
  const seen = useMemo(() => seenBy(m, beats, history.position), [m, beats, history.position]);
  return { menus, next, faults, groups, seen };
}

function deedsOf({ history }: Session, next: number | undefined, change: Change) {
  return {
    choose: (choice: number) => change((now) => attempt(now, choice), false),
    step: () => {
      if (next !== undefined) change((now) => step(now, next), false);
    },
    go: (to: number) => change((now) => act(now, { do: 'go', to }), to !== history.position + 1),
    scrub: (to: number) => change((now) => act(now, { do: 'go', to }), true),
    back: () => change((now) => act(now, { do: 'return' }), true),
    strike: () => change(strike, true),
    undo: () => change(undo, true),
    set: (name: string, value: number | boolean) => change((now) => reconfigure(now, name, value), true),
    open: (scenario: string) => change((now) => reopen(now, scenario), true),
    load: (run: Run, notice: string) => change((now) => openRun(now, run, notice, 'open the imported run'), true),
    show: (path: readonly number[], to: number, loop?: Loop) => change((now) => showPath(now, path, to, loop), true),
  };
}

/** Plays the log to its end, one tick at a time. Pressing Play at the end begins again. */
function usePlaying({ history: { position, attempts } }: Session, stepMs: number, change: Change) {
  const [playing, setPlaying] = useState(false);
  const atEnd = position >= attempts.length;
  const go = (to: number, still: boolean) => change((now) => act(now, { do: 'go', to }), still);
  useEffect(() => {
    if (!playing) return undefined;
    if (atEnd) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(position + 1, stepMs < STILL_BELOW_MS), stepMs);
    return () => clearTimeout(timer);
  }, [playing, position, atEnd, stepMs]);
  const play = () => {
    if (!playing && atEnd) go(0, true);
    setPlaying(!playing && attempts.length > 0);
  };
  return { playing, play, pause: () => setPlaying(false) };
}

/** Obeys a key; false when there is nothing for it to do, and the page may have it. */
export function obey(command: Command, { session, groups, helpOpen, does }: Player): boolean {
  const { position, attempts } = session.history;
  switch (command.does) {
    case 'back':
      does.go(position - 1);
      return true;
    case 'on':
      does.go(position + 1);
      return true;
    case 'start':
      does.go(0);
      return true;
    case 'end':
      does.go(attempts.length);
      return true;
    case 'play':
      does.play();
      return true;
    case 'strike':
      does.strike();
      return position > 0;
    case 'help':
      does.help();
      return true;
    case 'close':
      if (helpOpen) does.help();
      return helpOpen;
    case 'digit': {
      const keyed = groups.flatMap(({ open: shown }) => shown).find(({ digit }) => digit === command.digit);
      if (keyed) does.choose(keyed.offer.choice);
      return keyed !== undefined;
    }
  }
}
