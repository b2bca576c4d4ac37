/**
 * Small: the two trees, a cell where something is mounted, an outline where it was, and an arrow along which it has moved. Each tree has a
 * line at its head once there is one, and the init that runs stands in the one with the dot.
 */
import { Arrow, Cell, Disc, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { type Model, moved } from './mounts.ts';

const LEFT = 0;
const RIGHT = 112;
const WIDE = 56;
const rowAt = (i: number) => 19 + i * 24;

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    <Label x={LEFT} y={9} is="quiet">
      initramfs
    </Label>
    <Label x={RIGHT} y={9} is="quiet">
      real root
    </Label>
    <Line d={`M${LEFT} 17h${WIDE}`} />
    {now.root === 'mounted' && <Line d={`M${RIGHT} 17h${WIDE}`} />}
    <Disc x={now.up ? RIGHT + WIDE + 8 : LEFT + WIDE + 10} y={9} radius={3.5} is="full" />
    <Cell x={RIGHT} y={rowAt(0)} width={WIDE} height={20} is={now.core === 'in the real root' ? 'full' : 'empty'}>
      /usr
    </Cell>
    {moved.map((path, i) => (
      <g key={path}>
        <Cell x={LEFT} y={rowAt(i + 1)} width={WIDE} height={20} is={now[path] === 'in the initramfs' ? 'there' : 'gone'}>
          {path}
        </Cell>
        {now[path] === 'in the real root' && <Arrow from={[LEFT + WIDE + 3, rowAt(i + 1) + 10]} to={[RIGHT - 3, rowAt(i + 1) + 10]} />}
        <Cell x={RIGHT} y={rowAt(i + 1)} width={WIDE} height={20} is={now[path] === 'in the real root' ? 'there' : 'empty'}>
          {now[path] === 'in the real root' ? path : ''}
        </Cell>
      </g>
    ))}
  </SmallFrame>
);
