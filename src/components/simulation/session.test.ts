import { describe, expect, it } from 'vitest';
import { capabilitySpace } from '../../models/themelios/capability-space.ts';
import { choiceOf, menuAt } from '../../engine/run.ts';
import { act, attempt, beatNow, loadPath, nextChoice, open, reconfigure, type Session } from './session.ts';

const menus = (session: Session) => menuAt(session.m, beatNow(session).moment);
const step = (session: Session) => attempt(session, nextChoice(session, menus(session))!);

describe('a session', () => {
  it('opens one step before the end, and the next step tells what the scenario is about', () => {
    const opened = open(capabilitySpace, 'narrowing', 'tell');
    expect(opened.history.position).toBe(1);
    const told = step(opened);
    expect(beatNow(told).refusal?.because).toEqual(['no right is added']);
    expect(told.history.position).toBe(2);
  });

  it('changes no state by a refused attempt', () => {
    const opened = open(capabilitySpace, 'narrowing', 'tell');
    const use = choiceOf(opened.m, { use: { by: 0 } });
    const tried = attempt(opened, use);
    expect(beatNow(tried).moment).toBe(beatNow(opened).moment);
    expect(tried.history.attempts.map(({ refused }) => refused)).toEqual([false, true, true]);
  });

  it('ends where a property breaks: Step has nothing more to offer', () => {
    const broken = step(open(capabilitySpace, 'orphan', 'tell'));
    expect(beatNow(broken).moment.broken).toEqual(['revoke reaches every descendant']);
    expect(nextChoice(broken, menus(broken))).toBeUndefined();
  });

  it('replays a log under other settings: without the fault the same run breaks nothing', () => {
    const broken = step(open(capabilitySpace, 'orphan', 'tell'));
    const mended = reconfigure(broken, 'forgetsGrandchildren', false);
    expect(mended.history.attempts).toHaveLength(4);
    expect(beatNow(mended).moment.broken).toEqual([]);
    expect(mended.notice).toContain('replayed from the start, 4 steps');
  });

  it('replays by what a step means and not by its number, which other settings change', () => {
    const opened = open(capabilitySpace, 'orphan', 'tell');
    const wider = reconfigure(opened, 'slots', 5);
    expect(beatNow(wider).moment.says).toBe(beatNow(opened).moment.says);
    expect(wider.history.attempts.map(({ choice }) => choice)).not.toEqual(opened.history.attempts.map(({ choice }) => choice));
  });

  it('says which step stops a replay', () => {
    const narrower = reconfigure(open(capabilitySpace, 'orphan', 'tell'), 'slots', 2);
    expect(narrower.history.attempts).toHaveLength(2);
    expect(narrower.notice).toContain('step 3 of 4 stops it');
  });

  it('takes a refused step as done where a fault allows it', () => {
    const refused = step(open(capabilitySpace, 'narrowing', 'tell'));
    const allowed = reconfigure(refused, 'grantsMore', true);
    expect(beatNow(allowed).moment.broken).toEqual(['rights never grow down a derivation']);
  });

  it('loads a run that a search found, and stands at its end', () => {
    const opened = open(capabilitySpace, 'orphan', 'start');
    const loaded = loadPath(
      opened,
      opened.history.attempts.map(({ choice }) => choice),
    );
    expect(loaded.history.position).toBe(4);
    expect(act(loaded, { do: 'go', to: 2 }).history.position).toBe(2);
  });
});
