/**
 * Small: a lane a network. Its line goes on as far as the version of the link may go, through two gates. A node is its two packages, filled when they
 * are of the new version and barred while their services are stopped.
 */
import { Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { gateOf, networks, packages, type Model, type Node } from './grid.ts';

const laneAt = (i: number) => 13 + i * 29;
const [FROM, REGISTRAR, FLAG, NODES] = [80, 100, 116, 132];

/** A gate stands across the line; an open one has a gap where the line goes through. */
const gate = (x: number, y: number, isOpen: boolean) => (isOpen ? `M${x} ${y - 9}v6M${x} ${y + 3}v6` : `M${x} ${y - 9}v18`);

const isDown = ({ down }: Node, name: (typeof packages)[number]) =>
  name === 'containerd' ? down.includes('containerd') : down.includes('vmd');

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    {networks.map((on, i) => {
      const y = laneAt(i);
      const [registrar, flag] = [gateOf(now, on, 'registrar').isOpen, gateOf(now, on, 'flag').isOpen];
      const end = registrar && flag ? NODES : registrar ? FLAG : REGISTRAR;
      return (
        <g key={on}>
          <Label x={0} y={y} is="quiet">
            {on}
          </Label>
          <Line d={`M${FROM} ${y}H${end}`} />
          {on !== 'dev' && <Line d={gate(REGISTRAR, y, registrar) + gate(FLAG, y, flag)} />}
          {now.nodes
            .filter((it) => it.on === on)
            .map((it, place) =>
              packages.map((name, row) => (
                <Cell
                  key={`${place} ${name}`}
                  x={NODES + place * 26}
                  y={y - 11 + row * 12}
                  width={22}
                  height={10}
                  is={isDown(it, name) ? 'barred' : it[name] === 2 ? 'full' : 'there'}
                />
              )),
            )}
        </g>
      );
    })}
  </SmallFrame>
);
