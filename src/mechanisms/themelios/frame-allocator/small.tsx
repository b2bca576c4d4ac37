/** Small: memory as a row of frames, who holds each, below it its bit, and the count that the allocator keeps. */
import { Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { contentOf } from './frames.ts';
import type { model } from './model.ts';

const cells = { held: 'there', free: 'empty', barred: 'barred', kernel: 'full', bitmap: 'full', boot: 'full' } as const;

export const small: Small<typeof model> = ({ now }) => {
  const each = Math.floor(186 / now.frames.length);
  return (
    <SmallFrame>
      <Label x={0} y={9} is="quiet">
        who holds each frame
      </Label>
      {now.frames.map((_, i) => {
        const { letters, as } = contentOf(now, i);
        return (
          <Cell key={i} x={i * each} y={18} width={each - 3} height={24} is={cells[as]}>
            {letters}
          </Cell>
        );
      })}
      <Label x={0} y={57} is="quiet">
        its bit, 1 is free
      </Label>
      {now.frames.map(({ free }, i) => (
        <Cell key={i} x={i * each} y={67} width={each - 3} height={19} is="window">
          {free ? 1 : 0}
        </Cell>
      ))}
      <Label x={184} y={102} at="end">
        {now.boot === 'counted' ? `${now.count} counted free` : 'not counted yet'}
      </Label>
    </SmallFrame>
  );
};
