/** Small: two ends, between them a queue for each, and the handles as filled squares at whoever has them. */
import { Cell, Label, Line, placeInQueue, Queue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Model, Pair } from './pair.ts';

const ways = [
  { to: 1, y: 29, out: 'right' },
  { to: 0, y: 61, out: 'left' },
] as const;
const BETWEEN = { x: 42, width: 100 };
const EACH = 50;
const HANDLE = 16;

/** What a queue carries: each handle, and where its square begins. */
const carriedIn = ({ ends }: Pair, { to, y, out }: (typeof ways)[number]) =>
  ends[to]!.arrived.flatMap(({ carries }, place) =>
    carries.map((handle, i) => ({ handle, x: placeInQueue({ ...BETWEEN, each: EACH, out }, place) + 28 - i * (HANDLE + 1), y: y + 4 })),
  );

export const small: Small<Model> = ({ now }) => {
  const carried = ways.flatMap((way) => carriedIn(now, way));
  const [first] = carried;
  return (
    <SmallFrame>
      <Label x={92} y={9} at="middle" is="quiet">
        {first ? `handle ${first.handle}, under way` : 'no handle under way'}
      </Label>
      {first && <Line d={`M${first.x + HANDLE / 2} 17V${first.y}`} isQuiet />}
      {now.ends.map((end, i) => (
        <End key={i} index={i} isOpen={end.open} holds={now.handles.flatMap(({ holder }, handle) => (holder === i ? [handle] : []))} />
      ))}
      {ways.map(({ to, y, out }) => (
        <g key={to}>
          <Queue
            {...BETWEEN}
            y={y}
            height={24}
            each={EACH}
            out={out}
            items={now.ends[to]!.arrived.map(({ number, carries }) => (carries.length > 0 ? '' : `m${number}`))}
          />
          {now.ends[to]!.arrived.map(
            ({ number, carries }, place) =>
              carries.length > 0 && (
                <Label key={place} x={placeInQueue({ ...BETWEEN, each: EACH, out }, place) + 3} y={y + 12}>
                  m{number}
                </Label>
              ),
          )}
        </g>
      ))}
      {carried.map(({ handle, x, y }) => (
        <Cell key={handle} x={x} y={y} width={HANDLE} height={HANDLE} is="full">
          {handle}
        </Cell>
      ))}
      <Label x={92} y={103} at="middle" is="quiet">
        {back(now)}
      </Label>
    </SmallFrame>
  );
};

const back = ({ ends }: Pair) => {
  const closed = ends.findIndex(({ open }) => !open);
  if (closed >= 0) return `end ${closed} is closed`;
  return ends[0]!.arrived.length > 0 ? 'messages both ways' : 'nothing comes back';
};

function End({ index, isOpen, holds }: { readonly index: number; readonly isOpen: boolean; readonly holds: readonly number[] }) {
  const x = index === 0 ? 0 : 150;
  return (
    <>
      <Cell x={x} y={25} width={34} height={64} is={isOpen ? 'there' : 'gone'} />
      <Label x={x + 17} y={37} at="middle">
        {index}
      </Label>
      {holds.map((handle, i) => (
        <Cell key={handle} x={x + 9} y={49 + i * (HANDLE + 2)} width={HANDLE} height={HANDLE} is="full">
          {handle}
        </Cell>
      ))}
    </>
  );
}
