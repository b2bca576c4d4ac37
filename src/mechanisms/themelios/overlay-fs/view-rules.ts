/** What the picture of the overlay file system reads from a state, and what it says of it. */
import type { PlainState } from '../../../engine/checker.ts';
import { listed } from '../../../drawing/words.ts';

export const PARTS = ['head', 'tail'] as const;
type Part = (typeof PARTS)[number];

export interface File {
  readonly path: string;
  readonly inImage: boolean;
  readonly changed: boolean;
  readonly upper: 'nothing' | 'copy' | 'whiteout';
  readonly copied: boolean;
  readonly written: readonly Part[];
  readonly sent: readonly Part[];
  readonly removed: boolean;
}
export interface Overlay {
  readonly files: readonly File[];
  readonly handles: readonly { readonly to: number | null }[];
}

/** A plain state has lost its type on the way out of the engine; the model's schema vouches for it. */
export const overlayIn = (state: PlainState) => state as unknown as Overlay;

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

const BUILT = 'the image never changes';
const STAYS = 'a write stays until the file goes';
const HIDDEN = 'what was removed stays hidden';
export const CLIMBS = 'nothing above the root is opened';

const lost = ({ sent, written }: File) => sent.filter((part) => !written.includes(part));

/** Whether a row of the table breaks a sentence. */
export function breaks(rule: string, file: File): boolean {
  if (rule === BUILT) return file.changed;
  if (rule === STAYS) return lost(file).length > 0;
  return rule === HIDDEN && file.removed && (file.upper === 'copy' || (file.inImage && file.upper === 'nothing'));
}

export const climbed = ({ files }: Overlay, to: number | null) => to !== null && isAbove(files[to]!);

export function explain(rule: string, overlay: Overlay): string | undefined {
  const parts = overlay.files
    .filter((file) => breaks(rule, file))
    .map((file) => {
      if (rule === BUILT) return `The image of ${file.path} was written to, and no longer holds what was built.`;
      if (rule === STAYS) return `The ${listed(lost(file))} of ${file.path} was written, and memory does not hold the new bytes.`;
      if (file.upper === 'copy') return `The file ${file.path} was removed, and memory holds a copy of it again.`;
      return `The file ${file.path} was removed, and a reader sees the one in the image: memory has no whiteout for it.`;
    });
  if (rule === CLIMBS)
    overlay.handles.forEach(({ to }, i) => {
      if (climbed(overlay, to)) parts.push(`Handle ${i} is open on ${overlay.files[to!]!.path}, which lies above the root of the process.`);
    });
  return parts.length > 0 ? parts.join(' ') : undefined;
}
