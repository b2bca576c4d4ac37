/** Small: the ring with the numbers of its entries, an arc from each to the one that follows it, and a hand at the place that is written next. */
import { arc, point } from '../../../drawing/Dial.tsx';
import { Arrow, Disc, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { model } from './model.ts';

const RING = 38;
const DISC = 15;

export const small: Small<typeof model> = ({ now: { entries, next, seen, gap } }) => {
  const angle = (i: number) => Math.round(30 + (i * 360) / entries.length);
  const places = entries.map(({ number }, i) => ({ number, ...point(angle(i), RING) }));
  const end = point(angle(next), RING - DISC - 2);
  return (
    <SmallFrame>
      <g transform="translate(56 60)">
        {places.map(({ number }, i) => {
          const isLast = number === 0 || (i + 1) % entries.length === next;
          return !isLast && <path key={i} class="small-line" d={arc(angle(i) + 23, angle(i) + 360 / entries.length - 23, RING)} />;
        })}
        <Arrow from={[0, 0]} to={[end.x, end.y]} is="start" />
      </g>
      {places.map(({ number, x, y }, i) => (
        <Disc key={i} x={56 + x} y={60 + y} radius={DISC} is={number === 0 ? 'gone' : number > seen ? 'full' : 'there'}>
          {number || ''}
        </Disc>
      ))}
      <Label x={184} y={49} at="end">
        {seen === 0 ? 'nothing read' : `read to ${seen}`}
      </Label>
      <Label x={184} y={71} at="end">
        {gap === 0 ? 'none missed' : `${gap} missed`}
      </Label>
    </SmallFrame>
  );
};
