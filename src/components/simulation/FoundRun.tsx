/** A run that the search found, as an ordered list: a shortest one that breaks something, or one that never keeps a promise. */
import { useMemo } from 'preact/hooks';
import type { Machine } from '../../engine/checker.ts';
import type { Found } from './found-run.ts';
import type { Attempt, Loop } from './history.ts';
import { capital, counted, narrate } from './narrate.ts';
import { logOfPath, trace, type Frame } from './trace.ts';

interface Props {
  readonly m: Machine;
  readonly run: Found;
  readonly attempts: readonly Attempt[];
  readonly position: number;
  readonly show: (path: readonly number[], position: number, loop?: Loop) => void;
}

export function FoundRun({ m, run: { title, path, loop }, attempts, position, show }: Props) {
  const frames = useMemo(() => trace(m, logOfPath(path)).slice(1), [m, path]);
  const isLoaded = path.length === attempts.length && path.every((instance, i) => attempts[i]?.instance === instance);
  const stem = loop ? loop.from : frames.length;
  const steps = (from: number, to: number) => (
    <ol class="shortest-steps" start={from + 1}>
      {frames.slice(from, to).map((frame, i) => (
        <Entry
          key={from + i}
          number={from + i + 1}
          frame={frame}
          isHere={isLoaded && position === from + i + 1}
          show={() => show(path, from + i + 1, loop)}
        />
      ))}
    </ol>
  );
  return (
    <div class="shortest">
      <p class="shortest-title">
        {title} <span class="shortest-length">{counted(stem, 'step')}</span>
      </p>
      {stem > 0 && steps(0, stem)}
      {loop && stem === frames.length && <p class="shortest-again">There the run ends.</p>}
      {stem < frames.length && (
        <>
          <p class="shortest-again">
            And then again and again, back to where step {stem} left it{' '}
            <span class="shortest-length">{counted(frames.length - stem, 'step')}</span>
          </p>
          {steps(stem, frames.length)}
        </>
      )}
    </div>
  );
}

interface EntryProps {
  readonly number: number;
  readonly frame: Frame;
  readonly isHere: boolean;
  readonly show: () => void;
}

function Entry({ number, frame, isHere, show }: EntryProps) {
  const { strong, rest } = narrate(frame);
  return (
    <li>
      <button type="button" class="shortest-step" aria-current={isHere ? 'step' : undefined} onClick={show}>
        <span class="shortest-number">{number}</span>
        <span>
          <strong>{strong}</strong> {capital(rest)}
        </span>
      </button>
    </li>
  );
}
