/**
 * The graduated timeline: one mark a step, every fifth longer, the brass index where the reader stands. A slider for the
 * keyboard, a scale to click and drag for a pointer; the branch left behind is a second, shorter scale below. Of a long run a part
 * is drawn step by step, and a scale of the whole stands below it.
 */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Branch, Loop } from './history.ts';
import { counted, stepWord } from './narrate.ts';
import { drawnAt, MOST_DRAWN, type Range } from './timeline-window.ts';
import { isDone, type Frame } from './trace.ts';
import { WholeRun } from './WholeRun.tsx';

interface Props {
  readonly frames: readonly Frame[];
  readonly position: number;
  readonly left: Branch | undefined;
  readonly loop: Loop | undefined;
  readonly go: (to: number) => void;
}

export function Timeline({ frames, position, left, loop, go }: Props) {
  const rail = useRef<HTMLDivElement | null>(null);
  const last = frames.length - 1;
  const columns = Math.max(last, left ? left.from + left.attempts.length : 0) + 1;
  const drawn = drawnAt(position, columns);
  const width = useMemo(() => columnRem(frames), [frames]);
  useKeptInSight(rail, position, drawn);
  const scrub = (event: PointerEvent) => {
    const scale = rail.current?.firstElementChild;
    if (!scale || event.buttons !== 1) return;
    const box = scale.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * (drawn.to - drawn.from));
    go(Math.max(0, Math.min(last, drawn.from + column)));
  };
  const now = frames[position];
  return (
    <div class="timeline">
      <div
        class="timeline-rail"
        ref={rail}
        role="slider"
        tabIndex={0}
        aria-label="Position in the run"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={position}
        aria-valuetext={now && `${valueText(now, position)}, of ${last}${loop && loop.from < last ? `, then again from ${loop.from}` : ''}`}
        onPointerDown={(event) => {
          rail.current?.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={scrub}
        onKeyDown={(event) => {
          const by = slide(event.key, last);
          if (by === 0) return;
          event.preventDefault();
          go(position + by);
        }}
      >
        <div class="timeline-scale" style={{ gridTemplateColumns: `repeat(${drawn.to - drawn.from}, minmax(${width}rem, 1fr))` }}>
          {frames.slice(drawn.from, drawn.to).map((frame, i) => (
            <Step key={drawn.from + i} index={drawn.from + i} frame={frame} position={position} last={last} />
          ))}
          {left && <Left branch={left} drawn={drawn} />}
          {loop && loop.from < last && <Again from={loop.from} last={last} drawn={drawn} />}
        </div>
      </div>
      {columns > MOST_DRAWN && <WholeRun frames={frames} position={position} drawn={drawn} go={go} />}
    </div>
  );
}

/** How far a key of the slider goes; left and right, Home and End belong to the whole player. */
function slide(key: string, last: number): number {
  const page = Math.max(10, Math.round(last / 10));
  return { ArrowUp: 1, ArrowDown: -1, PageUp: page, PageDown: -page }[key] ?? 0;
}

/** How wide a step must be, in rem, so that its word does not run into the next one: 12 px letters are about 0.4 rem wide. */
function columnRem(frames: readonly Frame[]): number {
  let longest = 0;
  for (const frame of frames) longest = Math.max(longest, stepWord(frame).length);
  return Math.max(3.25, 0.75 + 0.4 * longest);
}

const valueText = (frame: Frame, position: number): string =>
  position === 0 ? 'start' : `step ${position}, ${stepWord(frame)}${frame.skipped ? ', skipped' : ''}`;

/** What followed the fork before another step was made there, as far as it is drawn. */
function Left({ branch: { from, attempts }, drawn }: { readonly branch: Branch; readonly drawn: Range }) {
  const begin = Math.max(0, drawn.from - from - 1);
  return (
    <>
      {attempts.slice(begin, Math.max(0, drawn.to - from - 1)).map((attempt, i) => (
        <span
          key={begin + i}
          class={`timeline-left${attempt.refused ? ' is-refused' : ''}`}
          style={{ gridColumn: from + begin + i + 2 - drawn.from, gridRow: 2 }}
        />
      ))}
    </>
  );
}

/** The bracket from the last step back to the first one of the loop, as far as it is drawn. */
function Again({ from, last, drawn }: { readonly from: number; readonly last: number; readonly drawn: Range }) {
  const first = Math.max(from, drawn.from);
  const end = Math.min(last, drawn.to - 1);
  if (first > end) return null;
  const half = `${50 / (end - first + 1)}%`;
  const style = {
    gridColumn: `${first - drawn.from + 1} / ${end - drawn.from + 2}`,
    marginInline: `${first === from ? half : 0} ${end === last ? half : 0}`,
  };
  return (
    <span class="timeline-again" style={style}>
      <span>again</span>
    </span>
  );
}

/** Brings back what was left behind; stands below the keys. */
export function ReturnKey({ left, press }: { readonly left: Branch; readonly press: () => void }) {
  return (
    <button type="button" class="text-key" onClick={press}>
      Return to the branch left at {left.from === 0 ? 'the start' : `step ${left.from}`} ({counted(left.attempts.length, 'step')})
    </button>
  );
}

/** The timeline of a whole run, for paper and for a reader without script: the list of frames below it says what each step was. */
export function StoryTimeline({ frames }: Pick<Props, 'frames'>) {
  return (
    <div class="story-timeline" aria-hidden="true">
      {frames.map((frame, i) => (
        <Step key={i} index={i} frame={frame} position={frames.length} last={frames.length - 1} />
      ))}
    </div>
  );
}

interface StepProps {
  readonly index: number;
  readonly frame: Frame;
  readonly position: number;
  readonly last: number;
}

function Step({ index, frame, position, last }: StepProps) {
  const marks = [
    'timeline-step',
    index % 5 === 0 && 'is-fifth',
    index === 0 && 'is-start',
    index === position && 'is-now',
    index > position && 'is-ahead',
    index === last && 'is-last',
    frame.refusal && 'is-refused',
    frame.skipped && 'is-skipped',
    isDone(frame) && frame.snapshot.broken.length > 0 && 'is-broken',
  ];
  return (
    <span class={marks.filter(Boolean).join(' ')}>
      <span class="timeline-number">{index}</span>
      <span class="timeline-word">{stepWord(frame)}</span>
    </span>
  );
}

/** Scrolls the rail alone, never the page, and only when the index would leave it. A part that moves on stands still for the eye. */
function useKeptInSight(holder: { readonly current: HTMLDivElement | null }, position: number, { from, to }: Range): void {
  const before = useRef(from);
  useLayoutEffect(() => {
    const rail = holder.current;
    const moved = from - before.current;
    before.current = from;
    if (!rail || rail.scrollWidth <= rail.clientWidth) return;
    const column = rail.scrollWidth / (to - from);
    if (moved !== 0) rail.scrollLeft -= moved * column;
    const start = (position - from) * column;
    if (start < rail.scrollLeft + column) rail.scrollLeft = start - column;
    else if (start + 2 * column > rail.scrollLeft + rail.clientWidth) rail.scrollLeft = start + 2 * column - rail.clientWidth;
  }, [holder, position, from, to]);
}
