/** Small: the two slots, their images block by block, and an arrow at the one that the boot record has started first. */
import { Arrow, Cell, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { StateOf } from '../../../engine/language.ts';
import type { model } from './model.ts';

type Node = StateOf<typeof model>;

const WIDE = 84;
const slotAt = (i: number) => i * 100;

/** What the boot loader does with its record. */
const startsFirst = ({ trial, triesLeft, fallback }: Node) => (trial !== null && triesLeft > 0 ? trial : fallback);

function standing({ slots, running, writing }: Node, i: number, size: number): string {
  const { blocks, image } = slots[i]!;
  if (running === i) return 'runs';
  if (blocks === 0) return 'empty';
  if (blocks === size) return image;
  return `${writing === i ? '' : 'torn, '}${blocks} of ${size}`;
}

export const small: Small<typeof model> = ({ now, config: { blocks: size } }) => {
  const first = slotAt(startsFirst(now)) + WIDE / 2;
  return (
    <SmallFrame>
      <Label x={first} y={9} at="middle" is="quiet">
        starts here
      </Label>
      <Arrow from={[first, 17]} to={[first, 32]} />
      {now.slots.map(({ blocks, image }, i) => (
        <g key={i}>
          {Array.from({ length: size }, (_, block) => (
            <Cell
              key={block}
              x={slotAt(i) + (block * WIDE) / size}
              y={34}
              width={WIDE / size - 2}
              height={42}
              is={block >= blocks ? 'gone' : image === 'broken' ? 'barred' : 'full'}
            />
          ))}
          <Label x={slotAt(i) + WIDE / 2} y={87} at="middle">
            slot {i}
          </Label>
          <Label x={slotAt(i) + WIDE / 2} y={103} at="middle" is="quiet">
            {standing(now, i, size)}
          </Label>
        </g>
      ))}
    </SmallFrame>
  );
};
