/** Small: a lane a network. Its line goes on as far as the version of the link may go, through two gates; a node is filled when it runs the new version. */
import { Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { isNamed, isSafe, networks, type Model } from './grid.ts';

const laneAt = (i: number) => 13 + i * 29;
const [FROM, REGISTRAR, FLAG, NODES] = [80, 100, 116, 132];

/** A gate stands across the line; an open one has a gap where the line goes through. */
const gate = (x: number, y: number, isOpen: boolean) => (isOpen ? `M${x} ${y - 12}v7M${x} ${y + 5}v7` : `M${x} ${y - 12}v24`);

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    {networks.map((on, i) => {
      const y = laneAt(i);
      const isOpen = { registrar: isNamed(now, on), flag: isSafe(now, on) };
      const end = on === 'dev' || (isOpen.registrar && isOpen.flag) ? NODES : isOpen.registrar ? FLAG : REGISTRAR;
      return (
        <g key={on}>
          <Label x={0} y={y} is="quiet">
            {on}
          </Label>
          <Line d={`M${FROM} ${y}H${end}`} />
          {on !== 'dev' && <Line d={gate(REGISTRAR, y, isOpen.registrar) + gate(FLAG, y, isOpen.flag)} />}
          {now.nodes
            .filter((it) => it.on === on)
            .map((it, place) => (
              <Cell key={place} x={NODES + place * 26} y={y - 11} width={22} height={22} is={it.tag === 2 ? 'full' : 'there'}>
                {it.tag}
              </Cell>
            ))}
        </g>
      );
    })}
  </SmallFrame>
);
