/** Small: the same parts twice, each in a frame of its own, and with the trusted ones in the frame of the kernel; what is spoilt is hatched. */
import { Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { CellIs } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { insideOf, kernelIs, outsideOf, type Both, type Model } from './map.ts';

const WIDTH = 86;
const ROW = 22;
const TOP = 18;

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    <Label x={WIDTH / 2} y={9} at="middle" is="quiet">
      isolated
    </Label>
    <Label x={184 - WIDTH / 2} y={9} at="middle" is="quiet">
      trusted
    </Label>
    {now.placements.map((_, where) => (
      <Panel key={where} now={now} where={where} x={where * (184 - WIDTH)} />
    ))}
  </SmallFrame>
);

/** Isolated parts from above with gaps between, the space of the kernel below them in one frame. */
function Panel({ now, where, x }: { readonly now: Both; readonly where: number; readonly x: number }) {
  const inside = insideOf(now, where);
  const bottom = TOP + (now.parts.length + 1) * (ROW + 1);
  const top = bottom - (inside.length + 1) * ROW;
  return (
    <>
      {outsideOf(now, where).map((i, place) => (
        <Cell key={i} x={x} y={TOP + place * (ROW + 1)} width={WIDTH} height={ROW - 3} is={look(now, where, i)}>
          {spoilt(now, where, i) ? undefined : i}
        </Cell>
      ))}
      {inside.map((i, place) => (
        <Cell key={i} x={x + 3} y={top + place * ROW + 3} width={WIDTH - 6} height={ROW - 4} is={look(now, where, i)}>
          {spoilt(now, where, i) ? undefined : i}
        </Cell>
      ))}
      <Line d={`M${x} ${top}h${WIDTH}V${bottom}h${-WIDTH}z`} />
      <Label x={x + WIDTH / 2} y={bottom - ROW / 2} at="middle" is="quiet">
        {kernelIs(now, where) === 'whole' ? 'kernel' : 'spoilt'}
      </Label>
    </>
  );
}

const spoilt = ({ parts }: Both, where: number, i: number) => parts[i]!.spoiltBy[where] !== null;

const look = (s: Both, where: number, i: number): CellIs => (spoilt(s, where, i) ? 'barred' : s.parts[i]!.runs[where] ? 'there' : 'gone');
