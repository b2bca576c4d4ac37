/** The scale of a run that is too long to be drawn step by step: where the drawn part lies in it, and a way to any other place. */
import { useMemo, useRef } from 'preact/hooks';
import { grouped } from './narrate.ts';
import { roundMarks, type Range } from './timeline-window.ts';
import type { Frame } from './trace.ts';

interface Props {
  readonly frames: readonly Frame[];
  readonly position: number;
  readonly drawn: Range;
  readonly go: (to: number) => void;
}

/** For a pointer: the keyboard has the slider above it, which is the same position. */
export function WholeRun({ frames, position, drawn, go }: Props) {
  const scale = useRef<HTMLDivElement | null>(null);
  const last = frames.length - 1;
  const firstBroken = useMemo(() => frames.findIndex(({ snapshot }) => snapshot.broken.length > 0), [frames]);
  const at = (step: number) => `${(Math.min(step, last) / last) * 100}%`;
  const scrub = (event: PointerEvent) => {
    const box = scale.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    go(Math.max(0, Math.min(last, Math.round(((event.clientX - box.left) / box.width) * last))));
  };
  return (
    <div
      class="whole-run"
      ref={scale}
      aria-hidden="true"
      onPointerDown={(event) => {
        scale.current?.setPointerCapture(event.pointerId);
        scrub(event);
      }}
      onPointerMove={scrub}
    >
      <span class="whole-drawn" style={{ insetInlineStart: at(drawn.from), insetInlineEnd: `calc(100% - ${at(drawn.to - 1)})` }} />
      {roundMarks(last).map((step) => (
        <span key={step} class="whole-mark" style={{ insetInlineStart: at(step) }}>
          <span>{grouped(step)}</span>
        </span>
      ))}
      {firstBroken >= 0 && <span class="whole-broken" style={{ insetInlineStart: at(firstBroken) }} />}
      <span class="whole-now" style={{ insetInlineStart: at(position) }} />
    </div>
  );
}
