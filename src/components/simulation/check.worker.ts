/** Explores every state of one mechanism away from the page. One request, then messages until it is done. */
import { explore } from '../../engine/explore.ts';
import { machine } from '../../engine/machine.ts';
import { registry } from '../../models/registry.ts';
import { MOST_STATES, type CheckMessage, type CheckRequest } from './check.ts';

const tell = (message: CheckMessage) => self.postMessage(message);

async function check({ id, config }: CheckRequest): Promise<void> {
  const mechanism = await registry[id]?.();
  if (!mechanism) throw new Error(`no model '${id}'`);
  const m = machine(mechanism, config);
  const began = performance.now();
  const found = explore(m, {
    most: MOST_STATES,
    progress: ({ states, transitions, depth }) => tell({ is: 'running', counts: { states, transitions, depth } }),
  });
  const { states, transitions, depth, exhaustive, violation, deadlock, seen } = found;
  const unseen = Object.keys(mechanism.model.sometimes).filter((goal) => !seen.includes(goal));
  tell({ is: 'done', outcome: { states, transitions, depth, exhaustive, violation, deadlock, unseen, ms: performance.now() - began } });
}

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  check(data).catch((problem: unknown) => tell({ is: 'failed', why: problem instanceof Error ? problem.message : String(problem) }));
});
