/** Where something stood one step ago, so that it can be moved from there, forward and back. */
import { useRef } from 'preact/hooks';

/**
 * The value that was shown before the last step; undefined when the last step was none, or a jump over several: then
 * nothing moves. It stays the same until the next step, however often the picture is drawn.
 */
export function useMove<T>(step: number, value: T): T | undefined {
  const last = useRef<{ step: number; value: T; from: T | undefined }>({ step, value, from: undefined });
  if (last.current.step !== step) {
    const { step: before, value: from } = last.current;
    last.current = { step, value, from: Math.abs(step - before) === 1 && from !== value ? from : undefined };
  } else last.current.value = value;
  return last.current.from;
}
