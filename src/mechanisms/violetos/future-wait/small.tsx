/** Small: the futures that a task waits on as cells, what each entry reads, and a box for each that must resolve. */
import { Cell, Label, Line, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import { taskIs, thresholdOf, type Entry, type Model } from './vector.ts';

const looks = { 'not in the list': 'empty', pending: 'there', resolved: 'full', cancelled: 'barred', invalid: 'gone' } as const;
const WIDE = 88;
const BOX = 14;

export const small: Small<Model> = ({ now }) => {
  const it = now.tasks[0]!;
  const threshold = thresholdOf(it);
  return (
    <SmallFrame>
      <Label x={0} y={9}>
        {it.generation > 0 ? it.mode : 'no wait yet'}
      </Label>
      <Label x={184} y={9} at="end" is="quiet">
        {taskIs(it)}
      </Label>
      {it.entries.map((entry, i) => (
        <g key={i}>
          <Cell x={i * (WIDE + 8)} y={26} width={WIDE} height={24} is={looks[entry]}>
            {entry === 'pending' || entry === 'resolved' ? entry : undefined}
          </Cell>
          {beside(entry) !== '' && (
            <Label x={i * (WIDE + 8) + WIDE / 2} y={61} at="middle" is="quiet">
              {beside(entry)}
            </Label>
          )}
        </g>
      ))}
      <Line d="M0 76h184" isQuiet />
      <Label x={0} y={96} is="quiet">
        threshold
      </Label>
      {it.generation > 0 &&
        Array.from({ length: threshold }, (_, i) => (
          <Cell
            key={i}
            x={184 - (threshold - i) * (BOX + 4)}
            y={89}
            width={BOX}
            height={BOX}
            is={i < it.resolved ? 'full' : i < it.resolved + it.pending ? 'there' : 'barred'}
          />
        ))}
    </SmallFrame>
  );
};

/** What a cell does not say itself. */
const beside = (entry: Entry) => (entry === 'cancelled' || entry === 'invalid' ? entry : '');
