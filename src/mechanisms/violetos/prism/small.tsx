/** Small: the two buffers, which side has each, and the arrow along which they change places. */
import { Arrow, Cell, Label, Line, placeInQueue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Inbox, Model } from './inbox.ts';

const WIDE = 148;
const rowAt = (i: number) => i * 57;

/** Filled is what waits for the task; what it has read stands as empty. */
function cellIs({ filling, read }: Inbox, buffer: number, place: number): 'full' | 'there' | 'empty' {
  if (buffer === filling) return 'full';
  return place < read ? 'empty' : 'there';
}

export const small: Small<Model> = ({ now, config: { places } }) => {
  const each = WIDE / places;
  return (
    <SmallFrame>
      {now.buffers.map(({ holds }, i) => (
        <g key={i}>
          <Label x={0} y={rowAt(i) + 9} is="quiet">
            {i === now.filling ? 'filled by the kernel' : 'read by the task'}
          </Label>
          <Line d={`M0 ${rowAt(i) + 20}h${WIDE}m0 30H0`} isQuiet />
          {holds.map(({ through, future }, place) => (
            <Cell
              key={place}
              x={placeInQueue({ x: 0, width: WIDE, each }, place)}
              y={rowAt(i) + 23}
              width={each - 3}
              height={24}
              is={cellIs(now, i, place)}
            >
              {future === null ? `drop of ${through}` : `future ${future}`}
            </Cell>
          ))}
        </g>
      ))}
      <Arrow from={[155, 35]} to={[155, 92]} over={[200, 63]} is="both" />
    </SmallFrame>
  );
};
