/** What a lab is graded by, loaded beside its page: the page itself must not have what a reader is to find. */
import type { Lab } from '../../schemas/labs.ts';

export interface LabData {
  readonly lab: Lab;
  /** Of a lab about a log: the text of its map. */
  readonly map?: string | undefined;
}

const loaded = new Map<string, Promise<LabData>>();

/** Rejects when it cannot be loaded; the next call then tries again. */
export function loadLab(id: string): Promise<LabData> {
  const known = loaded.get(id);
  if (known) return known;
  const loading = fetched(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/learn/${id}.json`);
  loaded.set(id, loading);
  loading.catch(() => loaded.delete(id));
  return loading;
}

async function fetched(address: string): Promise<LabData> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The lab could not be loaded.');
  return (await answer.json()) as LabData;
}
