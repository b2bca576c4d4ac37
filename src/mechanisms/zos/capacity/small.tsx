/** Small: memory as it is promised above memory as it is used; the frame of each is all that there is. */
import { Cell, Label, SMALL, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { barsOf, lengthOf, type Model } from './bars.ts';

const WIDTH = SMALL.width - 2;

export const small: Small<Model> = ({ now, config }) => (
  <SmallFrame>
    {barsOf(now, config)
      .slice(0, 2)
      .map(({ name, stretches, end }, row) => (
        <g key={name}>
          <Label x={0} y={9 + row * 58} is="quiet">
            {name.toLowerCase()}
          </Label>
          <Cell x={1} y={20 + row * 58} width={WIDTH} height={30} is="empty" />
          {stretches.map(
            ({ size, is }, i) =>
              size > 0 && (
                <Cell
                  key={i}
                  x={1 + (lengthOf(stretches.slice(0, i)) * WIDTH) / end}
                  y={20 + row * 58}
                  width={(size * WIDTH) / end}
                  height={30}
                  is={is === 'used' ? 'full' : is === 'kept' ? 'barred' : 'there'}
                >
                  {is === 'held' ? `${size} GiB` : undefined}
                </Cell>
              ),
          )}
        </g>
      ))}
  </SmallFrame>
);
