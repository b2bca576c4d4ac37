/** Small: the app, the other app and the kernel under each isolation; what a fault reached is hatched, an app that ended is a ghost, and an arrow is a message that waits. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Model } from './kinds.ts';

const EACH = 64;
const WIDTH = 56;

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    {now.kinds.map(({ app, other, kernel, sent, came }, kind) => (
      <g key={kind}>
        <Label x={kind * EACH + WIDTH / 2} y={9} at="middle" is="quiet">
          {['safe', 'user', 'engine'][kind]}
        </Label>
        <Cell x={kind * EACH} y={16} width={WIDTH} height={24} is={app === 'runs' ? 'there' : 'gone'}>
          app
        </Cell>
        {sent > 0 && <Arrow from={[kind * EACH + 16, 41]} to={[kind * EACH + 16, 53]} />}
        {came > 0 && <Arrow from={[kind * EACH + 40, 53]} to={[kind * EACH + 40, 41]} />}
        <Cell x={kind * EACH} y={54} width={WIDTH} height={24} is={other === 'whole' ? 'there' : 'barred'}>
          {other === 'whole' ? 'other' : undefined}
        </Cell>
        <Cell x={kind * EACH} y={84} width={WIDTH} height={24} is={kernel === 'whole' ? 'there' : 'barred'}>
          {kernel === 'whole' ? 'kernel' : undefined}
        </Cell>
      </g>
    ))}
  </SmallFrame>
);
