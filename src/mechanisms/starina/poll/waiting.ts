/** What the picture of a poll reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Poll = StateOf<Model>;
type Channel = Poll['channels'][number];
type Thread = Poll['threads'][number];

export const isReady = ({ listened, messages }: Channel): boolean => listened && messages > 0;

const counted = (messages: number) => (messages === 1 ? '1 message' : `${messages || 'no'} messages`);

export const channelIs = (it: Channel): string => `${counted(it.messages)}, ${it.listened ? 'listened to' : 'not in the poll'}`;

export function threadIs({ state, told, secondTurn }: Thread): string {
  if (told !== null) return `told of channel ${told}`;
  return { running: 'runs', asleep: secondTurn ? 'sleeps, and has a turn left' : 'sleeps', woken: 'woken, will look again' }[state];
}

const sleepers = ({ threads }: Poll) => threads.flatMap(({ state }, i) => (state === 'asleep' ? [i] : []));

const threadsSleep = (asleep: readonly number[]) =>
  asleep.length > 1 ? `threads ${listed(asleep)} sleep` : `thread ${listed(asleep)} sleeps`;

export const words: View<Model>['words'] = {
  'an id stands in the ready queue at most once': ({ rows }) =>
    sentences(rows('channel'), (it) => `Channel ${it} stands in the ready queue twice.`),
  'what is reported was ready': ({ now, rows }) =>
    sentences(rows('thread'), (it) => `Thread ${it} was told of channel ${now.threads[it]!.told}, which had nothing to read.`),
  'a channel that is ready stands in the queue': ({ now, rows }) =>
    sentences(
      rows('channel'),
      (it) => `Channel ${it} has ${counted(now.channels[it]!.messages)} and does not stand in the queue, so no wait will find it.`,
    ),
  'a notification wakes one thread at most, and only for an event of interest': () =>
    'The last notification took a waiter too many out of the line: a second one, or one for an event that nobody listens for.',
  'nobody sleeps while a ready channel is seen to by nobody': ({ now, rows }) =>
    sentences(
      rows('channel'),
      (it) =>
        `Channel ${it} has ${counted(now.channels[it]!.messages)}; nobody was woken or told of it, and ${threadsSleep(sleepers(now))}.`,
    ),
};
