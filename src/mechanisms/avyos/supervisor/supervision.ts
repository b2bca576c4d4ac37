/** What the picture of the supervisor reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Supervision = StateOf<Model>;
export type Service = Supervision['services'][number];

/** The supervisor believes that a process runs. */
export const believesRunning = ({ state }: Service) => state === 'started' || state === 'signaled';

/** What is so and what is believed differ. */
const differs = (it: Service) => believesRunning(it) !== (it.process === 'running');

/** Where the news of an end is, between the process and the supervisor. */
export function gap({ services, ends }: Supervision, i: number): 'none' | 'not reaped yet' | 'in the channel' | 'lost' {
  const it = services[i]!;
  if (hasEnded(it)) return 'not reaped yet';
  if (ends.some(({ of }) => of === i)) return 'in the channel';
  return differs(it) ? 'lost' : 'none';
}

/** A zombie: its process has ended, and nobody has reaped it. */
export const hasEnded = ({ process }: Service) => process !== 'none' && process !== 'running';

/** What the supervisor believes, in words: whether it was told to stop alone, and whether SIGKILL is on its way to whatever runs. */
export const believedIs = ({ state, byHand, timer }: Service) =>
  `${state}${byHand ? ', stopped alone' : ''}${timer ? ', SIGKILL is due' : ''}`;

/** The services before one that were not started yet, and those behind one that still are. */
const notStartedBefore = ({ services }: Supervision, i: number) =>
  [...services.keys()].filter((it) => it < i && services[it]!.state === 'new');
const startedBehind = ({ services }: Supervision, i: number) =>
  [...services.keys()].filter((it) => it > i && services[it]!.state === 'started');

const failures = (count: number) => (count === 1 ? '1 failure' : `${count} failures`);

export const words: View<Model>['words'] = {
  'a service starts after all before it in the list': ({ now, rows }) =>
    sentences(rows('service'), (it) => `Service ${it} was started before service ${listed(notStartedBefore(now, it))}.`),
  'an end is never forgotten': ({ rows }) =>
    sentences(
      rows('service'),
      (it) => `The process of service ${it} has ended, no news of it is in the channel, and the supervisor believes that it runs.`,
    ),
  'only failures in a row end a service for good': ({ now: { services }, rows }) =>
    sentences(
      rows('service'),
      (it) =>
        `Service ${it} is given up at the retry ${services[it]!.retries}, after ${failures(services[it]!.inARow)} in a row: a clean end came between.`,
    ),
  'the stop goes through the list in reverse': ({ now, rows }) =>
    sentences(
      rows('service'),
      (it) => `Service ${it} is told to stop, and service ${listed(startedBehind(now, it))}, which comes after it, is still started.`,
    ),
  'a service that was stopped alone stays stopped': ({ rows }) =>
    sentences(rows('service'), (it) => `Service ${it} was stopped alone, nobody has asked to start it, and it runs again.`),
  'SIGKILL meets only a process that was sent SIGTERM': ({ rows }) =>
    sentences(rows('service'), (it) => `Service ${it} had been started anew, and SIGKILL of the stop before has ended its new process.`),
  'nothing starts once the stop has begun': ({ rows }) =>
    sentences(rows('service'), (it) => `The stop has begun, and service ${it} is about to be started again.`),
};

/** What the supervisor counts of a service; nothing while there is nothing to count. */
export function counted({ retries, inARow }: Service): string {
  if (retries === 0 && inARow === 0) return '';
  const tries = retries === 1 ? '1 retry' : `${retries} retries`;
  return retries === inARow ? `${tries}` : `${tries}, ${inARow} in a row`;
}
