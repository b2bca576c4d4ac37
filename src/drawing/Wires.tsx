/**
 * Relations from rows of one table to rows of another that stands after it, drawn in the gap between the two.
 * Heights are counted in sixteenths of a rem, so that the lines meet the rows whatever the size of the text.
 */
export interface Wire {
  /** The middle of the row that it leaves, and of the row that it reaches, below the heads of the tables. */
  readonly from: number;
  readonly to: number;
  readonly as: 'kept' | 'new' | 'gone' | 'broken';
}

const WIDTH = 48;

export function Wires({ height, wires }: { readonly height: number; readonly wires: readonly Wire[] }) {
  return (
    <svg class="wires" viewBox={`0 0 ${WIDTH} ${height}`} width={`${WIDTH / 16}rem`} height={`${height / 16}rem`} aria-hidden="true">
      {wires
        .toSorted((a, b) => order.indexOf(a.as) - order.indexOf(b.as))
        .map((wire) => (
          <OneWire key={`${wire.from} ${wire.to} ${wire.as}`} {...wire} />
        ))}
    </svg>
  );
}

/** What is broken lies on top, what is gone below. */
const order: readonly Wire['as'][] = ['gone', 'kept', 'new', 'broken'];

function OneWire({ from, to, as }: Wire) {
  const half = WIDTH / 2;
  return (
    <g class={`arc arc-${as}`}>
      <path class="arc-line" pathLength={as === 'gone' ? undefined : 1} d={`M5 ${from}C${half} ${from} ${half} ${to} ${WIDTH - 9} ${to}`} />
      <circle class="arc-end" cx="5" cy={from} r="3" />
      <path class="arc-end" d={`M${WIDTH - 2} ${to}l-8-3.75v7.5z`} />
      {as === 'broken' && <path class="arc-cross" d={`M${half - 6} ${(from + to) / 2 - 5}l10 10m0-10l-10 10`} />}
    </g>
  );
}
