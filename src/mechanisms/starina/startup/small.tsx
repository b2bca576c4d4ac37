/** Small: the apps of the list one below the other, a filled one has its thread; an arrow is a channel to a server. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { channelsOf, type Model } from './apps.ts';

const ROW = 37;
const middleOf = (i: number) => 17 + i * ROW;

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    {now.apps.map((it, i) => (
      <g key={i}>
        <Cell x={0} y={middleOf(i) - 15} width={32} height={30} is={it.state === 'queued' || it.state === 'running' ? 'full' : 'there'}>
          {i}
        </Cell>
        <Label x={40} y={middleOf(i)} is="quiet">
          {says(it)}
        </Label>
      </g>
    ))}
    {channelsOf(now).map(({ from, to }) => (
      <Arrow
        key={`${from} ${to}`}
        from={[158, middleOf(from)]}
        to={[156, middleOf(to)]}
        over={[206, (middleOf(from) + middleOf(to)) / 2]}
        is="start"
      />
    ))}
  </SmallFrame>
);

const says = ({ exports, needs }: { readonly exports: number | null; readonly needs: readonly number[] }) =>
  exports !== null ? 'exports it' : needs.length > 0 ? 'needs a service' : 'on its own';
