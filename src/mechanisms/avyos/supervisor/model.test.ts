import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const started = [0, 1, 2].map((it) => ({ start: { it } }));
const exit = (it: number, how: string) => [{ exit: { it, how } }, { reap: { it } }];
const end = (it: number, how: string) => [...exit(it, how), { handleExit: { it } }];
const fails = 'with a failure';

test.each([
  ['a clean end', 'cleanly', ['ended', 'restarting', 'ended']],
  ['a failure', fails, ['restarting', 'restarting', 'failed']],
])('after %s the policy decides: on-failure, always, never', (_, how, states) => {
  for (const [it, state] of states.entries()) {
    const { services } = stateAfter({}, ...started, ...end(it, how));
    expect(services).toMatchObject({ [it]: { state } });
  }
});

test('the failure after the last retry is final, and a clean end in between starts the count anew', () => {
  const again = [...end(1, fails), { restart: { it: 1 } }];
  expect(stateAfter({}, ...started, ...again, ...end(1, fails)).services).toMatchObject({ 1: { state: 'failed' } });
  const clean = [...end(1, 'cleanly'), { restart: { it: 1 } }];
  const between = stateAfter({}, ...started, ...again, ...clean, ...end(1, fails));
  expect(between.services).toMatchObject({ 1: { state: 'restarting', retries: 1 } });
});

test('while a restart is under way no other end is handled', () => {
  const steps = [...started, ...end(0, fails), ...exit(1, fails), { handleExit: { it: 1 } }];
  expect(() => stateAfter({}, ...steps)).toThrow('no restart is under way');
});

test('a stop alone holds, is no failure, and ends with a start', () => {
  const stopped = [...started, { terminate: { it: 1 } }, ...end(1, 'by SIGKILL')];
  expect(stateAfter({}, ...stopped).services).toMatchObject({ 1: { state: 'ended', retries: 0, byHand: true } });
  expect(stateAfter({}, ...stopped, { start: { it: 1 } }).services).toMatchObject({ 1: { state: 'started', byHand: false } });
  expect(() => stateAfter({}, ...stopped, { stop: {} }, { start: { it: 1 } })).toThrow('no stop of all has begun');
});

test('SIGKILL needs a SIGTERM before it', () => {
  expect(() => stateAfter({}, ...started, ...exit(1, 'by SIGKILL'))).toThrow('SIGKILL comes after SIGTERM');
});

test('as read upstream, one end is handled after a stop and no second', () => {
  const stops = [...started, { stop: {} }, { terminate: { it: 2 } }, { terminate: { it: 1 } }];
  const first = [...stops, ...end(1, 'cleanly'), { restart: { it: 1 } }];
  expect(stateAfter({ restartsAfterStop: true }, ...first).services).toMatchObject({ 1: { process: 'running' } });
  expect(() => stateAfter({ restartsAfterStop: true }, ...first, ...end(2, 'cleanly'))).toThrow('the supervisor is in its loop');
  expect(stateAfter({}, ...stops, ...end(1, 'cleanly'), ...end(2, 'cleanly')).services).toMatchObject({ 2: { state: 'ended' } });
});
