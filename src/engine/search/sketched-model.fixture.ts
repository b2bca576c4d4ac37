/** What a sketch means, as a mechanism of the engine. plain-search.fixture.ts says the same without the engine. */
import type fc from 'fast-check';
import type { Erased } from '../language/erased.ts';
import { mechanism, type Action, type Mechanism } from '../language/model.ts';
import { bool, id, oneOf, option, orderedTable, perId, queue, range, setOf, tuple, type Scalar } from '../language/schema.ts';
import { clear } from '../state/clear.ts';
import {
  CELLS,
  clauseHolds,
  COUNTS,
  MODES,
  NAMES,
  NONE,
  propertyHolds,
  someSketch,
  stir,
  type Field,
  type Kind,
  type Liveness,
  type Sketch,
  type SketchedAction,
  type SketchedProperty,
} from './sketch.fixture.ts';

const cell = id('cell');
const kinds: Readonly<Record<Kind, Scalar>> = { cell, bool, range: range(0, 2), set: setOf(cell), option: option(cell) };

const cells = mechanism({
  parameters: {},
  state: () => ({
    cells: orderedTable(cell, CELLS, { value: range(0, 2), marked: bool }),
    mode: oneOf(...MODES),
    count: range(0, COUNTS - 1),
    line: queue(cell, 2),
    trust: perId(cell, bool),
    told: setOf(cell),
    last: option(cell),
    pair: tuple({ who: cell, what: range(0, 2) }),
  }),
});

function look(s: Erased, field: Field): number {
  switch (field) {
    case 'cells':
      return s.cells.findIndex(({ value }: Erased) => value > 0) + (s.cells[1].marked ? 10 : 0);
    case 'mode':
      return MODES.indexOf(s.mode);
    case 'count':
      return s.count;
    case 'line':
      return s.line.length + (s.line.first?.value ?? NONE) + (s.line.has(s.cells[2]) ? 20 : 0);
    case 'trust':
      return s.trust.items.filter(Boolean).length + (s.trust.get(s.cells[1]) ? 5 : 0);
    case 'told':
      return s.told.size + (s.told.has(s.cells[2]) ? 5 : 0);
    case 'last':
      return s.last === null ? NONE + 2 : s.last.value + s.last.index * 3;
    case 'pair':
      return s.pair.who.index * 3 + s.pair.what;
  }
}

function act(s: Erased, field: Field, number: number): void {
  const row = s.cells[number % CELLS];
  switch (field) {
    case 'cells':
      row.value = (row.value + (number >> 3)) % 3;
      if (number % 4 === 0) clear(row);
      if (number % 5 === 0) row.marked = !row.marked;
      return;
    case 'mode':
      s.mode = MODES[(MODES.indexOf(s.mode) + 1 + (number % 2)) % MODES.length];
      return;
    case 'count':
      s.count = (s.count + 1 + (number % 7)) % COUNTS;
      return;
    case 'line':
      if (s.line.length === s.line.most) s.line.shift();
      if (number % 3 > 0) s.line.push(row);
      else s.line.remove(row);
      return;
    case 'trust':
      s.trust.set(row, !s.trust.get(row));
      return;
    case 'told':
      s.told = number % 5 === 0 ? s.told.none : s.told.has(row) ? s.told.without(row) : s.told.with(row);
      return;
    case 'last':
      s.last = s.last === null ? row : null;
      return;
    case 'pair':
      s.pair = { who: row, what: (s.pair.what + number) % 3 };
  }
}

/** The number of an argument. */
function numberOf(value: Erased): number {
  if (value === null) return NONE;
  if (typeof value !== 'object') return Number(value);
  return 'items' in value ? value.items.reduce((sum: number, item: Erased) => sum + (1 << item.index), 0) : value.index;
}

function actionOf({ kinds: of, clauses, effects, fair, fairFor }: SketchedAction): Action {
  const names = of.map((_, nth) => NAMES[nth]!);
  const own = of.indexOf('cell');
  return cells.action({
    says: 'Something happens.',
    args: Object.fromEntries(of.map((kind, nth) => [NAMES[nth]!, kinds[kind]])),
    when: Object.fromEntries(
      clauses.map((clause, nth) => [
        `clause ${nth}`,
        (args: Erased, s: Erased) =>
          clauseHolds(
            clause,
            (field) => look(s, field),
            (read) => (read < names.length ? numberOf(args[names[read]!]) : undefined),
          ),
      ]),
    ),
    then: (args: Erased, s: Erased) => {
      for (const { salt, does, isOwn } of effects) {
        act(s, does, names.reduce((sum, name) => stir(sum, numberOf(args[name])), salt) >> 2);
        if (isOwn && own >= 0) args[names[own]!].value = (args[names[own]!].value + 1) % 3;
      }
    },
    ...(fair && { fair, fairFor: fairFor.filter((nth) => nth < names.length).map((nth) => names[nth]!) as never[] }),
  }) as Action;
}

const named = <Of>(items: readonly Of[], name: string): [string, Of][] => items.map((item, nth) => [`${name} ${nth}`, item]);
const propertyOf = (property: SketchedProperty) => (s: Erased) => propertyHolds(property, (field) => look(s, field), 0);
const about = (property: SketchedProperty) => (told: Erased, s: Erased) =>
  propertyHolds(property, (field) => look(s, field), told.it?.index ?? 0);
const livenessOf = ({ isOfCells, once, leadsTo }: Liveness): Erased => ({
  ...(isOfCells && { of: cell }),
  ...(once && { once: about(once) }),
  leadsTo: about(leadsTo),
});

export function mechanismOf({ actions, always, sometimes, eventually, final }: Sketch): Mechanism {
  return cells.model({
    id: 'test/random',
    title: 'Random',
    actions: Object.fromEntries(named(actions.map(actionOf), 'action')),
    always: Object.fromEntries(named(always.map(propertyOf), 'always')),
    sometimes: Object.fromEntries(named(sometimes.map(propertyOf), 'sometimes')),
    eventually: Object.fromEntries(named(eventually.map(livenessOf), 'eventually')),
    ...(final && { final: propertyOf(final) }),
  });
}

/** At most four actions; the states can be many, so a search should have a limit. */
export const someMechanism: fc.Arbitrary<Mechanism> = someSketch.map(mechanismOf);
