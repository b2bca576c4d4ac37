/** What the picture of the supervisor reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { explained, type Claims } from '../../../drawing/claims.ts';
import { listed } from '../../../drawing/words.ts';

export interface Service {
  readonly policy: 'on-failure' | 'always' | 'never';
  readonly state: 'new' | 'started' | 'restarting' | 'signaled' | 'ended' | 'failed';
  readonly process: 'none' | 'running' | 'zombie';
  readonly end: 'cleanly' | 'with a failure';
  readonly retries: number;
  readonly inARow: number;
}
export interface End {
  readonly of: number;
  readonly how: Service['end'];
}
export interface Supervision {
  readonly stopping: boolean;
  readonly services: readonly Service[];
  readonly ends: readonly End[];
}

/** A plain state has lost its type on the way out of the engine; the supervision's schema vouches for it. */
export const supervisionIn = (state: PlainState) => state as unknown as Supervision;

/** The supervisor believes that a process runs. */
export const believesRunning = ({ state }: Service) => state === 'started' || state === 'signaled';

/** What is so and what is believed differ. */
const differs = (it: Service) => believesRunning(it) !== (it.process === 'running');

/** Where the news of an end is, between the process and the supervisor. */
export function gap({ services, ends }: Supervision, i: number): 'none' | 'not reaped yet' | 'in the channel' | 'lost' {
  const it = services[i]!;
  if (it.process === 'zombie') return 'not reaped yet';
  if (ends.some(({ of }) => of === i)) return 'in the channel';
  return differs(it) ? 'lost' : 'none';
}

/** Of a process, as a clause. */
export const processIs = ({ process, end }: Service) => (process === 'zombie' ? `ended ${end}` : process === 'none' ? 'none' : 'running');

const those = ({ services }: Supervision, wanted: (it: Service, i: number) => boolean) =>
  [...services.keys()].filter((i) => wanted(services[i]!, i));
const earlier = ({ services }: Supervision, i: number) =>
  [...services.keys()].filter((each) => each < i && services[each]!.state === 'new');
const later = ({ services }: Supervision, i: number) =>
  [...services.keys()].filter((each) => each > i && services[each]!.state === 'started');

const failures = (count: number) => (count === 1 ? '1 failure' : `${count} failures`);

const rules: Claims<Supervision> = {
  'a service starts after all before it in the list': {
    by: (s) => those(s, ({ state }, i) => state !== 'new' && earlier(s, i).length > 0),
    says: (s, it) => `Service ${it} was started before service ${listed(earlier(s, it))}.`,
  },
  'an end is never forgotten': {
    by: (s) => those(s, ({ state, process }, i) => state === 'started' && process === 'none' && gap(s, i) === 'lost'),
    says: (_, it) => `The process of service ${it} has ended, no news of it is in the channel, and the supervisor believes that it runs.`,
  },
  'only failures in a row end a service for good': {
    by: (s) => those(s, ({ state, policy, inARow, retries }) => state === 'failed' && policy !== 'never' && inARow < retries),
    says: ({ services }, it) =>
      `Service ${it} is given up at the retry ${services[it]!.retries}, after ${failures(services[it]!.inARow)} in a row: a clean end came between.`,
  },
  'the stop goes through the list in reverse': {
    by: (s) => those(s, ({ state }, i) => state === 'signaled' && later(s, i).length > 0),
    says: (s, it) => `Service ${it} is told to stop, and service ${listed(later(s, it))}, which comes after it, is still started.`,
  },
  'nothing starts once the stop has begun': {
    by: (s) => (s.stopping ? those(s, ({ state }) => state === 'restarting') : []),
    says: (_, it) => `The stop has begun, and service ${it} is about to be started again.`,
  },
  'a service that fails runs again or is given up': {
    by: (s) =>
      those(s, ({ process, end }, i) => (process === 'zombie' ? end : s.ends.find(({ of }) => of === i)?.how) === 'with a failure'),
    says: (_, it) => `Service ${it} has failed, and the supervisor never hears of it.`,
  },
};

/** The services that break any of the sentences. */
export const blamed = (s: Supervision, broken: readonly string[]) => broken.flatMap((rule) => rules[rule]?.by(s) ?? []);

export const explain = (rule: string, s: Supervision): string | undefined => explained(rules, rule, s);

/** What the supervisor counts of a service; nothing while there is nothing to count. */
export function counted({ retries, inARow }: Service): string {
  if (retries === 0 && inARow === 0) return '';
  const tries = retries === 1 ? '1 retry' : `${retries} retries`;
  return retries === inARow ? `${tries}` : `${tries}, ${inARow} in a row`;
}
