/** Shapes of data that a stranger made: each takes anything and returns it as what it is, or throws a sentence. Nothing unknown is passed on. */
import { SandboxError } from './sandbox.ts';

export type Shape<Of> = (value: unknown, at: string) => Of;

function refuse(at: string, wanted: string): never {
  throw new SandboxError(`The sandbox answered what is no answer: ${at} is not ${wanted}.`);
}

export const flag: Shape<boolean> = (value, at) => (typeof value === 'boolean' ? value : refuse(at, 'yes or no'));

/** An integer within these bounds. */
export const whole =
  (least: number, most: number): Shape<number> =>
  (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse(at, `an integer from ${least} to ${most}`);

export const count = whole(0, Number.MAX_SAFE_INTEGER);

export const milliseconds: Shape<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(at, 'a time');

export const text =
  (most: number): Shape<string> =>
  (value, at) =>
    typeof value === 'string' && value.length <= most ? value : refuse(at, `a text of at most ${most} characters`);

export const oneOf =
  <Word extends string>(words: readonly Word[]): Shape<Word> =>
  (value, at) =>
    words.find((word) => word === value) ?? refuse(at, `one of ${words.length} known words`);

export const list =
  <Of>(of: Shape<Of>, most: number): Shape<Of[]> =>
  (value, at) =>
    Array.isArray(value) && value.length <= most
      ? value.map((each, i) => of(each, `${at}, entry ${i},`))
      : refuse(at, `a list of at most ${most}`);

/** Undefined where nothing stands; JSON knows no undefined, and writes null in a list. */
export const maybe =
  <Of>(of: Shape<Of>): Shape<Of | undefined> =>
  (value, at) =>
    value === undefined || value === null ? undefined : of(value, at);

/** Exactly these fields; what else stands there is left out. */
export const record =
  <Of>(fields: { readonly [Name in keyof Of]-?: Shape<Of[Name]> }): Shape<Of> =>
  (value, at) => {
    if (!isRecord(value)) return refuse(at, 'a record');
    const names = Object.keys(fields) as (keyof Of & string)[];
    return Object.fromEntries(
      names.map((name) => [name, fields[name](Object.hasOwn(value, name) ? value[name] : undefined, `${at}.${name}`)]),
    ) as Of;
  };

/** A field for each name that stands there. */
export const byName =
  <Of>(name: Shape<string>, of: Shape<Of>, most: number): Shape<Readonly<Record<string, Of>>> =>
  (value, at) => {
    if (!isRecord(value) || Object.keys(value).length > most) return refuse(at, `a record of at most ${most} fields`);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [name(key, at), of(each, `${at}.${key.slice(0, 40)}`)]));
  };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
