/** Small: a row for each layer, the wall of the services across all of them, and the requests that come down to it. */
import { Arrow, Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Model } from './layers.ts';
import { layerOf } from './model.ts';

const COLUMN = 63;
const WIDTH = 58;
const MIDDLE = WIDTH / 2;
const WALL = 62;

export const small: Small<Model> = ({ now: { programs }, config }) => (
  <SmallFrame>
    {programs.map(({ request }, i) => {
      const x = i * COLUMN;
      const top = i * 14;
      return (
        <g key={i}>
          <Cell x={x} y={top} width={WIDTH} height={19} is="there">
            {layerOf(i, config) === 'app' ? 'app' : undefined}
          </Cell>
          {request !== 'none' && <Arrow from={[x + MIDDLE, top + 19]} to={[x + MIDDLE, WALL - 2]} isDashed={request === 'refused'} />}
          {request === 'served' && <Arrow from={[x + MIDDLE, WALL + 20]} to={[x + MIDDLE, 94]} />}
          <Cell x={x} y={WALL} width={WIDTH} height={20} is={request === 'none' ? 'barred' : request === 'made' ? 'there' : 'full'}>
            {request === 'served' ? 'service' : undefined}
          </Cell>
        </g>
      );
    })}
    <Line d="M0 95h184" />
    <Label x={92} y={103} at="middle" is="quiet">
      kernel
    </Label>
  </SmallFrame>
);
