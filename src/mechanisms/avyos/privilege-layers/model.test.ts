import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { layerOf } from './model.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

const served = (by: number, what: string, as = by) => [{ ask: { by, what, as } }, { admit: { by } }, { act: { by } }];

test('the first is in the container, the last is a command, and those between are apps', () => {
  expect([0, 1, 2, 3].map((index) => layerOf(index, { programs: 4 }))).toEqual(['container', 'app', 'app', 'command']);
});

test.each([
  [0, 'input', false],
  [0, 'disk', false],
  [1, 'input', true],
  [1, 'disk', false],
  [2, 'input', true],
  [2, 'disk', true],
])('without a permission, the policy for program %i and %s: %s', (by, what, may) => {
  const run = () => stateAfter({}, ...served(by, what));
  if (may) expect(run().programs).toMatchObject({ [by]: { request: 'served', wants: what, lawful: true } });
  else expect(run).toThrow('the policy lets that program have the device');
});

test('the permission of the container is for input alone', () => {
  expect(stateAfter({}, { letContainer: {} }, ...served(0, 'input')).programs).toMatchObject({ 0: { request: 'served' } });
  expect(() => stateAfter({}, { letContainer: {} }, ...served(0, 'disk'))).toThrow('the policy lets that program have the device');
});

test('who names another is refused even where both may have the device', () => {
  expect(() => stateAfter({}, ...served(1, 'input', 2))).toThrow('the program is who it says');
  expect(() => stateAfter({}, ...served(2, 'input', 2).slice(0, 1), { refuse: { by: 2 } })).toThrow('it is not who it says, or may not');
});

test('the policy is asked about the program that is named, so a service that believes a name acts for its sake', () => {
  expect(stateAfter({ believes: true }, ...served(0, 'disk', 2)).programs).toMatchObject({ 0: { request: 'served', as: 2, lawful: true } });
  expect(() => stateAfter({ believes: true }, ...served(2, 'disk', 1))).toThrow('the policy lets that program have the device');
});

test('without the fault an impostor is refused for its name alone, which the policy would let through', () => {
  const { steps } = runs.scenarios['anyone']!;
  expect(() => stateAfter({}, ...steps)).toThrow('Refused: the program is who it says.');
});

test('a command has the rights of its user for a node, and no more', () => {
  expect(stateAfter({}, { touch: { by: 2, what: 'input' } }).programs).toMatchObject({ 2: { touched: 'input' } });
  expect(() => stateAfter({}, { touch: { by: 2, what: 'disk' } })).toThrow('its node is open to the user');
  expect(() => stateAfter({ noBorder: true }, { touch: { by: 0, what: 'disk' } })).toThrow('its node is open to the user');
});

test('a permission that is withdrawn sends back what was admitted, and leaves what was served', () => {
  const admitted = [{ letContainer: {} }, ...served(0, 'input').slice(0, 2)];
  expect(stateAfter({}, ...admitted, { shutContainer: {} }).programs).toMatchObject({ 0: { request: 'made' } });
  expect(stateAfter({}, ...admitted, { act: { by: 0 } }, { shutContainer: {} }).programs).toMatchObject({
    0: { request: 'served', lawful: true },
  });
});
