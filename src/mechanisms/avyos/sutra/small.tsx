/** Small: a client and a service, and between them the frames with their opcodes, requests above and answers below. */
import { Cell, Label, Queue, SmallFrame } from '../../../drawing/Small.tsx';
import type { Small } from '../../../drawing/view.ts';
import type { Connection, Model } from './connection.ts';

const BETWEEN = { x: 32, width: 120, height: 24, each: 59 };

const waits = ({ callers }: Connection) => {
  const by = callers.findIndex(({ state }) => state === 'waiting');
  return by < 0 ? 'nobody waits' : `caller ${by} waits`;
};

export const small: Small<Model> = ({ now }) => (
  <SmallFrame>
    <Label x={92} y={9} at="middle" is="quiet">
      frames, by opcode
    </Label>
    <Cell x={0} y={22} width={26} height={66} is="there">
      C
    </Cell>
    <Cell x={158} y={22} width={26} height={66} is={now.open ? 'there' : 'gone'}>
      S
    </Cell>
    <Queue {...BETWEEN} y={26} items={now.requests.map(({ opcode }) => `${opcode}`)} />
    <Queue {...BETWEEN} y={60} out="left" items={now.answers.map(({ opcode, is }) => (is === 'event' ? `event ${opcode}` : `${opcode}`))} />
    <Label x={92} y={103} at="middle" is="quiet">
      {waits(now)}
    </Label>
  </SmallFrame>
);
