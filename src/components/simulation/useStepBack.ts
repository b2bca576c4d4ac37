/** A step back, as it is seen: first the picture that is left plays its move backwards, and then the one before it stands. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Move, Session } from './session.ts';

/**
 * Which session the picture shows, and whether its move runs backwards; `left` is the one before `now`. `holder` is the element around
 * the picture: what moves in it is a CSS animation, so where there is none, or no time for one, the picture that is left is never painted.
 */
export function useStepBack(now: Session, left: Session, move: Move) {
  const holder = useRef<HTMLDivElement | null>(null);
  const [arrived, setArrived] = useState<Session>();
  const isBack = move === 'back' && arrived !== now;
  useLayoutEffect(() => {
    if (!isBack) return undefined;
    let isOver = false;
    const moves = holder.current?.getAnimations({ subtree: true }) ?? [];
    // One that has run forward stands at its end, and has to be sent off again.
    for (const each of moves) each.play();
    const arrive = () => isOver || setArrived(now);
    if (moves.every(({ playState }) => playState === 'finished')) arrive();
    else void Promise.allSettled(moves.map(({ finished }) => finished)).then(arrive);
    return () => {
      isOver = true;
    };
  }, [now, isBack]);
  return { session: isBack ? left : now, isBack, holder };
}
