// Runs tasks side by side: as many as there are lanes, each as soon as what it waits for has ended.

/**
 * A task is `{ name, after, lanes, run }`: `after` names tasks that must have ended, `lanes` says how many it takes (1 when left out).
 * `run` is given the results of those that have ended, by name, and returns a result or its promise; what it throws ends everything.
 * Returns all results by name. The order of the list decides who goes first.
 */
export async function inLanes(tasks, lanes) {
  const names = tasks.map(({ name }) => name);
  for (const { name, after = [], lanes: takes = 1 } of tasks) {
    const unknown = after.find((it) => !names.includes(it));
    if (unknown) throw new Error(`The task ${name} waits for ${unknown}, and there is no such task.`);
    if (takes > lanes) throw new Error(`The task ${name} takes ${takes} lanes, and there are ${lanes}.`);
  }
  const waiting = [...tasks];
  const running = new Map();
  const results = {};
  let free = lanes;
  while (waiting.length > 0 || running.size > 0) {
    for (const task of [...waiting]) {
      const { name, after = [], lanes: takes = 1, run } = task;
      if (takes > free || !after.every((it) => it in results)) continue;
      waiting.splice(waiting.indexOf(task), 1);
      free -= takes;
      const ended = async () => {
        results[name] = await run(results);
        running.delete(name);
        free += takes;
      };
      running.set(name, ended());
    }
    if (running.size === 0) throw new Error(`These tasks wait for each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    await Promise.race(running.values());
  }
  return results;
}
