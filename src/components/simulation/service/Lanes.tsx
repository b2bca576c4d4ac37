/**
 * The run as lanes: one for each client, the service between them, and a row for each call. An arrow is a message on its way into a queue, a disc
 * one that is taken out, a square on an arrow the handle that moves with it, a bar what is refused. The words beside say the same, so the drawing
 * is hidden from readers without eyes.
 */
import { useEffect, useRef } from 'preact/hooks';
import { classes } from '../../../drawing/words.ts';
import { callSays, otherHolder, verdictSays } from './call-words.ts';
import type { JudgedCall, JudgedRun, JudgedStep } from './judged.ts';

/** Where the lanes stand, in a drawing of 112 by 24. */
const PLACES: Readonly<Record<string, number>> = { A: 14, service: 56, B: 98 };
const MIDDLE = 12;

interface Props {
  readonly run: JudgedRun;
  /** The step that was taken last; nothing behind it is shown. */
  readonly position: number;
}

export function Lanes({ run, position }: Props) {
  const box = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [run, position]);
  return (
    <div class={classes('lanes', run.clients.length < 2 && 'is-single')}>
      <p class="lane-heads" aria-hidden="true">
        {run.clients.includes('A') && <span>A</span>}
        <span>service</span>
        {run.clients.includes('B') && <span>B</span>}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <div class="lane-box" ref={box} tabIndex={0} role="region" aria-label="Steps of the run">
        <ol class="lane-steps" start={0}>
          {run.steps.slice(0, position + 1).map((step, i) => (
            <LaneStep key={i} step={step} index={i} isLast={i === position} />
          ))}
        </ol>
      </div>
      {position === run.steps.length - 1 && run.violation && (
        <p class="lane-broken">
          <strong>Broken: {run.violation.rule}.</strong> {run.violation.says}
        </p>
      )}
    </div>
  );
}

/** What a client does is one call mostly, and then that says it all. */
function LaneStep({ step, index, isLast }: { readonly step: JudgedStep; readonly index: number; readonly isLast: boolean }) {
  const isPlain = step.by !== 'service' && step.calls.length === 1;
  return (
    <li class={classes('lane-step', isLast && 'is-now')} aria-current={isLast ? 'step' : undefined}>
      {!isPlain && (
        <p class="lane-title">
          <span class="lane-number">{index}</span> {step.says}.
        </p>
      )}
      {step.calls.map((call, i) => (
        <LaneCall key={i} call={call} index={isPlain ? index : undefined} />
      ))}
      {step.log.map((line, i) => (
        <p key={i} class="lane-log">
          <span class="lane-number">log</span> <code>{line}</code>
        </p>
      ))}
    </li>
  );
}

/** `index`: of its step, when it is all of it. */
function LaneCall({ call, index }: { readonly call: JudgedCall; readonly index: number | undefined }) {
  const says = verdictSays(call);
  return (
    <div class={classes('lane-call', says !== undefined && (call.verdict.is === 'refused' ? 'is-refused' : 'is-broken'))}>
      <svg class="lane-mark" viewBox="0 0 112 24" width="112" height="24" aria-hidden="true">
        <Mark call={call} />
      </svg>
      <p class={index === undefined ? undefined : 'lane-whole'}>
        {index !== undefined && <span class="lane-number">{index} </span>}
        {callSays(call)}
        {says !== undefined && <span class="lane-says"> {says}</span>}
      </p>
    </div>
  );
}

function Mark({ call: { operation, channels } }: { readonly call: JudgedCall }) {
  const { by, does, end, message, error } = operation;
  const at = PLACES[by];
  if (at === undefined) return null;
  const isRefused = error !== undefined;
  if (does === 'receive') return <circle class={classes('lane-disc', isRefused && 'is-refused')} cx={at} cy={MIDDLE} r="4.5" />;
  if (does === 'make') return <path class="lane-ring" d={`M${at - 7} ${MIDDLE - 4}h14v8h-14z`} />;
  if (does === 'close') return <path class="lane-bar" d={`M${at - 5} ${MIDDLE - 5}l10 10m0-10l-10 10`} />;
  // Where the other end is under way itself, a client's message still goes to the service in the end.
  const to = PLACES[otherHolder(end, channels) ?? 'service'] ?? at;
  const way = to > at ? 1 : -1;
  const tip = to === at || isRefused ? at + (to === at ? 20 : way * 22) : to - way * 2;
  const forward = tip > at ? 1 : -1;
  return (
    <g class={classes('lane-send', isRefused && 'is-refused')}>
      <path class="lane-arrow" d={`M${at} ${MIDDLE}H${tip - forward * 6}`} />
      <circle class="lane-from" cx={at} cy={MIDDLE} r="2.5" />
      {isRefused ? (
        <path class="lane-bar" d={`M${tip - forward * 5} ${MIDDLE - 6}v12`} />
      ) : (
        <path class="lane-tip" d={`M${tip} ${MIDDLE}l${-forward * 8}-4v8z`} />
      )}
      {message?.carries !== undefined && !isRefused && (
        <rect class="lane-handle" x={(at + tip) / 2 - 4} y={MIDDLE - 4} width="8" height="8" />
      )}
    </g>
  );
}
