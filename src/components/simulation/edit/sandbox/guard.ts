/**
 * The second line of defence, before the reader's script: takes every name that is not of the language out of the worker, and the ways to memory
 * that is not counted against its heap. The first line is the frame: its opaque origin, its policy, its own process.
 */
const LANGUAGE = [
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp JSON Math Intl Proxy Reflect',
  'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis self',
  'Map Set WeakMap WeakSet WeakRef BigInt Iterator isFinite isNaN performance console', // the last two are the engine's, and only read
].flatMap((line) => line.split(' '));

/** What makes memory beside the heap. The engine has its own references by now: see `memory` in build/edit-parts/parts.ts. */
const GROWS = ['transfer', 'transferToFixedLength', 'slice', 'resize', 'transferToImmutable', 'sliceToImmutable'];

export function guard(): void {
  for (const name of GROWS) Reflect.deleteProperty(ArrayBuffer.prototype, name);
  const anyTyped: object = Object.getPrototypeOf(Int8Array.prototype); // what the prototypes of all of them inherit from
  const typed = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
  const prototypes = [...typed, BigInt64Array, BigUint64Array, ArrayBuffer, DataView].map(({ prototype }) => prototype);
  for (const prototype of [anyTyped, ...prototypes]) Reflect.deleteProperty(prototype, 'constructor');
  const keep = new Set(LANGUAGE);
  takeAway((name) => !keep.has(name));
}

/** For code that must do the same whenever it is run. */
export function withoutClockAndChance(): void {
  takeAway((name) => name === 'Date' || name === 'performance' || name === 'Intl');
  Reflect.deleteProperty(Math, 'random');
}

function takeAway(isUnwanted: (name: string) => boolean): void {
  for (let place: object | null = self; place && place !== Object.prototype; place = Object.getPrototypeOf(place) as object | null) {
    for (const name of Reflect.ownKeys(place)) {
      if (typeof name === 'string' && !isUnwanted(name)) continue;
      if (!Reflect.deleteProperty(place, name)) Reflect.defineProperty(place, name, { value: undefined });
    }
  }
}
