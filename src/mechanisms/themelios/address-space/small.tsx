/** Small: the pages of two processes, arrows to the frames between them, and the kernel half below both. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { model } from './model.ts';
import type { Spaces } from './spaces.ts';

const ROW = 25;
const HIGH = 20;
const rowAt = (i: number) => 20 + i * ROW;
const middle = (i: number) => rowAt(i) + HIGH / 2;
const frames = { free: 'empty', private: 'there', shared: 'full' } as const;

/** The first process at the start, the second at the end. */
const sides = [
  { x: 0, edge: 44, frame: 80, label: 0, at: 'start' },
  { x: 140, edge: 140, frame: 104, label: 184, at: 'end' },
] as const;

export const small: Small<typeof model> = ({ now }) => (
  <SmallFrame>
    {sides.map(({ x, edge, frame, label, at }, i) => (
      <g key={i}>
        <Label x={label} y={9} at={at} is="quiet">
          process {i}
        </Label>
        {now.processes[i]!.maps.map((to, page) => (
          <g key={page}>
            <Cell
              x={x}
              y={rowAt(page)}
              width={44}
              height={HIGH}
              is={!now.processes[i]!.tables ? 'gone' : to === null ? 'empty' : 'there'}
            />
            {to !== null && <Arrow from={[edge, middle(page)]} to={[frame, middle(to)]} />}
          </g>
        ))}
      </g>
    ))}
    {now.frames.map(({ is }, i) => (
      <Cell key={i} x={80} y={rowAt(i)} width={24} height={HIGH} is={frames[is]}>
        {i}
      </Cell>
    ))}
    <Label x={92} y={78} at="middle" is="quiet">
      {now.frames.some(({ is }) => is === 'shared') ? 'shared' : ''}
    </Label>
    <Cell x={0} y={90} width={184} height={21} is="full">
      {halves(now)}
    </Cell>
  </SmallFrame>
);

const halves = ({ processes, kernelPage }: Spaces) =>
  processes.every((it) => !it.tables || it.kernelPage === kernelPage) ? 'kernel half, the same' : 'kernel halves differ';
