/** What stands in each layer of the overlay, as the picture shows it, and what a reader sees who looks down through them. */
import type { StateOf } from '../../../engine/language.ts';
import type { model } from './model.ts';

export type Overlay = StateOf<typeof model>;
export type File = Overlay['files'][number];

export const PARTS = ['head', 'tail'] as const;

/** The bytes in one part of a file, in one layer; `lost` are old ones where new ones were written, `changed` those of an image that is not as built. */
export type Bytes = 'old' | 'new' | 'empty' | 'lost' | 'changed';

/** What stands in one column of a row: the bytes of head and tail, if there are any, and a word for both. */
export interface Content {
  readonly bytes: readonly Bytes[];
  readonly says: string;
}

const NONE: readonly Bytes[] = [];

export const inImage = ({ inImage, changed }: File): Content => ({
  bytes: inImage ? (changed ? ['changed', 'changed'] : ['old', 'old']) : NONE,
  says: inImage ? (changed ? 'changed' : 'as built') : 'no file',
});

export function inMemory({ upper, copied, written, sent }: File): Content {
  if (upper !== 'copy') return { bytes: NONE, says: upper };
  const bytes = PARTS.map((part): Bytes => {
    if (written.includes(part)) return 'new';
    return sent.includes(part) ? 'lost' : copied ? 'old' : 'empty';
  });
  return { bytes, says: copied ? 'copied up' : 'made new' };
}

/** What takes up room in memory. */
export const copiesIn = ({ files }: Overlay) => files.filter(({ upper }) => upper === 'copy').length;

/** Two dots at the root lead to the root: the row above it is reached by a fault alone. */
export const isAbove = ({ path }: File) => path === '/../motd';
export const isReached = ({ files, handles }: Overlay, i: number) => {
  const file = files[i]!;
  return !isAbove(file) || file.upper !== 'nothing' || file.changed || file.removed || handles.some(({ to }) => to === i);
};

export function seen(overlay: Overlay, i: number): Content {
  const file = overlay.files[i]!;
  if (!isReached(overlay, i)) return { bytes: NONE, says: 'what /motd gives' };
  if (file.upper === 'whiteout') return { bytes: NONE, says: 'no file' };
  if (file.upper === 'nothing') return inImage(file);
  const { bytes } = inMemory(file);
  return { bytes, says: bytes.includes('lost') ? 'a write is lost' : bytes.includes('new') ? 'as written' : 'empty' };
}

/** The parts that were written and whose new bytes memory does not hold. */
export const lost = ({ sent, written }: File) => sent.filter((part) => !written.includes(part));
