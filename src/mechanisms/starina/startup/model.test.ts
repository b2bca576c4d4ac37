import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

const stateAfter = (config: object, ...steps: object[]) => after(runs, steps, config).state;

/** App 0 needs service 0, and app 1, which comes later, exports it. */
const declared = [{ declareNeed: { it: 0, what: 0 } }, { declareExport: { it: 1, what: 0 } }, { boot: {} }];
const connected = [...declared, { makeChannel: { it: 1 } }, { lookUp: { it: 0, what: 0 } }];

test('a need becomes one end in the environment and the other in a Connect at the server', () => {
  expect(stateAfter({}, ...connected).apps).toMatchObject([{ has: [0] }, { connects: [0], serves: [] }, {}]);
});

test('nothing is declared once the boot has begun, and nobody exports twice', () => {
  expect(() => stateAfter({}, ...declared, { declareNeed: { it: 2, what: 0 } })).toThrow('the boot has not begun');
  expect(() => stateAfter({}, declared[1]!, { declareExport: { it: 1, what: 1 } })).toThrow('it exports nothing yet');
  expect(() => stateAfter({}, declared[1]!, { declareExport: { it: 2, what: 0 } })).toThrow('no other app exports it');
});

test('the threads are made in the order of the list, and none before the needs of its app are met', () => {
  expect(() => stateAfter({}, ...connected, { start: { it: 1 } })).toThrow('those before it in the list have their threads');
  expect(() => stateAfter({}, ...declared, { makeChannel: { it: 1 } }, { start: { it: 0 } })).toThrow(
    'each of its needs is in its environment',
  );
});

test('a stopped boot names the service and the app, and nothing happens after it', () => {
  const steps = [{ declareNeed: { it: 0, what: 1 } }, { boot: {} }, { lookUp: { it: 0, what: 1 } }];
  expect(stateAfter({}, ...steps)).toMatchObject({ boot: 'stopped', missing: 1, inNeed: 0 });
  expect(() => stateAfter({}, ...steps, { start: { it: 0 } })).toThrow('the boot is under way');
});

test('a boot that has stopped lets no app run, not even one that has its thread', () => {
  const steps = [{ declareNeed: { it: 1, what: 1 } }, { boot: {} }, { start: { it: 0 } }, { lookUp: { it: 1, what: 1 } }];
  expect(() => stateAfter({ runsAtOnce: true }, ...steps, { run: { it: 0 } })).toThrow('the boot has not stopped');
});

test('of two that export a service the later gets the Connect, wherever the client stands', () => {
  const two = [
    { declareExport: { it: 0, what: 0 } },
    { declareExport: { it: 2, what: 0 } },
    { declareNeed: { it: 0, what: 0 } },
    { boot: {} },
  ];
  const made = [...two, { makeChannel: { it: 0 } }, { makeChannel: { it: 2 } }, { lookUp: { it: 0, what: 0 } }];
  expect(stateAfter({ laterReplaces: true }, ...made).apps).toMatchObject([{ connects: [] }, {}, { connects: [0] }]);
});

test('a server receives its Connects in the order in which they were queued', () => {
  const steps = [
    ...[{ declareExport: { it: 2, what: 0 } }, { declareNeed: { it: 0, what: 0 } }, { declareNeed: { it: 1, what: 0 } }, { boot: {} }],
    ...[
      { makeChannel: { it: 2 } },
      { lookUp: { it: 0, what: 0 } },
      { start: { it: 0 } },
      { lookUp: { it: 1, what: 0 } },
      { start: { it: 1 } },
    ],
    ...[{ start: { it: 2 } }, { run: { it: 2 } }, { accept: { it: 2 } }],
  ];
  expect(stateAfter({}, ...steps).apps).toMatchObject([{}, {}, { connects: [1], serves: [0] }]);
});
