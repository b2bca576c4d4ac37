/** Small: a row a slot with its rights, arcs from what was granted from to what was granted, and the handle that the task remembers. */
import { Arrow, Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { model } from './model.ts';

const RIGHTS = ['read', 'write', 'grant'] as const;
const ROW = 24;
const rowAt = (i: number) => 30 + i * ROW;

export const small: Small<typeof model> = ({ now: { slots, handles } }) => (
  <SmallFrame>
    <Label x={0} y={9} is="quiet">
      slot
    </Label>
    <Label x={36} y={9} is="quiet">
      gen.
    </Label>
    <Label x={78} y={9} is="quiet">
      rights
    </Label>
    {slots.map(({ live, generation, rights, parent }, i) => (
      <g key={i}>
        <Label x={6} y={rowAt(i)}>
          {i}
        </Label>
        <Cell x={36} y={rowAt(i) - 9} width={22} height={18} is="window">
          {generation}
        </Cell>
        {RIGHTS.map((right, place) => (
          <Cell key={right} x={78 + place * 22} y={rowAt(i) - 9} width={20} height={18} is={rights.includes(right) ? 'full' : 'empty'}>
            {rights.includes(right) ? right.charAt(0).toUpperCase() : ''}
          </Cell>
        ))}
        {live && parent !== null && (
          <Arrow from={[150, rowAt(parent) + 5]} to={[150, rowAt(i) - 5]} over={[184, (rowAt(parent) + rowAt(i)) / 2]} is="start" />
        )}
      </g>
    ))}
    <Line d="M0 91.5H184" isQuiet />
    {handles.map(({ to, generation }, i) => (
      <g key={i}>
        <Label x={0} y={102} is="quiet">
          handle
        </Label>
        <Cell x={78} y={93.5} width={42} height={18} is="window">
          {to === null ? '\u2013' : `${to}\u00b7${generation}`}
        </Cell>
        <Label x={130} y={102}>
          {to === null ? '' : slots[to]!.generation === generation ? 'fits' : 'stale'}
        </Label>
      </g>
    ))}
  </SmallFrame>
);
