/** What a call of a run is told as. */
import type { ChannelNow } from './against-model.ts';
import { placeSays } from './against-model.ts';
import { messageSays } from './client.ts';
import type { JudgedCall } from './judged.ts';
import type { Party } from './trace.ts';

const partySays = (party: string): string =>
  party === 'A' || party === 'B' ? `client ${party}` : party === 'kernel' ? 'the kernel' : 'the service';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who holds the other end: where a message goes. Undefined when nobody does. */
export function otherHolder(end: string, channels: readonly ChannelNow[]): Party | undefined {
  const [name, side] = [end.slice(0, -2), end.endsWith('1') ? 0 : 1];
  const holder = channels.find((it) => it.name === name)?.ends[side]?.holder;
  return holder === 'under way' || holder === 'closed' ? undefined : holder;
}

/** `Client A sends Data “one” at A.0, to the service.` */
export function callSays({ operation, channels }: JudgedCall): string {
  const { by, does, end, message, error } = operation;
  const who = capital(partySays(by));
  const tries = error === undefined ? '' : ' tries to';
  const verb = (plain: string) => (error === undefined ? `${plain}s` : plain);
  switch (does) {
    case 'make': {
      const name = end.slice(0, -2);
      const [first, second] = operation.holders ?? [by, by];
      const held = first === second ? `both held by ${partySays(first)}` : `held by ${partySays(first)} and ${partySays(second)}`;
      return `${who} makes the channel ${name}: its ends ${name}.0 and ${name}.1 are ${held}.`;
    }
    case 'send': {
      const to = otherHolder(end, channels);
      const moved = error === undefined && message?.carries !== undefined ? ` The handle of ${message.carries} moves with it.` : '';
      return `${who}${tries} ${verb('send')} ${messageSays(message!)} at ${end}${to && to !== by ? `, to ${partySays(to)}` : ''}.${moved}`;
    }
    case 'receive': {
      if (error !== undefined) return `${who} tries to receive at ${end}.`;
      const moved = message?.carries === undefined ? '' : ` It holds ${message.carries} now.`;
      return `${who} receives ${messageSays(message!)} at ${end}.${moved}`;
    }
    case 'close':
      return `${who}${tries} ${verb('close')} ${end}.`;
  }
}

/** What the model says of a call that was not done, or that it does not allow; undefined for any other. */
export function verdictSays({ operation: { error }, verdict: { is, because, possible, broken } }: JudgedCall): string | undefined {
  const instead = possible.length > 0 ? ` Possible there: ${possible.join(' ')}` : ' Possible there: nothing.';
  if (is === 'refused') return `Refused with ${error}. In the model this does not hold: ${because.join('; ')}.${instead}`;
  if (is === 'contradicted') {
    const model = because.length > 0 ? `in the model this does not hold: ${because.join('; ')}` : 'the model allows it';
    return `The run says ${error === undefined ? 'that this was done' : `${error}`}, and ${model}.${instead}`;
  }
  return broken.length > 0 ? `After it, this does not hold in the model: ${broken.join('; ')}.` : undefined;
}

/** Where an end is, for the table. */
export const holderSays = (holder: ChannelNow['ends'][number]['holder']): string => placeSays(holder).replace(/^held by /, '');
