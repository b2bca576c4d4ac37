/** Small: the four places of the loop as a ring, the one where it is filled, the ports shaded when something has come there. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { isAt, isIn } from './loop.ts';
import type { model } from './model.ts';

const places = [
  { name: 'ports', x: 0, y: 0 },
  { name: 'library', x: 112, y: 0 },
  { name: 'guest', x: 112, y: 56 },
  { name: 'exit', x: 0, y: 56 },
] as const;

export const small: Small<typeof model> = ({ now }) => {
  const hasCome = now.devices.some((each) => isIn('ports', each));
  return (
    <SmallFrame>
      {places.map(({ name, x, y }) => (
        <Cell key={name} x={x} y={y} width={72} height={28} is={isAt(now, name) ? 'full' : name === 'ports' && hasCome ? 'there' : 'empty'}>
          {name === 'exit' && now.phase === 'wait' ? 'waits' : name}
        </Cell>
      ))}
      <Arrow from={[74, 14]} to={[110, 14]} />
      <Arrow from={[148, 30]} to={[148, 54]} />
      <Arrow from={[110, 70]} to={[74, 70]} />
      <Arrow from={[36, 54]} to={[36, 30]} />
      <Label x={0} y={102} is="quiet">
        {hasCome ? 'something came unseen' : 'nothing came'}
      </Label>
    </SmallFrame>
  );
};
