/**
 * Sketches of small models without sense, as plain data: a state with a field of every kind, up to four actions, properties, fairness. What a
 * sketch means is written twice, for the engine (sketched-model.fixture.ts) and for a search that knows nothing of the engine
 * (plain-search.fixture.ts), and the two are compared. Imports nothing of the engine.
 */
// oxlint-disable-next-line no-restricted-imports -- only tests import this file
import fc from 'fast-check';

/** The parts of a state. `cells` is a table of three rows; `count` takes more than four bits. */
export const FIELDS = ['cells', 'mode', 'count', 'line', 'trust', 'told', 'last', 'pair'] as const;
export type Field = (typeof FIELDS)[number];
export const CELLS = 3;
export const MODES = ['off', 'on', 'stuck'] as const;
/** `count` is below this. */
export const COUNTS = 23;

export type Kind = 'cell' | 'bool' | 'range' | 'set' | 'option';
export const NAMES = ['a', 'b', 'c'] as const;

/** The number that stands for no row. */
export const NONE = 7;

export interface Clause {
  readonly salt: number;
  /** Which arguments it reads, in which order; it stops early now and then. */
  readonly reads: readonly number[];
  readonly looks: Field | 'nothing';
}
export interface Effect {
  readonly salt: number;
  readonly does: Field;
  /** Writes through the first argument that is a row, too. */
  readonly isOwn: boolean;
}
export interface SketchedAction {
  readonly kinds: readonly Kind[];
  readonly clauses: readonly Clause[];
  readonly effects: readonly Effect[];
  readonly fair: 'weak' | 'strong' | undefined;
  /** Which arguments it is fair for. */
  readonly fairFor: readonly number[];
}
/** Holds when a number that follows from one or two parts of the state, and a row, has no remainder but those below `holds`. */
export interface SketchedProperty {
  readonly salt: number;
  readonly looks: readonly Field[];
  readonly of: number;
  readonly holds: number;
}
export interface Liveness {
  readonly isOfCells: boolean;
  readonly once: SketchedProperty | undefined;
  readonly leadsTo: SketchedProperty;
}
export interface Sketch {
  readonly actions: readonly SketchedAction[];
  readonly always: readonly SketchedProperty[];
  readonly sometimes: readonly SketchedProperty[];
  readonly eventually: readonly Liveness[];
  readonly final: SketchedProperty | undefined;
}

export const stir = (a: number, b: number): number => (Math.imul(a + 1, 7919) ^ Math.imul(b + 3, 104_729)) >>> 1;

/** How many values an argument has. */
export const SIZES: Readonly<Record<Kind, number>> = { cell: CELLS, bool: 2, range: 3, set: 1 << CELLS, option: CELLS + 1 };

/** Whether a clause holds, told what it asks about: the number of a part of the state, and of an argument that there is. */
export function clauseHolds({ salt, reads, looks }: Clause, look: (field: Field) => number, argument: (nth: number) => number | undefined) {
  let number = looks === 'nothing' ? salt : stir(salt, look(looks));
  for (const read of reads) {
    const value = argument(read);
    if (value === undefined) continue;
    number = stir(number, value);
    if (number % 5 === 0) return false;
  }
  return number % 3 > 0;
}

export function propertyHolds({ salt, looks, of, holds }: SketchedProperty, look: (field: Field) => number, row: number): boolean {
  let number = stir(salt, row);
  for (const field of looks) {
    number = stir(number, look(field));
    if (number % 7 === 0) break;
  }
  return number % of < holds;
}

const salt = fc.nat(1000);
const someClause = fc.record({
  salt,
  reads: fc.array(fc.nat(2), { maxLength: 3 }),
  looks: fc.constantFrom<Field | 'nothing'>('nothing', ...FIELDS),
});
const someProperty = (of: number, holds: number) =>
  fc.record({
    salt,
    looks: fc.array(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 2 }),
    of: fc.constant(of),
    holds: fc.constant(holds),
  });
const someActionOn = (fields: readonly Field[]) =>
  fc.record({
    kinds: fc.array(fc.constantFrom<Kind>('cell', 'cell', 'bool', 'range', 'set', 'option'), { maxLength: 3 }),
    clauses: fc.array(someClause, { maxLength: 3 }),
    effects: fc
      .array(fc.record({ salt, does: fc.constantFrom(...fields), isOwn: fc.constant(false) }), { maxLength: 2 })
      .chain((effects) => fc.boolean().map((isOwn) => effects.map((effect) => ({ ...effect, isOwn: isOwn && fields.includes('cells') })))),
    fair: fc.constantFrom(undefined, 'weak' as const, 'strong' as const),
    fairFor: fc.uniqueArray(fc.nat(2), { maxLength: 1 }),
  });

/** Only some parts of the state change in each, so that many have few states. */
export const someSketch: fc.Arbitrary<Sketch> = fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 3 }).chain((fields) =>
  fc.record({
    actions: fc.array(someActionOn(fields), { minLength: 1, maxLength: 4 }),
    always: fc.array(someProperty(31, 30), { maxLength: 2 }),
    sometimes: fc.array(someProperty(5, 1), { maxLength: 2 }),
    eventually: fc.array(
      fc.record({ isOfCells: fc.boolean(), once: fc.option(someProperty(3, 1), { nil: undefined }), leadsTo: someProperty(5, 1) }),
      { maxLength: 2 },
    ),
    final: fc.option(someProperty(2, 1), { nil: undefined }),
  }),
);
