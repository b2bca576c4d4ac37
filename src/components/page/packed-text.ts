/** Text for the fragment of an address: deflated, in the letters that an address keeps, and taken back within a bound. */

/** What a text may grow to, in bytes. */
const MOST_TEXT = 200_000;

export async function packed(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_TEXT) throw new RangeError(`It has ${bytes.length} bytes; a link holds at most ${MOST_TEXT}.`);
  return base64url(await through(bytes, new CompressionStream('deflate-raw')));
}

/** Rejects with a RangeError, a sentence, when it grows too large, and with any other error on what was packed by nobody. */
export async function unpacked(link: string): Promise<string> {
  const bytes = Uint8Array.from(atob(link.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0));
  return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
}

/** Tells versions of a text apart; nothing is trusted because of it. (FNV-1a, twice; the browser's own hashes are not there on plain http.) */
export function hashOf(text: string): string {
  const hash = (seed: number) => {
    let value = seed;
    for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
    return (value >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}.${hash(0x1b873593)}`;
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_TEXT) {
      await reader.cancel();
      throw new RangeError(`The link grows to more than ${MOST_TEXT} bytes.`);
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
