/** Small: the graph as it is drawn large, a filled cell is up, a framed one is started; above it the first that is not up. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { type Boot, edgesOf, isUp, type Model, places } from './graph.ts';
import { type Unit, units } from './model.ts';

const [WIDE, HIGH] = [20, 20];
const left = (it: Unit) => places[it][0] * 32;
const top = (it: Unit) => (places[it][1] === 1 ? 88 : 44);

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    <Label x={0} y={9}>
      {saysOf(now)}
    </Label>
    {edgesOf(now).map(({ from, to }) => (
      <OneArrow key={`${from} ${to}`} from={from} to={to} isDashed={!isUp(now, from)} />
    ))}
    {units.map((it) => (
      <Cell
        key={it}
        x={left(it) + 2}
        y={top(it)}
        width={WIDE}
        height={HIGH}
        is={isUp(now, it) ? 'full' : now[it] === 'blocked' ? 'empty' : 'there'}
      />
    ))}
  </SmallFrame>
);

function saysOf(s: Boot): string {
  const next = units.find((it) => !isUp(s, it));
  return next === undefined ? 'all are up' : `${next}: ${s[next]}`;
}

function OneArrow({ from, to, isDashed }: { readonly from: Unit; readonly to: Unit; readonly isDashed: boolean }) {
  const far = places[to][0] - places[from][0];
  const [x, y] = [left(from) + 12, left(to) + 12];
  if (places[from][1] !== places[to][1]) {
    const [leaves, arrives] = top(from) < top(to) ? [top(from) + HIGH, top(to)] : [top(from), top(to) + HIGH];
    return <Arrow from={[x + 5, leaves]} to={[y - 5, arrives]} isDashed={isDashed} />;
  }
  if (far === 1) return <Arrow from={[x + 10, top(from) + 10]} to={[y - 10, top(to) + 10]} isDashed={isDashed} />;
  return <Arrow from={[x + 5, top(from)]} to={[y - 5, top(to)]} over={[(x + y) / 2, top(from) - 8 * far]} isDashed={isDashed} />;
}
