/**
 * CBOR (RFC 8949) as far as Pagefind's index uses it: unsigned numbers below 2^32, text, and arrays of known length.
 * Everything else is refused with a sentence, so that another version of Pagefind cannot be misread.
 */
export type Value = number | string | readonly Value[];

const unsigned = 0;
const text = 3;
const array = 4;

/** The one value that these bytes hold. */
export function decode(bytes: Uint8Array): Value {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (count: number): number => {
    at += count;
    if (at > buffer.length) throw new Error(`the CBOR ends at byte ${buffer.length}, within a value`);
    return at - count;
  };
  const read = (): Value => {
    const start = take(1);
    const type = buffer[start]! >> 5;
    const kind = buffer[start]! & 31;
    if (type !== unsigned && type !== text && type !== array)
      throw new Error(`the CBOR holds a value of type ${type} at byte ${start}, and only unsigned numbers, text and arrays are known`);
    if (kind > 26) throw new Error(`the CBOR holds a length of kind ${kind} at byte ${start}, and only lengths below 2^32 are known`);
    const size = kind < 24 ? kind : buffer.readUIntBE(take(2 ** (kind - 24)), 2 ** (kind - 24));
    if (type === unsigned) return size;
    if (type === array) return Array.from({ length: size }, read);
    const from = take(size);
    return buffer.toString('utf8', from, from + size);
  };
  const value = read();
  if (at < buffer.length) throw new Error(`the CBOR goes on after its value, at byte ${at}`);
  return value;
}

/** The shortest bytes for a value. */
export function encode(value: Value): Buffer {
  if (typeof value === 'number') return head(unsigned, value);
  if (typeof value === 'string') return Buffer.concat([head(text, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([head(array, value.length), ...value.map(encode)]);
}

function head(type: number, size: number): Buffer {
  if (!Number.isInteger(size) || size < 0 || size > 0xffffffff) throw new Error(`${size} is not a whole number below 2^32`);
  const first = type << 5;
  if (size < 24) return Buffer.from([first | size]);
  if (size < 2 ** 8) return Buffer.from([first | 24, size]);
  const bytes = Buffer.alloc(size < 2 ** 16 ? 3 : 5);
  bytes[0] = first | (size < 2 ** 16 ? 25 : 26);
  bytes.writeUIntBE(size, 1, bytes.length - 1);
  return bytes;
}
