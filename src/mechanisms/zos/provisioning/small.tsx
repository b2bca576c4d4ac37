/** Small: the jobs on disk, below them the one in the memory of the daemon, and at the end what runs on the node. */
import { Cell, Label, Queue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { types, type Model } from './node.ts';

const WIDE = 92;

export const small: Small<Model> = ({ now: { jobs, current, running } }) => (
  <SmallFrame>
    <Label x={0} y={9} is="quiet">
      jobs on disk
    </Label>
    <Queue
      x={0}
      y={19}
      width={WIDE}
      height={28}
      each={jobs.length > 1 ? WIDE / jobs.length : WIDE}
      items={jobs.map(({ op }) => (jobs.length > 1 ? op.charAt(0) : op))}
    />
    <Label x={0} y={66} is="quiet">
      in memory
    </Label>
    <Cell x={0} y={78} width={WIDE - 3} height={24} is={current ? 'there' : 'gone'}>
      {current ? current.op : 'nothing'}
    </Cell>
    <Label x={104} y={9} is="quiet">
      running
    </Label>
    {types.map((type, i) => (
      <g key={type}>
        <Cell x={104} y={23 + i * 29} width={14} height={14} is={running.includes(type) ? 'full' : 'empty'} />
        <Label x={122} y={30 + i * 29}>
          {type}
        </Label>
      </g>
    ))}
  </SmallFrame>
);
