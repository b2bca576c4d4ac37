import { describe, expect, it } from 'vitest';
import { runs as capabilitySpaceRuns } from '../../mechanisms/themelios/capability-space/runs.ts';
import { instanceOf, menuAt } from '../../engine/checker.ts';
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
  showPath,
  skip,
  undo,
  type Session,
} from './session.ts';
import { runOf } from './trace.ts';

const menus = (session: Session) => menuAt(session.m, frameNow(session).snapshot);
const step = (session: Session) => attempt(session, nextInstance(session, menus(session))!);

describe('a session', () => {
  it('opens one step before the end, and the next step tells what the scenario is about', () => {
    const opened = open(capabilitySpaceRuns, 'narrowing', 'tell');
    expect(opened.history.position).toBe(1);
    const told = step(opened);
    expect(frameNow(told).refusal?.because).toEqual(['no right is added']);
    expect(told.history.position).toBe(2);
  });

  it('changes no state by a refused attempt', () => {
    const opened = open(capabilitySpaceRuns, 'narrowing', 'tell');
    const use = instanceOf(opened.m, { use: { by: 0 } });
    const tried = attempt(opened, use);
    expect(frameNow(tried).snapshot).toBe(frameNow(opened).snapshot);
    expect(tried.history.attempts.map(({ refused }) => refused)).toEqual([false, true, true]);
  });

  it('moves in the picture what one step does or takes back, and nothing in a jump', () => {
    const orphan = open(capabilitySpaceRuns, 'orphan', 'tell');
    const to = (position: number) => act(orphan, { do: 'go', to: position });
    expect(moveBetween(to(1), to(2))).toBe('on');
    expect(moveBetween(to(2), to(1))).toBe('back');
    expect(moveBetween(to(2), to(2))).toBeUndefined();
    expect([moveBetween(to(0), to(2)), moveBetween(to(2), to(0))]).toEqual([undefined, undefined]);
  });

  it('moves nothing for a step that is refused or skipped, neither on nor back', () => {
    const before = open(capabilitySpaceRuns, 'narrowing', 'tell');
    const refused = step(before);
    expect([moveBetween(before, refused), moveBetween(refused, before)]).toEqual([undefined, undefined]);
    const skipped = skip(before);
    const start = act(skipped, { do: 'go', to: 0 });
    expect([moveBetween(start, skipped), moveBetween(skipped, start)]).toEqual([undefined, undefined]);
  });

  it('ends where a property breaks: Step has nothing more to enabledAction', () => {
    const broken = step(open(capabilitySpaceRuns, 'orphan', 'tell'));
    expect(frameNow(broken).snapshot.broken).toEqual(['revoke reaches every descendant']);
    expect(nextInstance(broken, menus(broken))).toBeUndefined();
  });

  it('replays a log under other settings: without the fault the same run breaks nothing', () => {
    const broken = step(open(capabilitySpaceRuns, 'orphan', 'tell'));
    const mended = reconfigure(broken, 'forgetsGrandchildren', false);
    expect(mended.history.attempts).toHaveLength(4);
    expect(frameNow(mended).snapshot.broken).toEqual([]);
    expect(mended.notice).toContain('replayed from the start, 4 steps');
  });

  it('replays by what a step means and not by its number, which other settings change', () => {
    const opened = open(capabilitySpaceRuns, 'orphan', 'tell');
    const wider = reconfigure(opened, 'slots', 5);
    expect(frameNow(wider).snapshot.says).toBe(frameNow(opened).snapshot.says);
    expect(wider.history.attempts.map(({ instance }) => instance)).not.toEqual(opened.history.attempts.map(({ instance }) => instance));
  });

  it('says which step stops a replay', () => {
    const narrower = reconfigure(open(capabilitySpaceRuns, 'orphan', 'tell'), 'slots', 2);
    expect(narrower.history.attempts).toHaveLength(2);
    expect(narrower.notice).toContain('step 3 of 4 stops it');
  });

  it('takes a refused step as done where a fault allows it', () => {
    const refused = step(open(capabilitySpaceRuns, 'narrowing', 'tell'));
    const allowed = reconfigure(refused, 'grantsMore', true);
    expect(frameNow(allowed).snapshot.broken).toEqual(['rights never grow down a derivation']);
  });

  it('loads a run that a search found, and stands at its end', () => {
    const opened = open(capabilitySpaceRuns, 'orphan', 'start');
    const loaded = loadPath(
      opened,
      opened.history.attempts.map(({ instance }) => instance),
    );
    expect(loaded.history.position).toBe(4);
    expect(act(loaded, { do: 'go', to: 2 }).history.position).toBe(2);
  });

  it('skips a step, replays the rest, and says what is no longer enabled', () => {
    const broken = step(open(capabilitySpaceRuns, 'orphan', 'tell'));
    const without = skip(act(broken, { do: 'go', to: 2 }));
    expect(without.frames.map(({ refusal, skipped }) => (skipped ? 'skipped' : refusal ? refusal.because[0] : 'done'))).toEqual([
      'done',
      'done',
      'skipped',
      'the source holds a capability',
      'done',
    ]);
    expect(without.notice).toBe('2 later steps replayed, 1 no longer enabled.');
    expect(without.frames.at(-1)?.snapshot.broken).toEqual([]);
    expect(runOf(without.frames, 3)).toEqual({
      log: [broken.history.attempts[0]!.instance, broken.history.attempts[3]!.instance],
      position: 1,
    });
  });

  it('puts a skipped step back, and undoes and redoes', () => {
    const broken = step(open(capabilitySpaceRuns, 'orphan', 'tell'));
    const without = skip(act(broken, { do: 'go', to: 2 }));
    expect(skip(without).frames.at(-1)?.snapshot.broken).toEqual(['revoke reaches every descendant']);
    const undone = undo(without);
    expect(undone.history.attempts).toEqual(broken.history.attempts);
    expect(undone.undo).toMatchObject({ what: 'skip step 2', isRedo: true });
    expect(undo(undone).history).toEqual(without.history);
  });

  it('keeps a step skipped under other settings', () => {
    const without = skip(act(step(open(capabilitySpaceRuns, 'orphan', 'tell')), { do: 'go', to: 3 }));
    const mended = reconfigure(without, 'forgetsGrandchildren', false);
    expect(mended.history.attempts.map(({ skipped }) => skipped === true)).toEqual([false, false, true, false]);
  });

  it('loses no run: whatever takes its place can be undone', () => {
    const opened = step(open(capabilitySpaceRuns, 'orphan', 'tell'));
    const other = openRun(opened, { config: { slots: 4 }, log: [], position: 0 }, 'Opened.', 'open the link');
    expect(other.m.config.slots).toBe(4);
    expect(undo(other)).toMatchObject({ history: opened.history, m: opened.m });
    expect(showPath(loadPath(opened, [1, 2]), [1, 2], 1).undo?.to.history).toEqual(opened.history);
  });
});
