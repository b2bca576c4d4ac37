/** The state of a player and everything that can be done to it; what is drawn follows from it. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { menuAt } from '../../engine/checker.ts';
import type { Asked } from './asked.ts';
import type { MachineWithRuns, Outcome } from './check.ts';
import { foundRun } from './found-run.ts';
import type { Loop } from './history.ts';
import type { Command } from './keyboard.ts';
import { faultActions, groupsOf, type Keyed } from './menu.ts';
import { whenTold } from './not-told.ts';
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
  skip,
  startOver,
  undo,
  type Move,
  type Run,
  type Session,
} from './session.ts';
import { speeds, STILL_BELOW_MS } from './speeds.ts';
import { openFragment, type AnswersFor } from './shared-link.ts';
import { seenBy } from './trace.ts';
import { useAddress } from './useAddress.ts';
import { useCheck } from './useCheck.ts';

const USUAL_SPEED = 1;
const stepMsOf = (speed: number) => speeds[speed]?.stepMs ?? 1000;

/** Changes the session; in a jump nothing moves in the picture, however near it goes. */
type Change = (to: (now: Session) => Session, how: 'step' | 'jump') => void;

export type Player = ReturnType<typeof usePlayer>;
export type PlayerMenu = ReturnType<typeof useMenu>;

/** What somebody around the player hears of it. */
export interface Heard {
  /** Where the reader stands, at first and whenever that changes. */
  readonly moment: (session: Session) => void;
  /** A check of this machine has ended. */
  readonly verdict?: (m: MachineWithRuns, outcome: Outcome) => void;
}

/** What a player is given by what is around it. */
export interface Around {
  /** Undefined where the address of the page is nothing of the player's: it is then neither read nor changed. */
  readonly answers: AnswersFor | undefined;
  readonly asked?: Asked | undefined;
  readonly heard?: Heard | undefined;
}

export function usePlayer(mechanism: MechanismWithRuns, first: string, { answers, asked, heard }: Around) {
  const [{ session, left, move }, setShown] = useState<Shown>(() => {
    const opened = asked ? asked.begin(mechanism) : open(mechanism, first, 'tell');
    const session = (answers && openFragment(opened, location.hash, answers)) ?? opened;
    return { session, left: session, move: undefined };
  });
  const [speed, setSpeed] = useState(USUAL_SPEED);
  const [helpOpen, setHelpOpen] = useState(false);
  const change: Change = (to, how) =>
    whenTold(() =>
      setShown(({ session: now }) => {
        const next = to(now);
        return { session: next, left: now, move: how === 'step' ? moveBetween(now, next) : undefined };
      }),
    );
  const all = useMenu(session);
  const menu = asked ? asked.menu(all, session) : all;
  useEffect(() => heard?.moment(session), [heard, session]);
  const stepMs = stepMsOf(speed);
  const { playing, play, pause } = usePlaying(session, stepMs, change);
  const byHand: Change = (to, how) => {
    pause();
    change(to, how);
  };
  useFragment((fragment) => answers && byHand((now) => openFragment(now, fragment, answers) ?? now, 'jump'));
  const check = useCheck(session.m, (outcome) => {
    const run = foundRun(outcome);
    heard?.verdict?.(session.m, outcome);
    if (run) byHand((now) => loadPath(now, run.path, run.loop), 'jump');
  });
  const actions = { ...actionsOf(menu.next, byHand), play, setSpeed, help: () => setHelpOpen(!helpOpen) };
  // Faster than it can be read aloud, the narration keeps silent until the run stands.
  const silent = playing && stepMs < STILL_BELOW_MS;
  const isLinked = answers !== undefined;
  useAddress(session, isLinked);
  return { session, left, frame: frameNow(session), ...menu, move, silent, speed, helpOpen, playing, check, actions, isLinked };
}

interface Shown {
  readonly session: Session;
  /** The one before it. */
  readonly left: Session;
  readonly move: Move;
}

/** A link to this page that is opened in this page changes nothing but the fragment. */
function useFragment(opened: (fragment: string) => void): void {
  const latest = useLatest(opened);
  useEffect(() => {
    const changed = () => latest.current(location.hash);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, [latest]);
}

/** A value as it was drawn last, for a listener or a timer that outlives a drawing. */
function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
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

function actionsOf(next: number | undefined, change: Change) {
  return {
    choose: (instance: number) => change((now) => attempt(now, instance), 'step'),
    step: () => {
      if (next !== undefined) change((now) => step(now, next), 'step');
    },
    go: (to: number) => change((now) => act(now, { do: 'go', to }), 'step'),
    scrub: (to: number) => change((now) => act(now, { do: 'go', to }), 'jump'),
    back: () => change((now) => act(now, { do: 'return' }), 'jump'),
    skip: () => change(skip, 'jump'),
    undo: () => change(undo, 'jump'),
    set: (name: string, value: number | boolean) => change((now) => reconfigure(now, name, value), 'jump'),
    open: (scenario: string) => change((now) => reopen(now, scenario), 'jump'),
    startOver: () => change(startOver, 'jump'),
    load: (run: Run, notice: string) =>
      change((now) => openRun(now, run, notice, 'open the imported run', 'The run that was imported'), 'jump'),
    show: (path: readonly number[], to: number, loop?: Loop) => change((now) => showPath(now, path, to, loop), 'jump'),
  };
}

/** Plays the log to its end, one step at a time. Pressing Play at the end begins again. */
function usePlaying({ history: { position, attempts } }: Session, stepMs: number, change: Change) {
  const [playing, setPlaying] = useState(false);
  const atEnd = position >= attempts.length;
  const latest = useLatest(change);
  const go = useCallback((to: number, how: 'step' | 'jump') => latest.current((now) => act(now, { do: 'go', to }), how), [latest]);
  useEffect(() => {
    if (!playing) return undefined;
    if (atEnd) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(position + 1, stepMs < STILL_BELOW_MS ? 'jump' : 'step'), stepMs);
    return () => clearTimeout(timer);
  }, [playing, position, atEnd, stepMs, go]);
  const play = () => {
    if (!playing && atEnd) go(0, 'jump');
    setPlaying(!playing && attempts.length > 0);
  };
  return { playing, play, pause: () => setPlaying(false) };
}

/** Obeys a key; false when there is nothing for it to do, and the page may have it. `keyed` are the actions that show a digit. */
export function dispatch(
  command: Exclude<Command, { do: 'part' }>,
  { session, helpOpen, actions }: Player,
  keyed: readonly Keyed[],
): boolean {
  const { position, attempts } = session.history;
  switch (command.do) {
    case 'back':
      actions.go(position - 1);
      return true;
    case 'on':
      actions.go(position + 1);
      return true;
    case 'start':
      actions.go(0);
      return true;
    case 'end':
      actions.go(attempts.length);
      return true;
    case 'play':
      actions.play();
      return true;
    case 'skip':
      actions.skip();
      return position > 0;
    case 'help':
      actions.help();
      return true;
    case 'close':
      if (helpOpen) actions.help();
      return helpOpen;
    case 'digit': {
      const meant = keyed.find(({ digit }) => digit === command.digit);
      if (meant) actions.choose(meant.enabledAction.instance);
      return meant !== undefined;
    }
  }
}
