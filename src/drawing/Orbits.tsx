/** The orbits of a dial, the words along them, and what circles on them. */
import { arc, Crossed } from './Dial.tsx';
import { classes } from './words.ts';

/** Innermost is who has the processor. */
export const orbits = { running: 62, ready: 110, blocked: 158 } as const;
export type Orbit = keyof typeof orbits;

/**
 * The name of an orbit, written along it. `id` is of the path that the letters follow, and stands once in a page. The
 * letters are drawn one by one, so what clears the line for them lies below all of them.
 */
export function OrbitName({ name, id, radius }: { readonly name: string; readonly id: string; readonly radius: number }) {
  return (
    <>
      <path id={id} class="orbit-path" d={arc(-125, 35, radius)} />
      {['orbit-clear', 'orbit-word'].map((layer) => (
        <text key={layer} class={layer} dy="0.3em">
          <textPath href={`#${id}`} startOffset="50%">
            {name}
          </textPath>
        </text>
      ))}
    </>
  );
}

interface PlanetProps {
  readonly label: number;
  readonly on: Orbit;
  readonly angle: number;
  readonly isIdle: boolean;
  readonly isBroken: boolean;
  /** Its places in the queue. */
  readonly numbers: string;
  /** The orbit that it had one step ago; undefined when it had none. */
  readonly from: Orbit | undefined;
  readonly step: number;
}

/** It moves along the line from the middle: turned to its angle, shifted outward, and its label turned back upright. */
export function Planet({ label, on, angle, isIdle, isBroken, numbers, from, step }: PlanetProps) {
  const moves = from !== undefined && from !== on;
  return (
    <g transform={`rotate(${angle})`}>
      <g
        key={moves ? step : 'still'}
        class={classes('planet', `is-${on}`, moves && `moves from-${from} to-${on}`, isBroken && 'is-broken')}
      >
        <g transform={`translate(0 ${-orbits[on]}) rotate(${-angle})`}>
          <circle class="planet-disc" r="21" />
          <text class="planet-label" dy="0.34em">
            {label}
          </text>
          {isIdle && <path class="planet-idle" d="M-8 14.5h16" />}
        </g>
        {/* beside it on its orbit: outward stands the number, inward the hand */}
        {isBroken && (
          <g transform={`translate(27 ${-orbits[on]}) rotate(${-angle})`}>
            <Crossed x={0} y={0} />
          </g>
        )}
        {numbers !== '' && (
          <g transform={`translate(0 ${-orbits[on] - 35}) rotate(${-angle})`}>
            <text class="dial-text planet-number" dy="0.35em">
              {numbers}
            </text>
          </g>
        )}
      </g>
    </g>
  );
}
