/** Where a code host shows what is cited of a repository; the hosts of all sources have the same form of address. */
import type { Citation } from '../schemas/evidence.ts';

type Cited = Pick<Citation, 'commit' | 'path' | 'lines' | 'whole'>;

/** The address of a file's lines, of a file or of a folder at a commit. */
export function forgeAddress(web: string, { commit, path = '', lines, whole }: Cited): string {
  if (whole === 'folder') return `${web}/tree/${commit}/${path}`;
  if (!lines) return `${web}/blob/${commit}/${path}`;
  const [from, to] = lines;
  return `${web}/blob/${commit}/${path}${isRendered(path) ? '?plain=1' : ''}#L${from}${to === from ? '' : `-L${to}`}`;
}

/** Whether the host shows the file as a page, which has no lines, unless it is asked for the text. */
const isRendered = (path: string): boolean => /\.(md|mdx|markdown|rst|adoc)$/i.test(path);
