/** Small: the wall between inside and host, whole where nothing leads through, with an arrow where a way does, and the gate of the services. */
import { Arrow, Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { type Door, type Model, sideOf } from './border.ts';

const WALL = 92;
const rowAt = (i: number) => 28 + i * 21;
const shown: readonly (readonly [Door, string])[] = [
  ['files', 'files'],
  ['devices', 'devices'],
  ['services', 'services'],
];

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    <Label x={0} y={9} is="quiet">
      inside
    </Label>
    <Label x={116} y={9} is="quiet">
      host
    </Label>
    {now.processes.map(({ is, asks }, i) => (
      <Cell
        key={i}
        x={0}
        y={rowAt(0) - 10 + i * 32}
        width={58}
        height={28}
        is={is === 'running' ? (asks === 'served' ? 'full' : 'there') : 'empty'}
      >
        {is !== 'running' ? '' : asks === 'waiting' ? 'asks' : asks === 'refused' ? 'refused' : asks === 'served' ? 'served' : 'runs'}
      </Cell>
    ))}
    {shown.map(([door, name], i) => {
      const { door: is } = sideOf(now, door);
      const y = rowAt(i);
      return (
        <g key={door}>
          <Label x={116} y={y}>
            {name}
          </Label>
          {now.stage !== 'not made' && <Line d={is === 'closed' ? `M${WALL} ${y - 11}v21` : `M${WALL} ${y - 11}v5m0 11v5`} />}
          {(is === 'open' || is === 'allowed') && now.stage !== 'not made' && <Arrow from={[WALL - 16, y]} to={[WALL + 18, y]} />}
          {is === 'guarded' && <Line d={`M${WALL - 5} ${y - 4}h10m0 8h-10`} />}
        </g>
      );
    })}
    <Label x={0} y={100} is="quiet">
      {now.stage === 'closed' ? 'the border is closed' : now.stage === 'not made' ? 'no container yet' : 'being made'}
    </Label>
  </SmallFrame>
);
