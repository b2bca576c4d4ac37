/** Progress in the fragment of an address. It has what was solved and read; drafts may be long, and go in a file. */
import { packed, unpacked } from '../page/packed-text.ts';
import { progressIn, textOf, type Progress } from './progress.ts';

const PREFIX = '#progress=';

/** The link in a fragment; undefined when the fragment is for somebody else. */
export const progressLinkIn = (fragment: string): string | undefined =>
  fragment.startsWith(PREFIX) ? fragment.slice(PREFIX.length) : undefined;

export const fragmentOfProgress = async ({ solved, read }: Progress): Promise<string> =>
  PREFIX + (await packed(textOf({ solved, read, drafts: new Map() })));

/** Rejects with a RangeError, a sentence, on what is no link. */
export async function openProgress(link: string): Promise<Progress> {
  let text: string;
  try {
    text = await unpacked(link);
  } catch (problem) {
    throw problem instanceof RangeError ? problem : new RangeError('The link holds no progress; it may have been cut off.');
  }
  return progressIn(text);
}
