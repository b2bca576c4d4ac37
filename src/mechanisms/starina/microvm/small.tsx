/** Small: the four places of the loop as a ring, the one where it is filled, and what has come unseen beside it. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { model } from './model.ts';

const places = [
  { name: 'ports', x: 0, y: 0, phases: ['ports'] },
  { name: 'inject', x: 112, y: 0, phases: ['inject'] },
  { name: 'guest', x: 112, y: 56, phases: ['guest'] },
  { name: 'exit', x: 0, y: 56, phases: ['access', 'wait'] },
] as const;

export const small: Small<typeof model> = ({ now: { phase, devices } }) => (
  <SmallFrame>
    {places.map(({ name, x, y, phases }) => (
      <Cell key={name} x={x} y={y} width={72} height={28} is={phases.some((each) => each === phase) ? 'full' : 'empty'}>
        {name}
      </Cell>
    ))}
    <Arrow from={[74, 14]} to={[110, 14]} />
    <Arrow from={[148, 30]} to={[148, 54]} />
    <Arrow from={[110, 70]} to={[74, 70]} />
    <Arrow from={[36, 54]} to={[36, 30]} />
    <Label x={0} y={102} is="quiet">
      {devices.some(({ arrived }) => arrived) ? 'come, and not seen yet' : 'nothing waits'}
    </Label>
  </SmallFrame>
);
