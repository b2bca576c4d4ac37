/**
 * What the reader wrote, kept in the browser: a draft before each run, for this tab alone, because a model may take the page with it where a
 * browser gives no process to a frame; and one that the reader keeps. A browser that refuses to keep anything loses only that.
 */

const draftOf = (id: string) => `orrery:draft:${id}`;
const keptOf = (id: string) => `orrery:model:${id}`;

export interface Kept {
  readonly text: string;
  /** The version of the shipped file that it was made from. */
  readonly of: string;
}

/** Whether it was kept. */
export const keepDraft = (id: string, draft: Kept): boolean => put(() => sessionStorage, draftOf(id), draft);
export const keepModel = (id: string, kept: Kept): boolean => put(() => localStorage, keptOf(id), kept);

export const draftIn = (id: string): Kept | undefined => read(() => sessionStorage, draftOf(id));
export const modelIn = (id: string): Kept | undefined => read(() => localStorage, keptOf(id));

export function forget(id: string): void {
  for (const [store, key] of [
    [() => sessionStorage, draftOf(id)],
    [() => localStorage, keptOf(id)],
  ] as const) {
    try {
      store().removeItem(key);
    } catch {
      // Where nothing can be kept, nothing is there.
    }
  }
}

function put(store: () => Storage, key: string, kept: Kept): boolean {
  try {
    store().setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function read(store: () => Storage, key: string): Kept | undefined {
  try {
    const { text, of } = JSON.parse(store().getItem(key) ?? '{}') as Readonly<Record<string, unknown>>;
    return typeof text === 'string' && typeof of === 'string' ? { text, of } : undefined;
  } catch {
    return undefined;
  }
}
