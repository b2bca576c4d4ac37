/** The state of a player and everything that can be done to it; what is drawn follows from it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Mechanism } from '../../engine/model.ts';
import { menuAt } from '../../engine/run.ts';
import type { Command } from './keyboard.ts';
import { groupsOf } from './menu.ts';
import { act, attempt, beatNow, loadPath, nextChoice, open, reconfigure, type Session } from './session.ts';
import { speeds, STILL_BELOW_MS } from './Settings.tsx';
import { seenBy } from './trace.ts';
import { useCheck } from './useCheck.ts';

const USUAL_SPEED = 1;
const stepMsOf = (speed: number) => speeds[speed]?.stepMs ?? 1000;

/** Changes the session; `still` when it is not one step forward, because then nothing is tweened. */
type Change = (to: (now: Session) => Session, still: boolean) => void;

export type Player = ReturnType<typeof usePlayer>;

export function usePlayer(mechanism: Mechanism, first: string) {
  const [session, setSession] = useState(() => open(mechanism, first, 'tell'));
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
  const check = useCheck(session.m, ({ violation, deadlock }) => {
    const path = violation?.path ?? deadlock;
    if (path) byHand((now) => loadPath(now, path), true);
  });
  const does = { ...deedsOf(session, menu.next, byHand), play, setSpeed, help: () => setHelpOpen(!helpOpen) };
  return { session, beat: beatNow(session), ...menu, still, speed, helpOpen, playing, check, does };
}

/** What can happen where the reader stands, and what has been seen until there. */
function useMenu(session: Session) {
  const { m, history, beats } = session;
  const { moment } = beatNow(session);
  const menus = useMemo(() => menuAt(m, moment), [m, moment]);
  const next = nextChoice(session, menus);
  const groups = useMemo(() => groupsOf(menus, next), [menus, next]);
  const seen = useMemo(() => seenBy(m, beats, history.position), [m, beats, history.position]);
  return { menus, next, groups, seen };
}

function deedsOf({ m, history }: Session, next: number | undefined, change: Change) {
  const choose = (choice: number) => change((now) => attempt(now, choice), false);
  return {
    choose,
    step: () => {
      if (next !== undefined) choose(next);
    },
    go: (to: number) => change((now) => act(now, { do: 'go', to }), to !== history.position + 1),
    scrub: (to: number) => change((now) => act(now, { do: 'go', to }), true),
    back: () => change((now) => act(now, { do: 'return' }), true),
    set: (name: string, value: number | boolean) => change((now) => reconfigure(now, name, value), true),
    open: (scenario: string) => change(() => open(m.mechanism, scenario, 'start'), true),
    show: (path: readonly number[], to: number) => change((now) => act(loadPath(now, path), { do: 'go', to }), true),
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
