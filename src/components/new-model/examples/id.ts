/** A ball is always with one of three players. A field of this kind is a row, so what it holds can be asked at once. */
import { bool, id, mechanism, table } from '../../../engine/language.ts';

const player = id('player');

const game = mechanism({
  parameters: {},
  state: () => ({ ball: player, players: table(player, 3, { hasHadIt: bool }) }),
});

const pass = game.action({
  says: 'The ball goes to {to}.',
  args: { to: player },
  when: { 'it goes to another': ({ to }, s) => to !== s.ball },
  then: ({ to }, s) => {
    s.ball.hasHadIt = true;
    s.ball = to;
  },
});

export const model = game.model({
  id: 'example/id',
  title: 'A ball',
  actions: { pass },
  always: {},
  sometimes: { 'it comes back to one who has had it': (s) => s.ball.hasHadIt },
});
