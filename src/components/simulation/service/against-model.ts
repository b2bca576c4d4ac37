/**
 * A run of a service held against the model `starina/channel`, call by call: each channel is that model, its two ends and its queues. The run was
 * made beside a stranger's code, so the model is asked anew here, and a call that says otherwise is told as such.
 * What the model leaves out is put beside it: other channels. A handle that comes from another channel is put to the end that sends it.
 */
import { begin, follow, instanceOf, machine, menuAt, type Machine, type Refusal, type Snapshot } from '../../../engine/checker.ts';
import type { Mechanism } from '../../../engine/language.ts';
import { model } from '../../../mechanisms/starina/channel/model.ts';
import type { Operation, Party, ToldMessage } from './trace.ts';

/** As many handles as can be under way on one channel, and two at rest. */
const HANDLES = 8;
const ROOM = { startup: 2 };

/** The model as it is, with room for more handles than a picture has. */
const wide: Mechanism = {
  ...model,
  parameters: { ...model.parameters, handles: { least: 1, most: HANDLES, default: HANDLES } },
};

/** What the model says of one call. */
export interface Verdict {
  /** It was done, the model refuses it as the kernel did, or the two say different things. */
  readonly is: 'done' | 'refused' | 'contradicted';
  /** The conditions of the model that do not hold, or where the handle is. */
  readonly because: readonly string[];
  /** What the model allows at this end then. */
  readonly possible: readonly string[];
  /** The model's rules that do not hold after it. */
  readonly broken: readonly string[];
}

/** A channel after a call: for each end who holds it and what waits there, the oldest first. */
export interface ChannelNow {
  readonly name: string;
  readonly ends: readonly { readonly holder: Holder; readonly waiting: readonly ToldMessage[] }[];
}
export type Holder = Party | 'under way' | 'closed';

interface Told {
  readonly verdict: Verdict;
  readonly channels: readonly ChannelNow[];
}

interface Line {
  readonly m: Machine;
  now: Snapshot;
  /** For each handle of the model, the end that it stands for. */
  readonly slots: (string | undefined)[];
  /** What waits at each end. */
  readonly waiting: readonly [ToldMessage[], ToldMessage[]];
}

type Side = 0 | 1;
const channelOf = (end: string): string => end.slice(0, -2);
const sideOf = (end: string): Side => (end.endsWith('1') ? 1 : 0);
const DONE: Verdict = { is: 'done', because: [], possible: [], broken: [] };

export class AgainstModel {
  private readonly room: number;
  private readonly lines = new Map<string, Line>();
  private readonly holders = new Map<string, Holder>();

  /** `room`: of every queue but those of the startup channel. */
  constructor(room: number) {
    this.room = room;
  }

  /** Throws a RangeError for a call on a channel that was never made. */
  take(operation: Operation): Told {
    const verdict = operation.does === 'make' ? this.make(operation) : this.verdictOf(operation);
    return { verdict, channels: this.channels() };
  }

  private make({ end, holders = ['kernel', 'kernel'] }: Operation): Verdict {
    const name = channelOf(end);
    const m = machine(wide, { room: name === 'startup' ? ROOM.startup : this.room, handles: HANDLES });
    this.lines.set(name, { m, now: begin(m), slots: Array.from({ length: HANDLES }, () => undefined), waiting: [[], []] });
    for (const side of [0, 1] as const) this.holders.set(`${name}.${side}`, holders[side]);
    return DONE;
  }

  private verdictOf(operation: Operation): Verdict {
    const { by, does, end, message, error } = operation;
    const line = this.line(end);
    const holder = this.holders.get(end);
    if (holder !== by && holder !== 'closed')
      return {
        ...this.judged(operation, line, line.now, [`its handle is in exactly one place: ${end} is ${placeSays(holder)}`]),
        possible: [],
      };
    if (does === 'send' && message?.carries !== undefined) this.place(line, sideOf(end), by, message.carries);
    const after = this.stepOf(operation, line);
    if ('because' in after) return this.judged(operation, line, line.now, after.because);
    const verdict = this.judged(operation, line, after, []);
    if (verdict.is === 'done' || (does === 'receive' && error === 'NoPeer')) this.follow(operation, line, after);
    return verdict;
  }

  /** What the model makes of the call: the next state, or the conditions that do not hold. */
  private stepOf({ does, end, message, error }: Operation, line: Line): Snapshot | Refusal {
    const by = sideOf(end);
    const carries = message?.carries === undefined ? [] : [line.slots.indexOf(message.carries)];
    const step =
      does === 'send' ? { send: { by, carries } } : does === 'close' ? { close: { by } } : error === 'NoPeer' ? { learnNoPeer: { by } } : { receive: { by } }; // prettier-ignore
    return follow(line.m, line.now, instanceOf(line.m, step));
  }

  /** Holds what the kernel said against what the model says. */
  private judged({ does, end, message, error }: Operation, line: Line, after: Snapshot, because: readonly string[]): Verdict {
    const wasDone = error === undefined || (does === 'receive' && error === 'NoPeer' && because.length === 0);
    const isOldest = does !== 'receive' || error !== undefined || same(line.waiting[sideOf(end)][0], message);
    const says = because.length > 0 ? because : isOldest ? [] : ['a receive takes the oldest message'];
    const agrees = wasDone === (says.length === 0) && (error === undefined || wasDone || says.some((it) => explains(it, error)));
    if (!agrees) return { is: 'contradicted', because: says, possible: this.possible(end), broken: [] };
    if (error === undefined) return { ...DONE, broken: after.broken };
    return {
      is: 'refused',
      because: says.length > 0 ? says : ['the peer is closed, and nothing is queued'],
      possible: this.possible(end),
      broken: [],
    };
  }

  private follow({ by, does, end, message }: Operation, line: Line, after: Snapshot): void {
    const side = sideOf(end);
    line.now = after; // before what goes with a closed end: a channel can carry, by way of another, its own
    if (does === 'send') {
      line.waiting[side === 0 ? 1 : 0].push(message!);
      if (message?.carries !== undefined) this.holders.set(message.carries, 'under way');
    } else if (does === 'receive') {
      if (line.waiting[side].shift()?.carries !== undefined) this.holders.set(message!.carries!, by);
    } else this.closed(end, line);
  }

  /** What waits at an end goes with it, and so do the ends that it carries. */
  private closed(end: string, line: Line): void {
    this.holders.set(end, 'closed');
    for (const { carries } of line.waiting[sideOf(end)].splice(0)) {
      if (carries === undefined) continue;
      const other = this.line(carries);
      const after = this.stepOf({ by: 'kernel', does: 'close', end: carries }, other);
      if ('words' in after) this.follow({ by: 'kernel', does: 'close', end: carries }, other, after);
    }
  }

  /** Gives the handle a place in the model of this channel: at the end that sends it if its holder does so, else at the other. */
  private place(line: Line, side: Side, by: Party, handle: string): void {
    const { m, now, slots } = line;
    m.words.set(now.words);
    const rows = m.state.handles as { holder: unknown; unread: boolean }[];
    const isUnderWay = ({ holder, unread }: (typeof rows)[number]) => holder === null && !unread;
    const known = slots.indexOf(handle);
    const slot = known >= 0 ? known : slots.findIndex((it, i) => it === undefined || !isUnderWay(rows[i]!));
    slots[slot] = handle;
    if (known >= 0 && isUnderWay(rows[slot]!)) return;
    rows[slot]!.unread = false;
    rows[slot]!.holder = m.state.ends[this.holders.get(handle) === by ? side : 1 - side];
    line.now = { ...now, words: m.words.slice() };
  }

  /** At an end, what it sends told without handles. */
  private possible(end: string): readonly string[] {
    const { m, now } = this.line(end);
    return menuAt(m, now).flatMap(({ enabled }) =>
      enabled
        .filter(({ args }) => args['by'] === sideOf(end) && (args['carries'] === undefined || (args['carries'] as unknown[]).length === 0))
        .filter(({ action }) => action !== 'receiveInVain')
        .map(({ says }) => says.replace(`end ${sideOf(end)}`, end).replace('carries nothing', 'carries no handle')),
    );
  }

  private channels(): readonly ChannelNow[] {
    return [...this.lines].map(([name, { waiting }]) => ({
      name,
      ends: waiting.map((messages, side) => ({ holder: this.holders.get(`${name}.${side}`)!, waiting: messages.slice() })),
    }));
  }

  private line(end: string): Line {
    const found = this.lines.get(channelOf(end));
    if (!found) throw new RangeError(`There is no channel of ${end}.`);
    return found;
  }
}

const same = (a: ToldMessage | undefined, b: ToldMessage | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a condition of the model is what an error code stands for: its sentence names the code, or the end is gone. */
const explains = (because: string, error: string): boolean => because.includes(error) || (error === 'NotFound' && /open|exactly one place/.test(because)); // prettier-ignore

export const placeSays = (holder: Holder | undefined): string =>
  holder === 'closed' ? 'closed' : holder === 'under way' ? 'in a message that is under way' : `held by ${holder === 'A' || holder === 'B' ? 'client ' : 'the '}${holder ?? 'nobody'}`; // prettier-ignore
