/** A call of a command within the process of the tests, which starts no other. That a process ends likewise is told by `output.test.ts`. */
import { format } from 'node:util';
import { expect, vi } from 'vitest';
import { carryOut, type Command } from './command.ts';

/** What a command said, and the status that its process would end with. */
export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the command. No call may end in the stack of an error. */
export async function called(command: Command, ...args: string[]): Promise<Called> {
  const said = { out: '', err: '' };
  const out = vi.spyOn(console, 'log').mockImplementation((...it) => void (said.out += `${format(...it)}\n`));
  const err = vi.spyOn(console, 'error').mockImplementation((...it) => void (said.err += `${format(...it)}\n`));
  try {
    const status = await carryOut(command, args);
    expect(said.err).not.toMatch(/^\s+at /m);
    return { status, ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
