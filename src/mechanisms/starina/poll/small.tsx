/** Small: the ids that may be ready above, and below the threads, of which the one that is woken is filled. */
import { Arrow, Cell, Label, Queue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Model } from './waiting.ts';

const EACH = 62;

export const small: Small<Model> = ({ now }) => {
  const woken = now.threads.findIndex(({ state }) => state === 'woken');
  return (
    <SmallFrame>
      <Label x={0} y={9} is="quiet">
        may be ready
      </Label>
      <Queue x={98} y={0} width={86} height={26} each={43} items={now.ready.map((it) => `ch ${it}`)} />
      {woken >= 0 && <Arrow from={[162, 30]} to={[woken * EACH + 30, 50]} over={[woken * EACH + 30, 30]} />}
      {now.threads.map(({ state }, i) => (
        <g key={i}>
          <Cell x={i * EACH} y={54} width={58} height={30} is={state === 'asleep' ? 'empty' : state === 'woken' ? 'full' : 'there'}>
            {i}
          </Cell>
          <Label x={i * EACH + 29} y={99} at="middle" is="quiet">
            {{ running: 'runs', asleep: 'sleeps', woken: 'woken' }[state]}
          </Label>
        </g>
      ))}
    </SmallFrame>
  );
};
