/**
 * The parts of small pictures: one state of a mechanism, standing still, where mechanisms are listed. All in ink, because nothing there can be
 * moved. A unit is a pixel where there is room; where there is less the box shrinks to 148 px and its words keep their size, so a picture is laid
 * out for words of `SMALL.text` units. Only the build draws them: a view never imports this file.
 */
import type { ComponentChildren } from 'preact';
import { classes } from './words.ts';

/** The box, and the size of its words where it is at its smallest, in units. */
export const SMALL = { width: 184, height: 112, text: 15 } as const;

/** The words beside it say what it is about, so it is hidden from readers without eyes. */
export function SmallFrame({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="small" viewBox={`0 0 ${SMALL.width} ${SMALL.height}`} width={SMALL.width} height={SMALL.height} aria-hidden="true">
      {children}
    </svg>
  );
}

interface LabelProps {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  /** What of it stands at `x`. */
  readonly at?: 'start' | 'middle' | 'end';
  /** `quiet`: it names what stands beside it. `on-ink`: on a filled part. `code`: as a machine reads it. */
  readonly is?: 'plain' | 'quiet' | 'on-ink' | 'code';
  readonly children: ComponentChildren;
}

export function Label({ x, y, at = 'start', is = 'plain', children }: LabelProps) {
  return (
    <text class={`is-${is}`} x={x} y={y} dy="0.35em" text-anchor={at}>
      {children}
    </text>
  );
}

/** `full` and `there` hold something, `empty` nothing, `barred` what is of no use, `gone` what is no longer there; a `window` shows a count. */
export type CellIs = 'full' | 'there' | 'empty' | 'barred' | 'gone' | 'window';

interface CellProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly is: CellIs;
  /** What stands in its middle. */
  readonly children?: string | number | undefined;
}

export function Cell({ x, y, width, height, is, children }: CellProps) {
  return (
    <>
      <rect class={`small-cell is-${is}`} x={x} y={y} width={width} height={height} rx="2" />
      {is === 'barred' && <path class="small-hatch" d={hatching(x, y, width, height)} />}
      {children !== undefined && children !== '' && (
        <Label x={x + width / 2} y={y + height / 2} at="middle" is={is === 'full' ? 'on-ink' : is === 'window' ? 'code' : 'plain'}>
          {children}
        </Label>
      )}
    </>
  );
}

/** Lines at half a right angle through a box, five units apart. */
function hatching(x: number, y: number, width: number, height: number): string {
  const lines: string[] = [];
  for (let c = 5; c < width + height; c += 5) {
    const [left, right] = [Math.max(0, c - height), Math.min(width, c)];
    lines.push(`M${x + left} ${y + c - left}L${x + right} ${y + c - right}`);
  }
  return lines.join('');
}

interface DiscProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly is: CellIs;
  readonly children?: string | number | undefined;
}

export function Disc({ x, y, radius, is, children }: DiscProps) {
  return (
    <>
      <circle class={`small-cell is-${is}`} cx={x} cy={y} r={radius} />
      {children !== undefined && (
        <Label x={x} y={y} at="middle" is={is === 'full' ? 'on-ink' : 'plain'}>
          {children}
        </Label>
      )}
    </>
  );
}

type Place = readonly [x: number, y: number];

interface ArrowProps {
  readonly from: Place;
  readonly to: Place;
  /** Where a bent one is pulled to. */
  readonly over?: Place;
  /** `start`: a dot where it leaves. `both`: a head at either end. */
  readonly is?: 'plain' | 'start' | 'both';
  readonly isDashed?: boolean;
}

const HEAD = 7;
const rounded = (length: number) => Math.round(length * 10) / 10;
const xy = ([x, y]: Place) => `${rounded(x)} ${rounded(y)}`;

/** The place at this distance from one place, seen from it towards another. */
function towards([x, y]: Place, [toX, toY]: Place, distance: number): Place {
  const length = Math.hypot(toX - x, toY - y) || 1;
  return [x + ((toX - x) * distance) / length, y + ((toY - y) * distance) / length];
}

/** A head whose point is at `at` and which comes from `from`. */
function headAt(at: Place, from: Place): string {
  const [baseX, baseY] = towards(at, from, HEAD);
  const [dx, dy] = [(baseX - at[0]) / 2, (baseY - at[1]) / 2];
  return `M${xy(at)}L${xy([baseX - dy, baseY + dx])}L${xy([baseX + dy, baseY - dx])}z`;
}

export function Arrow({ from, to: target, over, is = 'plain', isDashed = false }: ArrowProps) {
  const [comes, leaves] = [over ?? from, over ?? target];
  const start = is === 'both' ? towards(from, leaves, HEAD) : from;
  const end = towards(target, comes, HEAD);
  return (
    <>
      <path class={classes('small-line', isDashed && 'is-dashed')} d={`M${xy(start)}${over ? `Q${xy(over)} ` : 'L'}${xy(end)}`} />
      {is === 'start' && <circle class="small-full" cx={rounded(from[0])} cy={rounded(from[1])} r="2.5" />}
      {is === 'both' && <path class="small-full" d={headAt(from, leaves)} />}
      <path class="small-full" d={headAt(target, comes)} />
    </>
  );
}

/** Any further line; a quiet one only leads the eye. */
export const Line = ({ d, isQuiet = false }: { readonly d: string; readonly isQuiet?: boolean }) => (
  <path class={classes('small-line', isQuiet && 'is-quiet')} d={d} />
);

interface QueueProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What stands in it, the first to leave first. */
  readonly items: readonly string[];
  /** How much of its width each takes. */
  readonly each: number;
  /** The end at which the first stands, to leave there. */
  readonly out?: 'left' | 'right';
}

/** Two rails, open at both ends, and what stands between them. */
export function Queue({ x, y, width, height, items, each, out = 'right' }: QueueProps) {
  return (
    <>
      <Line d={`M${x} ${y}h${width}M${x} ${y + height}h${width}`} />
      {items.map((item, place) => (
        <Cell key={place} x={placeInQueue({ x, width, each, out }, place)} y={y + 3} width={each - 3} height={height - 6} is="there">
          {item}
        </Cell>
      ))}
    </>
  );
}

/** Where the cell of a place begins. */
export const placeInQueue = ({ x, width, each, out = 'right' }: Pick<QueueProps, 'x' | 'width' | 'each' | 'out'>, place: number): number =>
  out === 'right' ? x + width - (place + 1) * each : x + place * each + 3;
