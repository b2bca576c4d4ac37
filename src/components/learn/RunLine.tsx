/** How far the reader's run in the player is. */
import { useEffect, useState } from 'preact/hooks';
import { desk } from './desk.ts';

interface Props {
  readonly within: number;
  readonly keep: (draft: string | undefined) => void;
}

export function RunLine({ within, keep }: Props) {
  const [steps, setSteps] = useState(0);
  useEffect(() => {
    // Only with the player there is a run to count, and by then its parts are loaded.
    const count = async () => {
      const { answerIn, draftOf } = await import('./lab-session.ts');
      const { session, before } = desk;
      if (!session) return;
      const { length } = answerIn(session, before);
      setSteps((last) => {
        if (last !== length) keep(length === 0 ? undefined : draftOf(session, before));
        return length;
      });
    };
    void count(); // the plate may have been there first
    return desk.onChange(() => void count());
  }, [keep]);
  return (
    <p class="lab-run">
      {steps === 0 ? 'No step taken yet' : steps === 1 ? '1 step taken' : `${steps} steps taken`}; at most {within} may be taken.
    </p>
  );
}
