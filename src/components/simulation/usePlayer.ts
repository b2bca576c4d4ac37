/** The state of a player and everything that can be done to it; what is drawn follows from it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { menuAt } from '../../engine/checker.ts';
import { foundRun } from './FoundRun.tsx';
import type { Loop } from './history.ts';
import type { Command } from './keyboard.ts';
import { faultActions, groupsOf, type Keyed } from './menu.ts';
import {
  act,
  attempt,
  frameNow,
  loadPath,
  moveBetween,
  nextInstance,
  open,
  openRun,
  reconfigure,
  reopen,
  showPath,
  step,
  strike,
  undo,
  type Move,
  type Run,
  type Session,
} from './session.ts';
import { speeds, STILL_BELOW_MS } from './Settings.tsx';
import { openFragment, type AnswersFor } from './shared-link.ts';
import { seenBy } from './trace.ts';
import { useCheck } from './useCheck.ts';

const USUAL_SPEED = 1;
const stepMsOf = (speed: number) => speeds[speed]?.stepMs ?? 1000;

/** Changes the session; in a jump nothing moves in the picture, however near it goes. */
type Change = (to: (now: Session) => Session, how: 'step' | 'jump') => void;

export type Player = ReturnType<typeof usePlayer>;

export function usePlayer(mechanism: MechanismWithRuns, first: string, answers: AnswersFor) {
  const [{ session, move }, setShown] = useState<Shown>(() => {
    const opened = open(mechanism, first, 'tell');
    return { session: openFragment(opened, location.hash, answers) ?? opened, move: undefined };
  });
  const [speed, setSpeed] = useState(USUAL_SPEED);
  const [helpOpen, setHelpOpen] = useState(false);
  const change: Change = (to, how) =>
    setShown(({ session: now }) => {
      const next = to(now);
      return { session: next, move: how === 'step' ? moveBetween(now, next) : undefined };
    });
  const menu = useMenu(session);
  const stepMs = stepMsOf(speed);
  const { playing, play, pause } = usePlaying(session, stepMs, change);
  const byHand: Change = (to, how) => {
    pause();
    change(to, how);
  };
  useFragment((fragment) => byHand((now) => openFragment(now, fragment, answers) ?? now, 'jump'));
  const check = useCheck(session.m, (outcome) => {
    const run = foundRun(outcome);
    if (run) byHand((now) => loadPath(now, run.path, run.loop), 'jump');
  });
  const does = { ...deedsOf(menu.next, byHand), play, setSpeed, help: () => setHelpOpen(!helpOpen) };
  // Faster than it can be read aloud, the narration keeps silent until the run stands.
  const silent = playing && stepMs < STILL_BELOW_MS;
  return { session, frame: frameNow(session), ...menu, move, silent, speed, helpOpen, playing, check, does };
}

interface Shown {
  readonly session: Session;
  readonly move: Move;
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
  const { m, history, frames } = session;
  const { snapshot } = frameNow(session);
  const menus = useMemo(() => menuAt(m, snapshot), [m, snapshot]);
  const next = nextInstance(session, menus);
  const faults = useMemo(() => faultActions(m), [m]);
  const groups = useMemo(() => groupsOf(menus, next, faults), [menus, next, faults]);
  const seen = useMemo(() => seenBy(m, frames, history.position), [m, frames, history.position]);
  return { menus, next, faults, groups, seen };
}

function deedsOf(next: number | undefined, change: Change) {
  return {
    choose: (instance: number) => change((now) => attempt(now, instance), 'step'),
    step: () => {
      if (next !== undefined) change((now) => step(now, next), 'step');
    },
    go: (to: number) => change((now) => act(now, { do: 'go', to }), 'step'),
    scrub: (to: number) => change((now) => act(now, { do: 'go', to }), 'jump'),
    back: () => change((now) => act(now, { do: 'return' }), 'jump'),
    strike: () => change(strike, 'jump'),
    undo: () => change(undo, 'jump'),
    set: (name: string, value: number | boolean) => change((now) => reconfigure(now, name, value), 'jump'),
    open: (scenario: string) => change((now) => reopen(now, scenario), 'jump'),
    load: (run: Run, notice: string) => change((now) => openRun(now, run, notice, 'open the imported run'), 'jump'),
    show: (path: readonly number[], to: number, loop?: Loop) => change((now) => showPath(now, path, to, loop), 'jump'),
  };
}

/** Plays the log to its end, one tick at a time. Pressing Play at the end begins again. */
function usePlaying({ history: { position, attempts } }: Session, stepMs: number, change: Change) {
  const [playing, setPlaying] = useState(false);
  const atEnd = position >= attempts.length;
  const go = (to: number, how: 'step' | 'jump') => change((now) => act(now, { do: 'go', to }), how);
  useEffect(() => {
    if (!playing) return undefined;
    if (atEnd) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(position + 1, stepMs < STILL_BELOW_MS ? 'jump' : 'step'), stepMs);
    return () => clearTimeout(timer);
  }, [playing, position, atEnd, stepMs]);
  const play = () => {
    if (!playing && atEnd) go(0, 'jump');
    setPlaying(!playing && attempts.length > 0);
  };
  return { playing, play, pause: () => setPlaying(false) };
}

/** Obeys a key; false when there is nothing for it to do, and the page may have it. `keyed` are the actions that show a digit. */
export function obey(command: Command, { session, helpOpen, does }: Player, keyed: readonly Keyed[]): boolean {
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
      const meant = keyed.find(({ digit }) => digit === command.digit);
      if (meant) does.choose(meant.enabledAction.instance);
      return meant !== undefined;
    }
  }
}
