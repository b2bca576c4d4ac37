/** Work that goes on behind an answer. The event that began it keeps the worker alive until all of it is done. */

const begun = new Set<Promise<unknown>>();

/** What fails here fails in silence: a page is read all the same. */
export function behind(work: Promise<unknown>): void {
  const done = work.catch(() => undefined);
  begun.add(done);
  void done.finally(() => begun.delete(done));
}

export async function settled(): Promise<void> {
  while (begun.size > 0) await Promise.all(begun);
}
