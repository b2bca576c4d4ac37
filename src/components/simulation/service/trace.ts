/** What a run of a service leaves behind: plain data, made in the sandbox and read on the page. */
import type { ErrorCode } from './starina.ts';

/** Who does something: the kernel at the start, the service, or a client by its letter. */
export type Party = 'kernel' | 'service' | 'A' | 'B';

/** A message, its channel told by the name of the end that it carries. */
export interface ToldMessage {
  readonly kind: 'Connect' | 'Open' | 'OpenReply' | 'Data' | 'Abort' | 'Error';
  readonly callId?: number | undefined;
  readonly uri?: string | undefined;
  readonly data?: string | undefined;
  readonly reason?: ErrorCode | undefined;
  /** The end whose handle it carries. */
  readonly carries?: string | undefined;
}

/** A call of the kernel, and what it gave. */
export interface Operation {
  readonly by: Party;
  readonly does: 'make' | 'send' | 'receive' | 'close';
  /** The end at which it is done, as `A.0`; of what is made, the first of the two. */
  readonly end: string;
  /** Of what is made: who holds each of the two. */
  readonly holders?: readonly [Party, Party] | undefined;
  /** What is sent or received; of a send that was refused, what was not sent. */
  readonly message?: ToldMessage | undefined;
  /** Undefined when it was done. */
  readonly error?: ErrorCode | undefined;
}

/** Something that may happen next. */
export interface Choice {
  /** What a schedule stores: a client by its letter, or an end at which the service is ready. */
  readonly id: string;
  readonly says: string;
}

/** One step of the world: a client does the next thing of its script, or the service handles one event. */
export interface Step {
  readonly choice: string;
  readonly by: Party;
  readonly says: string;
  readonly operations: readonly Operation[];
  /** What the service logged. */
  readonly log: readonly string[];
  /** What could have happened in its place. */
  readonly choices: readonly Choice[];
}

/** A rule that a run broke. */
export interface Violation {
  readonly rule: string;
  /** Which message, or which handle. */
  readonly says: string;
}

/** One run, from the start. */
export interface Run {
  /** The name that the service gave itself. */
  readonly name: string;
  /** Before the first step: what the kernel prepared, and what the service did in `init`. */
  readonly start: readonly Operation[];
  readonly startLog: readonly string[];
  readonly steps: readonly Step[];
  /** What may happen next; nothing when the run is at rest or broken. */
  readonly choices: readonly Choice[];
  readonly violation: Violation | undefined;
}
