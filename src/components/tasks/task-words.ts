/** How a task is worded, the same in the list, on its page and in other files. */
import type { Task, TaskSize } from '../../schemas/tasks.ts';

/** How much there is to do. Nobody knows how long it takes, so no word here says it. */
export const sizeWords: Readonly<Record<TaskSize, string>> = {
  lines: 'a few lines and a test',
  function: 'a function or a module',
  part: 'a part of the system',
  subsystem: 'more than one part',
};

/** What one has to own, as a facet: `none`, or the ids of platforms. */
export const hardwareOf = ({ hardware }: Task): readonly string[] => (hardware.length === 0 ? ['none'] : hardware);
