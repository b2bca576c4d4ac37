/**
 * A dial: a rim graduated in steps, a long hand for now and a short one for what is chosen. What stands inside is drawn
 * by the picture that uses it. Angles are degrees, clockwise from the top; the middle is 0, 0.
 */
import type { ComponentChildren } from 'preact';
import { classes } from './words.ts';

/** Steps in one turn of the long hand; the next turn is numbered on. */
const TURN = 40;
const RIM = 186;
const HALF = 224;

/** A point on the dial, rounded so that build and browser write the same. */
export function point(degrees: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = (degrees * Math.PI) / 180;
  const rounded = (length: number) => Math.round(length * 10) / 10;
  return { x: rounded(Math.sin(angle) * radius), y: rounded(-Math.cos(angle) * radius) };
}

const xy = (degrees: number, radius: number) => {
  const { x, y } = point(degrees, radius);
  return `${x} ${y}`;
};

/** A clockwise arc, as the data of a path. */
export const arc = (from: number, to: number, radius: number) =>
  `M${xy(from, radius)}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${xy(to, radius)}`;

interface DialProps {
  readonly step: number;
  readonly children: ComponentChildren;
}

export function Dial({ step, children }: DialProps) {
  return (
    <svg class="dial" viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`} width="320" height="320" aria-hidden="true">
      <Rim step={step} />
      {children}
    </svg>
  );
}

function Rim({ step }: { readonly step: number }) {
  const now = step % TURN;
  const graduations = Array.from({ length: TURN }, (_, i) => i);
  const drawn = (some: readonly number[]) =>
    some.map((i) => `M${xy((i * 360) / TURN, RIM)}L${xy((i * 360) / TURN, RIM + (i % 5 === 0 ? 12 : 6))}`).join('');
  const labels = graduations.filter((i) => i === now || (i % 5 === 0 && Math.abs(i - now) > 1 && TURN - Math.abs(i - now) > 1));
  return (
    <g class="rim">
      <circle class="rim-ahead" r={RIM} />
      <path class="rim-ahead" d={drawn(graduations.filter((i) => i > now))} />
      {now > 0 && <path class="rim-passed" d={arc(0, (now * 360) / TURN, RIM)} />}
      <path class="rim-passed" d={drawn(graduations.filter((i) => i <= now))} />
      {labels.map((i) => {
        const { x, y } = point((i * 360) / TURN, RIM + 24);
        const shown = classes(
          'dial-text rim-number',
          i === now && 'is-now',
          i % 10 !== 0 && i !== now && 'is-minor',
          i <= now && 'is-passed',
        );
        return (
          <text key={i} class={shown} x={x} y={y} dy="0.35em">
            {step - now + i}
          </text>
        );
      })}
    </g>
  );
}

/** The hand of time: it comes from the graduation before. */
export function LongHand({ step }: { readonly step: number }) {
  return (
    <g transform={`rotate(${((step % TURN) * 360) / TURN})`}>
      <g key={step} class="hand hand-of-time">
        <path class="hand-line" d={`M0 28V${20 - RIM}`} />
        <path class="hand-full" d={`M0 ${4 - RIM}l6 20h-12z`} />
      </g>
    </g>
  );
}

interface ShortHandProps {
  readonly angle: number;
  readonly reach: number;
  /** Nothing is chosen at this snapshot: the hand is an outline and shows where it stood. */
  readonly isOpen: boolean;
}

export function ShortHand({ angle, reach, isOpen }: ShortHandProps) {
  return (
    <g class={classes('hand', isOpen && 'is-open')} transform={`rotate(${angle})`}>
      {isOpen ? <path class="hand-edge" d={`M-3 18h6V${-reach}h-6z`} /> : <path class="hand-bar" d={`M0 22V${-reach}`} />}
      {!isOpen && <circle class="hand-full" cy="22" r="5" />}
    </g>
  );
}

/** Where both hands turn. */
export function Pivot() {
  return (
    <g class="hand">
      <circle class="hand-full" r="8" />
      <circle class="hand-hole" r="3" />
    </g>
  );
}

/** The crossed filled square that stands at whatever is broken. */
export function Crossed({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g class="crossed" transform={`translate(${x} ${y})`}>
      <g class="crossed-mark">
        <path class="crossed-square" d="M-9-9H9V9H-9z" />
        <path class="crossed-lines" d="M-4.5-4.5l9 9m0-9l-9 9" />
      </g>
    </g>
  );
}
