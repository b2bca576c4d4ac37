/** The progress of this browser, for the islands and scripts of a page. */
import { ProgressStore } from './progress-store.ts';

export const progressHere = new ProgressStore(() => localStorage);

const hearers = new Set<() => void>();

/** Hears when another tab has changed it, or this one. Returns what ends it. */
export function onProgress(hearer: () => void): () => void {
  if (hearers.size === 0)
    addEventListener('storage', (event) => {
      progressHere.heard(event);
      tellOfProgress();
    });
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

export function tellOfProgress(): void {
  for (const each of hearers) each();
}
