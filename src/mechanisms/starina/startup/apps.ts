/** What the picture of the start of the apps reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Start = StateOf<Model>;
export type App = Start['apps'][number];

export const appIs = ({ state }: App): string =>
  ({ listed: 'listed', exported: 'listed', queued: 'has a thread, waits', running: 'runs' })[state];

/** How far a need has come: declared, or met by a channel in the environment. */
export const needs = ({ needs: all, has }: App) => all.map((service) => ({ service, isMet: has.includes(service) }));

/** The apps that a channel of a client to a service leads to. */
const serversOf = ({ apps }: Start, client: number, service: number): readonly number[] =>
  apps.flatMap(({ exports, connects, serves }, i) =>
    exports === service && (connects.includes(client) || serves.includes(client)) ? [i] : [],
  );

/** Every channel between two apps, as who has which end. */
export const channelsOf = (now: Start) =>
  now.apps.flatMap(({ has }, from) => has.flatMap((service) => serversOf(now, from, service).map((to) => ({ from, to }))));

/** The apps that have a channel of which no server has, or will receive, the other end. */
export const lostOf = (now: Start): readonly number[] =>
  now.apps.flatMap(({ has }, from) => (has.some((service) => serversOf(now, from, service).length === 0) ? [from] : []));

/** The app to which the clients of a service go, if it is another than the one that has made its channel for it. */
export function rivalOf({ apps, services }: Start, server: number): number | null {
  const { exports, state } = apps[server]!;
  const leadsTo = exports === null || state === 'listed' ? server : services[exports]!.leadsTo;
  return leadsTo === server ? null : leadsTo;
}

const servicesOf = (all: readonly number[]) => `service${all.length > 1 ? 's' : ''} ${listed(all)}`;
const unmet = ({ needs: all, has }: App) => all.filter((service) => !has.includes(service));

export const bootIs = ({ boot, missing, inNeed }: Start): string => {
  if (boot !== 'stopped') return boot;
  return `stopped: app ${inNeed} needs ${missing === null ? 'a service that it does not name' : `service ${missing}, which is not there`}`;
};

export const words: View<Model>['words'] = {
  'no need is looked up before every export has its channel': ({ now }) => {
    const without = now.apps.flatMap(({ exports, state }, i) => (exports !== null && state === 'listed' ? [i] : []));
    return `A need was looked up, and the startup channel of app ${listed(without)} is not made yet.`;
  },
  'no app runs before every need of every app is met': ({ now }) => {
    const running = now.apps.flatMap(({ state }, i) => (state === 'running' ? [i] : []));
    const open = now.apps.flatMap((it, i) => (unmet(it).length > 0 ? [`app ${i} has no channel to ${servicesOf(unmet(it))}`] : []));
    return `App ${listed(running)} runs, and ${listed(open)}.`;
  },
  'a boot that stops names a service that nobody exports, and who needs it': ({ now }) =>
    now.missing === null
      ? `The boot has stopped for a need of app ${now.inNeed}, and does not say which service is missing.`
      : `The boot has stopped for service ${now.missing}, which an app exports.`,
  'a channel that an app was given has its other end with a server': ({ now, rows }) =>
    sentences(rows('app'), (it) => {
      const lost = now.apps[it]!.has.filter((service) => serversOf(now, it, service).length !== 1);
      return `App ${it} has a channel to ${servicesOf(lost)}, and no server has or will have its other end.`;
    }),
  'an exported service leads to the app that exports it': ({ now, rows }) =>
    sentences(rows('app'), (it) => {
      const service = now.apps[it]!.exports!;
      return `App ${it} exports service ${service}, and its clients go to app ${now.services[service]!.leadsTo}.`;
    }),
};
