/**
 * An edited model as text for the fragment of a link: the lines that differ from the shipped file, deflated. What that file was goes along as a
 * hash, so that a link to another version of it is told apart. Opening a link fills the editor, and runs nothing.
 */
import { hashOf, packed, unpacked } from '../../page/packed-text.ts';
import { applied, differences, type Hunk } from './differences.ts';

const PREFIX = '#edit=';

export const versionOf = hashOf;

/** The link in a fragment; undefined when the fragment is for somebody else. */
export const editIn = (fragment: string): string | undefined => (fragment.startsWith(PREFIX) ? fragment.slice(PREFIX.length) : undefined);

/** The fragment that opens the edited text. */
export async function fragmentOfEdit(shipped: string, edited: string): Promise<string> {
  return PREFIX + (await packed(JSON.stringify([versionOf(shipped), ...differences(shipped.split('\n'), edited.split('\n'))])));
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
    document = JSON.parse(await unpacked(link));
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
