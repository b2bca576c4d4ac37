/** Small: a cell for each task, filled for the one that holds the lock. */
import { Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { model } from './model.ts';

export const small: Small<typeof model> = ({ now: { tasks } }) => (
  <SmallFrame>
    <Label x={0} y={9} is="quiet">
      who holds the lock
    </Label>
    {tasks.map(({ holds }, i) => (
      <Cell key={i} x={i * 46} y={22} width={40} height={40} is={holds ? 'full' : 'empty'}>
        {i}
      </Cell>
    ))}
  </SmallFrame>
);
