/** How a scalar becomes a small integer, its code, and back. */
import type { Erased } from '../language/erased.ts';
import type { Scalar, Tuple } from '../language/schema.ts';
import { setsOf, setsOfRows } from '../language/sets.ts';

export interface Codec {
  /** How many bits a code needs. */
  readonly bits: number;
  /** Codes go from 0 to `size - 1`. */
  readonly size: number;
  /** The value of code 0, when values are numbers; their code is `value - low`. */
  readonly low: number;
  /** Every value by its code; undefined when values are numbers. */
  readonly values: readonly unknown[] | undefined;
  /** -1 for what is no value of the kind. */
  readonly encode: (value: Erased) => number;
}

/** The rows of a kind; throws when there is no such table. */
export type RowsOf = (kind: string) => readonly { readonly index: number }[];

/** A message has a handful of fields; all its values are listed once, so that equal tuples are the same object. */
const MOST_TUPLES = 4096;

/** Every value of an option is listed. */
const MOST_OPTIONS = 1 << 16;

/** How many bits tell `size` things apart. */
export const bitsFor = (size: number): number => (size <= 1 ? 0 : 32 - Math.clz32(size - 1));

/** The value of a code. */
export const decode = ({ values, low }: Codec, code: number): Erased => (values === undefined ? code + low : values[code]);

/** Every value of a kind, by code. */
export const valuesOf = (codec: Codec): readonly unknown[] =>
  codec.values ?? Array.from({ length: codec.size }, (_, code) => codec.low + code);

/** The codecs of one state. Equal kinds share a codec, so that equal tuples and sets are one object wherever they stand. */
export function codecsFor(rowsOf: RowsOf): (kind: Scalar) => Codec {
  const codecs = new Map<string, Codec>();
  const codecOf = (kind: Scalar): Codec => {
    const key = JSON.stringify(kind);
    const codec = codecs.get(key) ?? codecFor(kind, rowsOf, codecOf);
    codecs.set(key, codec);
    return codec;
  };
  return codecOf;
}

function codecFor(kind: Scalar, rowsOf: RowsOf, codecOf: (kind: Scalar) => Codec): Codec {
  switch (kind.is) {
    case 'bool':
      return listed([false, true], (value) => (value === true ? 1 : value === false ? 0 : -1));
    case 'range':
      return numbers(kind.low, kind.high - kind.low + 1);
    case 'bits':
      return numbers(0, 2 ** kind.width);
    case 'oneOf':
      return listed(kind.names, placeIn(kind.names));
    case 'id': {
      const rows = rowsOf(kind.kind);
      return listed(rows, (value) => (value && rows[value.index] === value ? value.index : -1));
    }
    case 'option': {
      const of = codecOf(kind.of);
      if (of.size >= MOST_OPTIONS)
        throw new RangeError(
          `An option of ${of.size} values is too wide: with no value there are at most ${MOST_OPTIONS}, which are listed.`,
        );
      const codeOf = (value: Erased) => {
        const code = of.encode(value);
        return code < 0 ? -1 : code + 1;
      };
      return listed([null, ...valuesOf(of)], (value) => (value === null ? 0 : codeOf(value)));
    }
    case 'set': {
      const sets = kind.of.is === 'id' ? setsOfRows(rowsOf(kind.of.kind)) : setsOf(kind.of.names);
      return listed(sets, (value) => (value && sets[value.mask] === value ? value.mask : -1));
    }
    case 'tuple':
      return tuples(kind, codecOf);
  }
}

/** A loop, because `indexOf` compares strings by their letters and this compares the interned strings themselves. */
const placeIn = (names: readonly string[]) => (value: unknown) => {
  for (let place = 0; place < names.length; place++) if (names[place] === value) return place;
  return -1;
};

const listed = (values: readonly unknown[], encode: Codec['encode']): Codec => {
  return { bits: bitsFor(values.length), size: values.length, low: 0, values, encode };
};

function numbers(low: number, size: number): Codec {
  const encode = (value: Erased) => (Number.isInteger(value) && value >= low && value < low + size ? value - low : -1);
  return { bits: bitsFor(size), size, low, values: undefined, encode };
}

function tuples(kind: Tuple<Readonly<Record<string, Scalar>>>, codecOf: (kind: Scalar) => Codec): Codec {
  const parts = Object.entries(kind.fields).map(([name, of]) => ({ name, codec: codecOf(of) }));
  const size = parts.reduce((product, { codec }) => product * codec.size, 1);
  if (size > MOST_TUPLES)
    throw new RangeError(`A tuple of ${Object.keys(kind.fields).join(', ')} has ${size} values, more than ${MOST_TUPLES}.`);
  let values: Record<string, unknown>[] = [{}];
  for (const { name, codec } of parts) values = values.flatMap((value) => valuesOf(codec).map((of) => ({ ...value, [name]: of })));
  const encode = (value: Erased) => {
    let code = 0;
    for (const { name, codec } of parts) {
      const part = codec.encode(value?.[name]);
      if (part < 0) return -1;
      code = code * codec.size + part;
    }
    return code;
  };
  return listed(
    values.map((value) => Object.freeze(value)),
    encode,
  );
}
