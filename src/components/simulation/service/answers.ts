/** The answers of the sandbox about a service, taken for what they are: they may be wrong, but never of another shape or larger than a page can hold. */
import { count, flag, list, maybe, oneOf, record, text, whole, type Shape } from '../edit/sandbox/shapes.ts';
import type { Explored } from './explore.ts';
import { MOST_DEPTH } from './explore.ts';
import type { ExploreSlice, ToldService } from './protocol.ts';
import type { Choice, Operation, Party, Run, Step, ToldMessage, Violation } from './trace.ts';
import { MOST_STEPS } from './world.ts';

const name = text(60);
const sentence = text(6_000);
const party = oneOf<Party>(['kernel', 'service', 'A', 'B']);
/** An end is the name of its channel and which of the two it is. */
const end: Shape<string> = (value, at) => oneOf(typeof value === 'string' && /^[\w]{1,40}\.[01]$/.test(value) ? [value] : [])(value, at);
const MOST_OPERATIONS = 4_000;

const message = record<ToldMessage>({
  kind: oneOf(['Connect', 'Open', 'OpenReply', 'Data', 'Abort', 'Error']),
  callId: maybe(whole(0, 2 ** 32 - 1)),
  uri: maybe(text(200)),
  data: maybe(text(4_096)),
  reason: maybe(name as Shape<NonNullable<ToldMessage['reason']>>),
  carries: maybe(end),
});
const both: Shape<readonly [Party, Party]> = (value, at) => {
  const [first, second] = list(party, 2)(value, at);
  return [first ?? 'kernel', second ?? 'kernel'];
};
const operation = record<Operation>({
  by: party,
  does: oneOf(['make', 'send', 'receive', 'close']),
  end,
  holders: maybe(both),
  message: maybe(message),
  error: maybe(name as Shape<NonNullable<Operation['error']>>),
});
const choice = record<Choice>({ id: name, says: sentence });
const operations = list(operation, MOST_OPERATIONS);
const log = list(sentence, 500);
const violation = record<Violation>({ rule: text(200), says: sentence });

export const toldService = (value: unknown): ToldService => record<ToldService>({ name })(value, 'the service');

export const toldRun = (value: unknown): Run =>
  record<Run>({
    name,
    start: operations,
    startLog: log,
    steps: list(
      record<Step>({ choice: name, by: party, says: sentence, operations, log, choices: list(choice, 200) }),
      MOST_STEPS + MOST_DEPTH,
    ),
    choices: list(choice, 200),
    violation: maybe(violation),
  })(value, 'the run');

const found = record<NonNullable<Explored['found']>>({ schedule: list(name, MOST_STEPS), violation });

export const exploreSlice = (value: unknown): ExploreSlice =>
  record<ExploreSlice>({
    explored: record<Explored>({ states: count, steps: count, depth: count, ends: count, isWhole: flag, found: maybe(found) }),
    isDone: flag,
  })(value, 'what was explored');
