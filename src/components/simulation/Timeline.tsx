/**
 * The graduated timeline: one tick a step, every fifth longer, the brass index where the reader stands. A slider for the
 * keyboard, a scale to click and drag for a pointer; the branch left behind is a second, shorter scale below.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Branch, Loop } from './history.ts';
import { counted, tickWord } from './narrate.ts';
import { isDone, type Frame } from './trace.ts';

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
  useLayoutEffect(() => {
    keepInSight(rail.current, position, columns);
  }, [position, columns]);
  const scrub = (event: PointerEvent) => {
    const scale = rail.current?.firstElementChild;
    if (!scale || event.buttons !== 1) return;
    const box = scale.getBoundingClientRect();
    go(Math.max(0, Math.min(last, Math.floor(((event.clientX - box.left) / box.width) * columns))));
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
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (by === 0) return;
          event.preventDefault();
          go(position + by);
        }}
      >
        <div class="timeline-scale" style={{ gridTemplateColumns: `repeat(${columns}, minmax(${tickRem(frames)}rem, 1fr))` }}>
          {frames.map((frame, i) => (
            <Tick key={i} index={i} frame={frame} position={position} last={last} />
          ))}
          {left?.attempts.map((attempt, i) => (
            <span
              key={`left ${i}`}
              class={`timeline-left${attempt.refused ? ' is-refused' : ''}`}
              style={{ gridColumn: left.from + i + 2, gridRow: 2 }}
            />
          ))}
          {loop && loop.from < last && <Again from={loop.from} last={last} />}
        </div>
      </div>
    </div>
  );
}

/** How wide a tick must be, in rem, so that its word does not run into the next one: 12 px letters are about 0.4 rem wide. */
const tickRem = (frames: readonly Frame[]) => Math.max(3.25, 0.75 + 0.4 * Math.max(...frames.map((frame) => tickWord(frame).length)));

const valueText = (frame: Frame, position: number): string =>
  position === 0 ? 'start' : `step ${position}, ${tickWord(frame)}${frame.struck ? ', struck out' : ''}`;

/** The bracket from the last tick back to the first one of the loop. */
function Again({ from, last }: { readonly from: number; readonly last: number }) {
  const half = `${50 / (last - from + 1)}%`;
  return (
    <span class="timeline-again" style={{ gridColumn: `${from + 1} / ${last + 2}`, marginInline: half }}>
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

/** The timeline of a whole run, for paper and for a reader without script: the list of frames below it says what each tick was. */
export function StoryTimeline({ frames }: Pick<Props, 'frames'>) {
  return (
    <div class="story-timeline" aria-hidden="true">
      {frames.map((frame, i) => (
        <Tick key={i} index={i} frame={frame} position={frames.length} last={frames.length - 1} />
      ))}
    </div>
  );
}

interface TickProps {
  readonly index: number;
  readonly frame: Frame;
  readonly position: number;
  readonly last: number;
}

function Tick({ index, frame, position, last }: TickProps) {
  const marks = [
    'tick',
    index % 5 === 0 && 'is-fifth',
    index === position && 'is-now',
    index > position && 'is-ahead',
    index === last && 'is-last',
    frame.refusal && 'is-refused',
    frame.struck && 'is-struck',
    isDone(frame) && frame.snapshot.broken.length > 0 && 'is-broken',
  ];
  return (
    <span class={marks.filter(Boolean).join(' ')}>
      <span class="tick-number">{index}</span>
      <span class="tick-word">{tickWord(frame)}</span>
    </span>
  );
}

/** Scrolls the rail alone, never the page, and only when the index would leave it. */
function keepInSight(rail: HTMLDivElement | null, position: number, columns: number): void {
  if (!rail || rail.scrollWidth <= rail.clientWidth) return;
  const column = rail.scrollWidth / columns;
  const start = position * column;
  if (start < rail.scrollLeft + column) rail.scrollLeft = start - column;
  else if (start + 2 * column > rail.scrollLeft + rail.clientWidth) rail.scrollLeft = start + 2 * column - rail.clientWidth;
}
