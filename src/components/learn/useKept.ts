/** What this browser keeps of one lab. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { onProgress, progressHere, tellOfProgress } from './progress-here.ts';
import { withDraft } from './progress.ts';

export interface Kept {
  /** The script of the page runs: without it nothing can be answered. */
  readonly isHere: boolean;
  readonly isSolved: boolean;
  /** What the reader must know of the keeping. */
  readonly trouble: string | undefined;
  readonly keep: (draft: string | undefined) => void;
}

export function useKept(id: string): Kept {
  const [kept, setKept] = useState<Omit<Kept, 'keep'>>({ isHere: false, isSolved: false, trouble: undefined });
  useEffect(() => {
    const look = () => {
      const { progress, trouble } = progressHere;
      setKept({ isHere: true, isSolved: progress.solved.has(id), trouble });
    };
    look();
    return onProgress(look);
  }, [id]);
  const keep = useCallback(
    (draft: string | undefined) => {
      progressHere.change((now) => withDraft(now, id, draft));
      tellOfProgress();
    },
    [id],
  );
  return { ...kept, keep };
}
