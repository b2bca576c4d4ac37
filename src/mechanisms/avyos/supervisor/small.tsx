/** Small: a lane a service, its process and what PID 1 believes of it as bars, the sign of what differs between them, and the news under way. */
import { Cell, Label, Line, Queue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { believesRunning, gap, hasEnded, type Model } from './supervision.ts';

const ROW = 24;
const laneAt = (i: number) => 28 + i * ROW;
const PROCESS = { x: 18, width: 62 };
const BELIEVED = { x: 116, width: 68 };

function Bar({
  x,
  width,
  y,
  is,
}: {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly is: 'full' | 'gone' | 'none';
}) {
  if (is === 'none') return <Line d={`M${x} ${y}h${width}`} isQuiet />;
  return <Cell x={x} y={y - 7} width={width} height={14} is={is} />;
}

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    <Label x={PROCESS.x} y={9} is="quiet">
      process
    </Label>
    <Label x={BELIEVED.x} y={9} is="quiet">
      believed
    </Label>
    {now.services.map((service, i) => (
      <g key={i}>
        <Label x={0} y={laneAt(i)}>
          {i}
        </Label>
        <Bar {...PROCESS} y={laneAt(i)} is={service.process === 'running' ? 'full' : hasEnded(service) ? 'gone' : 'none'} />
        {gap(now, i) !== 'none' && <Line d={`M89 ${laneAt(i) - 3}h18m0 6h-18M101 ${laneAt(i) - 7}l-6 14`} />}
        <Bar {...BELIEVED} y={laneAt(i)} is={believesRunning(service) ? 'full' : 'none'} />
      </g>
    ))}
    <Label x={0} y={96} is="quiet">
      on its way
    </Label>
    <Queue x={80} y={82} width={104} height={28} each={104} items={now.ends.map(({ of, how }) => `${of} ${ended[how]}`)} />
  </SmallFrame>
);

const ended = { cleanly: 'has ended', 'with a failure': 'has failed', 'by SIGKILL': 'was killed' } as const;
