/** What a model may not have too many of: a sentence names the action and the argument. */
import { expect, test } from 'vitest';
import { mechanism } from '../language/model.ts';
import { bits, bool, option, range, type Scalar, type Schema } from '../language/schema.ts';
import { machine } from './machine.ts';

function machineWith(args: Readonly<Record<string, Scalar>>, fields: Schema = {}) {
  return () => {
    const wide = mechanism({ parameters: {}, state: () => ({ on: bool, ...fields }) });
    const go = wide.action({ says: 'It goes.', args, then: () => {} });
    return machine(wide.model({ id: 'test/wide', title: 'Wide', actions: { go }, always: {}, sometimes: {} }));
  };
}

test('F8: an action with too many candidates', () => {
  expect(machineWith({ to: range(0, 2 ** 20) })).toThrow("'go': its arguments have 1048577 combinations; at most 1048576 are tried.");
  expect(machineWith({ from: bits(11), to: bits(11) })).toThrow(
    "'go': its arguments have 4194304 combinations; at most 1048576 are tried.",
  );
  expect(machineWith({ to: range(0, 2 ** 16 - 1) })().instances).toBe(2 ** 16);
  expect(machineWith({ from: bits(6), to: bits(6) })().instances).toBe(2 ** 12);
});

test('F8: an option that is too wide', () => {
  expect(machineWith({ to: option(bits(31)) })).toThrow("'to' of 'go': an option of 2147483648 values; at most 65535 are allowed.");
  expect(machineWith({}, { last: option(range(0, 2 ** 30)) })).toThrow('an option of 1073741825 values');
  expect(machineWith({ to: option(bits(8)) })().instances).toBe(257);
});
