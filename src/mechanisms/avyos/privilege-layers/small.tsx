/** Small: a row for each layer, the wall of the services across all of them, and the requests that come down to it. */
import { Arrow, Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Model } from './layers.ts';

const COLUMN = 62;
const WALL = 62;

export const small: Small<Model> = ({ now: { programs } }) => (
  <SmallFrame>
    {programs.map(({ request }, i) => {
      const x = i * COLUMN;
      const top = 14 + i * 14;
      return (
        <g key={i}>
          <Cell x={x} y={i * 14} width={52} height={15} is="there" />
          {request !== 'none' && <Arrow from={[x + 26, top + 1]} to={[x + 26, WALL - 2]} isDashed={request === 'refused'} />}
          {request === 'served' && <Arrow from={[x + 26, WALL + 20]} to={[x + 26, 94]} />}
          <Cell x={x} y={WALL} width={52} height={20} is={request === 'none' ? 'barred' : request === 'made' ? 'there' : 'full'} />
        </g>
      );
    })}
    <Line d="M0 95h176" />
    <Label x={92} y={103} at="middle" is="quiet">
      kernel
    </Label>
  </SmallFrame>
);
