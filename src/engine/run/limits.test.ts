/** What a model may not have too many of: a sentence names the action and the argument. */
import { expect, test } from 'vitest';
import { mechanism } from '../language/model.ts';
import { bits, bool, option, range, type Scalar, type Schema } from '../language/schema.ts';
import { machine } from './machine.ts';

function machineWith(args: Readonly<Record<string, Scalar>>, fields: Schema = {}) {
  const wide = mechanism({ parameters: {}, state: () => ({ on: bool, ...fields }) });
  const go = wide.action({ says: 'It goes.', args, then: () => {} });
  return () => machine(wide.model({ id: 'test/wide', title: 'Wide', actions: { go }, always: {}, sometimes: {} }));
}

test('F8: an argument with too many values', () => {
  expect(machineWith({ to: range(0, 2 ** 16) })).toThrow(
    "The argument 'to' of the action 'go' has 65537 values, more than the 65536 that an argument may have.",
  );
  expect(machineWith({ to: bits(31) })).toThrow("The argument 'to' of the action 'go' has 2147483648 values");
  expect(machineWith({ to: range(0, 2 ** 16 - 1) })().instances).toBe(2 ** 16);
});

test('F8: an action with too many candidates', () => {
  expect(machineWith({ from: bits(11), to: bits(11) })).toThrow(
    "The arguments from, to of the action 'go' have more than 1048576 combinations. Give it arguments with fewer values.",
  );
  expect(machineWith({ from: bits(6), to: bits(6) })().instances).toBe(2 ** 12);
});

test('F8: an option that is too wide', () => {
  expect(machineWith({ to: option(bits(31)) })).toThrow(
    "The argument 'to' of the action 'go': An option of 2147483648 values is too wide: with no value there are at most 65536, which are listed.",
  );
  expect(machineWith({}, { last: option(range(0, 2 ** 30)) })).toThrow('An option of 1073741825 values is too wide');
  expect(machineWith({ to: option(bits(8)) })().instances).toBe(257);
});
