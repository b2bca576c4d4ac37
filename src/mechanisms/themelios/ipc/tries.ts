/** Three things worth doing with `themelios/ipc`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'rendezvous', step: 2 },
    says: 'Let task 2 `call` as well, and let task 0 `reply`: only task 1 wakes, whose token it was. Let task 0 `receive` the second call and reply again, and task 2 wakes.',
  },
  {
    from: { scenario: 'answeredTwice', step: 3 },
    says: 'Let task 0 `reply` a second time: that is refused, because nobody waits under its token. Let task 1 `call` anew and try again: that is refused too, for the new call has a token of its own.',
  },
  {
    from: { scenario: 'stranger', step: 1 },
    says: 'Take `intrude` by task 0. It wakes task 1 with an answer to a call that it never received, as the code was read to allow: to name the token is enough.',
  },
];
