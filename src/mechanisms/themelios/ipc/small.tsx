/** Small: the three queues of an endpoint, and below who owes whom a reply. */
import { Label, Queue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { StateOf } from '../../../engine/language.ts';
import type { model } from './model.ts';

type Endpoint = StateOf<typeof model>;

const EACH = 36;
const START = 70;

/** A task, and behind it the token of its call. */
const said = ({ task, token }: Endpoint['callers'][number]) => (token > 0 ? `${task}\u00b7${token}` : `${task}`);

function owed({ tasks, callers, destroyed }: Endpoint): string {
  if (destroyed) return 'the endpoint is gone';
  const by = tasks.findIndex(({ token }) => token > 0 && callers.some((each) => each.token === token));
  return by < 0 ? 'no reply is owed' : `task ${by} owes ${callers.find(({ token }) => token === tasks[by]!.token)!.task} a reply`;
}

export const small: Small<typeof model> = ({ now }) => {
  const queues = { senders: now.senders.map(said), receivers: now.receivers.map(String), callers: now.callers.map(said) };
  return (
    <SmallFrame>
      {Object.entries(queues).map(([name, items], row) => (
        <g key={name}>
          <Label x={0} y={12 + row * 30} is="quiet">
            {name}
          </Label>
          <Queue x={START} y={1 + row * 30} width={184 - START} height={22} items={items} each={EACH} />
        </g>
      ))}
      <Label x={184} y={103} at="end">
        {owed(now)}
      </Label>
    </SmallFrame>
  );
};
