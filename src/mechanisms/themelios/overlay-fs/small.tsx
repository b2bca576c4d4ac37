/** Small: a file of the image below, and what memory holds of it above; what is copied up goes along the arrow. */
import { Arrow, Cell, type CellIs, Label, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { inImage, inMemory, type Bytes } from './layers.ts';
import type { model } from './model.ts';

const START = 66;
const WIDE = 50;
const cells: Readonly<Record<Bytes, CellIs>> = { old: 'there', new: 'full', empty: 'empty', lost: 'barred', changed: 'full' };

function Layer({
  y,
  name,
  bytes,
  is,
}: {
  readonly y: number;
  readonly name: string;
  readonly bytes: readonly Bytes[];
  readonly is: CellIs;
}) {
  return (
    <>
      <Label x={0} y={y + 11} is="quiet">
        {name}
      </Label>
      {bytes.map((each, i) => (
        <Cell key={i} x={START + i * (WIDE + 1)} y={y} width={WIDE} height={22} is={cells[each]}>
          {each === 'old' || each === 'new' ? each : ''}
        </Cell>
      ))}
      {bytes.length === 0 && <Cell x={START} y={y} width={2 * WIDE + 1} height={22} is={is} />}
    </>
  );
}

/** The first file is the one that the scenarios are about. */
export const small: Small<typeof model> = ({ now: { files } }) => {
  const [file] = files;
  const { path, upper, copied, changed } = file!;
  return (
    <SmallFrame>
      <Label x={START + WIDE} y={9} at="middle" is="code">
        {path}
      </Label>
      <Layer y={19} name="memory" bytes={inMemory(file!).bytes} is={upper === 'whiteout' ? 'barred' : 'empty'} />
      {copied && <Arrow from={[START + WIDE / 2, 67]} to={[START + WIDE / 2, 43]} isDashed />}
      <Label x={START + WIDE / 2 + 11} y={55} is="quiet">
        {copied ? 'copied up' : upper === 'whiteout' ? 'hidden' : ''}
      </Label>
      <Layer y={69} name="image" bytes={inImage(file!).bytes} is="empty" />
      <Label x={START} y={103} is="quiet">
        {changed ? 'not as built' : 'never written'}
      </Label>
    </SmallFrame>
  );
};
