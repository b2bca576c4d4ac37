/**
 * The calls of a kernel that has nothing but channels: make, send, receive, close, as the model `starina/channel` has them without a fault. A
 * table of handles for each party; a refused send keeps its handles. Tests hold every call against that model.
 * Differs from Starina at 98dae3c as the model does, and in one thing more: an end that goes down with a queue is closed, so its peer is told.
 */
import { SysError, type ErrorCode } from './starina.ts';
import type { Operation, Party, ToldMessage } from './trace.ts';

interface End {
  readonly name: string;
  readonly peer: string;
  /** How many messages may wait at it. */
  readonly room: number;
  readonly queue: ToldMessage[];
  isOpen: boolean;
  /** In whose table its handle is; undefined while a message carries it, and when it is closed. */
  holder: Party | undefined;
}

export class Kernel {
  /** Every call, in order. */
  readonly operations: Operation[] = [];
  private readonly ends = new Map<string, End>();
  private readonly made = new Map<Party, number>();

  /** A pair of ends and who holds each; `name` is that of the channel. */
  make(by: Party, room: number, name = this.nameFor(by), holders: readonly [Party, Party] = [by, by]): readonly [string, string] {
    const [first, second] = [`${name}.0`, `${name}.1`];
    this.ends.set(first, { name: first, peer: second, room, queue: [], isOpen: true, holder: holders[0] });
    this.ends.set(second, { name: second, peer: first, room, queue: [], isOpen: true, holder: holders[1] });
    this.operations.push({ by, does: 'make', end: first, holders });
    return [first, second];
  }

  /** Why it is refused; undefined when it was sent. */
  send(by: Party, end: string, message: ToldMessage): ErrorCode | undefined {
    const error = this.refusal(by, end, message);
    if (error === undefined) {
      const { peer } = this.end(end);
      if (message.carries !== undefined) this.end(message.carries).holder = undefined;
      this.end(peer).queue.push(message);
    }
    this.operations.push({ by, does: 'send', end, message, error });
    return error;
  }

  receive(by: Party, end: string): ToldMessage | ErrorCode {
    const from = this.held(by, end);
    const message = from?.queue.shift();
    const error = from === undefined ? 'NotFound' : message ? undefined : this.end(from.peer).isOpen ? 'Empty' : 'NoPeer';
    if (message?.carries !== undefined) this.end(message.carries).holder = by;
    this.operations.push({ by, does: 'receive', end, message, error });
    return error ?? message!;
  }

  /** Closes an end; what waits there goes, and what that carries is closed. An end that is not held stays as it is. */
  close(by: Party, end: string): ErrorCode | undefined {
    const held = this.held(by, end);
    this.operations.push({ by, does: 'close', end, error: held ? undefined : 'NotFound' });
    if (!held) return 'NotFound';
    this.drop(held);
    return undefined;
  }

  /** The ends whose handles a party has, in the order in which they were made. */
  heldBy(party: Party): readonly string[] {
    return [...this.ends.values()].filter(({ holder }) => holder === party).map(({ name }) => name);
  }

  isHeld(by: Party, end: string): boolean {
    return this.held(by, end) !== undefined;
  }

  waitingAt(end: string): readonly ToldMessage[] {
    return this.end(end).queue;
  }

  peerOf(end: string): string {
    return this.end(end).peer;
  }

  isOpen(end: string): boolean {
    return this.end(end).isOpen;
  }

  hasRoom(end: string): boolean {
    const { queue, room } = this.end(end);
    return queue.length < room;
  }

  /** Whether a send is not refused for want of room. */
  isWritable(end: string): boolean {
    const { peer } = this.end(end);
    return !this.isOpen(peer) || this.hasRoom(peer);
  }

  private refusal(by: Party, end: string, { carries }: ToldMessage): ErrorCode | undefined {
    if (!this.isHeld(by, end)) return 'NotFound';
    if (carries !== undefined && !this.isHeld(by, carries)) return 'HandleNotMovable';
    const { peer } = this.end(end);
    if (!this.isOpen(peer)) return 'NoPeer';
    return this.hasRoom(peer) ? undefined : 'Full';
  }

  private drop(end: End): void {
    end.isOpen = false;
    end.holder = undefined;
    for (const { carries } of end.queue.splice(0)) if (carries !== undefined) this.drop(this.end(carries));
  }

  private held(by: Party, end: string): End | undefined {
    const found = this.ends.get(end);
    return found?.isOpen && found.holder === by ? found : undefined;
  }

  private end(name: string): End {
    const found = this.ends.get(name);
    if (!found) throw new SysError('NotFound');
    return found;
  }

  /** Counted for each party, so that a name does not depend on what others do meanwhile. */
  private nameFor(by: Party): string {
    const number = (this.made.get(by) ?? 0) + 1;
    this.made.set(by, number);
    return `${by === 'service' ? 's' : by.toLowerCase()}${number}`;
  }
}
