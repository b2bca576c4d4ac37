/**
 * Relations between rows of a table, as arcs in its end margin, from the row that gives to the row that gets.
 * Drawn on a grid in which a row is 44 units high, so that the drawing scales with the table's rows.
 */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** `cut`: the relation stands, but nothing that follows it finds its way. */
  readonly as: 'kept' | 'new' | 'gone' | 'cut' | 'broken';
}

const ROW = 44;
const WIDTH = 72;
const START = 8;

export function Arcs({ rows, arcs }: { readonly rows: number; readonly arcs: readonly Arc[] }) {
  return (
    <svg class="arcs" viewBox={`0 0 ${WIDTH} ${rows * ROW}`} width={WIDTH} height={rows * ROW} aria-hidden="true">
      {arcs.map((arc) => (
        <OneArc key={`${arc.from} ${arc.to} ${arc.as}`} {...arc} />
      ))}
    </svg>
  );
}

function OneArc({ from, to, as }: Arc) {
  // A row may both give and get: what it gives leaves below the middle, what it gets arrives above it.
  const leaves = (from + 0.5) * ROW + 5;
  const arrives = (to + 0.5) * ROW - 5;
  const reach = START + 20 + 14 * Math.min(Math.abs(to - from), 4);
  const head = START + 1;
  // The middle of the curve, where a broken relation is crossed out.
  const x = (START + 3 * reach + 3 * reach + head) / 8;
  const y = (leaves + arrives) / 2;
  return (
    <g class={`arc arc-${as}`}>
      <path
        class="arc-line"
        pathLength={as === 'gone' ? undefined : 1}
        d={`M${START} ${leaves}C${reach} ${leaves} ${reach} ${arrives} ${head + 6} ${arrives}`}
      />
      <circle class="arc-end" cx={START} cy={leaves} r="3" />
      <path class="arc-end" d={`M${head} ${arrives}l8-3.75v7.5z`} />
      {as === 'cut' && <path class="arc-hole" d={`M${x} ${y - 4}v8`} />}
      {as === 'cut' && <path class="arc-gap" d={`M${x - 8} ${y - 4}h16m0 8h-16`} />}
      {as === 'broken' && <path class="arc-cross" d={`M${x - 5} ${y - 5}l10 10m0-10l-10 10`} />}
    </g>
  );
}
