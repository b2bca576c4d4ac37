/** Three things worth doing with `themelios/scheduler`. Apart from its runs, because a page has them and a player does not. */
import type { Try } from '../../../engine/language.ts';

export const tries: readonly Try[] = [
  {
    from: { scenario: 'sleep', step: 7 },
    says: 'Take `wake` of task 0, and then try to `switch to` it. That is refused: a woken task cuts no slice short, not even that of the idle task, so it has to wait for the next `tick`.',
  },
  {
    from: { scenario: 'spared', step: 1 },
    says: 'Task 0 has ended. Try to `reap` it: that is refused, because the kernel still stands on its stack. Take `switch to` task 2 and a `tick` of it, and now the stack can be freed.',
  },
  {
    from: { scenario: 'turns', step: 0 },
    says: 'Under Break it, switch on that the controller is told of a tick only when the interrupted task runs again, and take Check every state. After two steps a task runs for ever, because no further tick comes.',
  },
];
