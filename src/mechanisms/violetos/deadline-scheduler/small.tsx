/** Small: the queue of the first CPU as a line of keys, with now as a mark on it, and above it who runs. */
import { Cell, Disc, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { queueOf, type Model } from './keys.ts';

const NOW = 56;
const UNIT = 40;
const AXIS = 78;
const R = 11;

export const small: Small<Model> = ({ now }) => {
  const { runs, left } = now.cpus[0]!;
  const queue = queueOf(now, 0);
  const heightOf = (it: number) => queue.filter((each) => each < it && now.tasks[each]!.key === now.tasks[it]!.key).length;
  return (
    <SmallFrame>
      <Label x={0} y={12} is="quiet">
        runs
      </Label>
      {runs === null ? (
        <Label x={44} y={12}>
          nothing
        </Label>
      ) : (
        <Disc x={50} y={12} radius={R} is="full">
          {runs}
        </Disc>
      )}
      {runs !== null && (
        <Label x={72} y={12}>
          {now.tasks[runs]!.priority}
        </Label>
      )}
      {runs !== null && <Cell x={168} y={5} width={14} height={14} is={left > 0 ? 'full' : 'empty'} />}
      <Line d={`M0 ${AXIS}h184`} />
      <Line d={`M${NOW} 34V${AXIS + 6}`} isQuiet />
      {[1, 2, 3].map((unit) => (
        <Line key={unit} d={`M${NOW + unit * UNIT} ${AXIS - 4}v8`} isQuiet />
      ))}
      {queue.map((it) => (
        <Disc key={it} x={Math.max(R, NOW + now.tasks[it]!.key * UNIT)} y={AXIS - R - 2 - heightOf(it) * 2 * R} radius={R} is="there">
          {it}
        </Disc>
      ))}
      <Label x={0} y={98} is="quiet">
        due
      </Label>
      <Label x={NOW} y={98} at="middle" is="quiet">
        now
      </Label>
      <Label x={184} y={98} at="end" is="quiet">
        later
      </Label>
    </SmallFrame>
  );
};
