/**
 * An edited model as text for the fragment of a link: the lines that differ from the shipped file, deflated. What that file was goes along as a
 * hash, so that a link to another version of it is told apart. Opening a link fills the editor, and runs nothing.
 */
import { applied, differences, type Hunk } from './differences.ts';

const PREFIX = '#edit=';
/** What a link may grow to, in bytes. */
const MOST_TEXT = 200_000;

/** The link in a fragment; undefined when the fragment is for somebody else. */
export const editIn = (fragment: string): string | undefined => (fragment.startsWith(PREFIX) ? fragment.slice(PREFIX.length) : undefined);

/** The fragment that opens the edited text. */
export async function fragmentOfEdit(shipped: string, edited: string): Promise<string> {
  const document = JSON.stringify([versionOf(shipped), ...differences(shipped.split('\n'), edited.split('\n'))]);
  const bytes = new TextEncoder().encode(document);
  if (bytes.length > MOST_TEXT) throw new RangeError(`The change has ${bytes.length} bytes; a link holds at most ${MOST_TEXT}.`);
  return PREFIX + base64url(await through(bytes, new CompressionStream('deflate-raw')));
}

/** Throws a RangeError, a sentence, on what is no link, grows too large, or belongs to another version of the file. */
export async function openEdit(shipped: string, link: string): Promise<string> {
  const [version, ...hunks] = await documentIn(link);
  if (version !== versionOf(shipped))
    throw new RangeError('The link was made with another version of this model, so its changes do not fit.');
  const lines = shipped.split('\n');
  if (!hunks.every((hunk) => isHunk(hunk, lines.length))) throw new RangeError(NO_LINK);
  return applied(lines, hunks as readonly Hunk[]).join('\n');
}

const NO_LINK = 'The link holds no change of a model; it may have been cut off.';

async function documentIn(link: string): Promise<readonly unknown[]> {
  let document: unknown;
  try {
    const bytes = Uint8Array.from(atob(link.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0));
    document = JSON.parse(new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))));
  } catch (problem) {
    throw problem instanceof RangeError ? problem : new RangeError(NO_LINK);
  }
  if (!Array.isArray(document) || typeof document[0] !== 'string') throw new RangeError(NO_LINK);
  return document;
}

const isHunk = (it: unknown, lines: number): it is Hunk =>
  Array.isArray(it) &&
  it.length >= 2 &&
  it.slice(0, 2).every((place: unknown) => Number.isInteger(place) && (place as number) >= 0 && (place as number) <= lines) &&
  it.slice(2).every((line: unknown) => typeof line === 'string');

/** Tells versions of a file apart; nothing is trusted because of it. (FNV-1a, twice; the browser's own hashes are not there on plain http.) */
export function versionOf(text: string): string {
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
