import { describe, expect, it } from 'vitest';
import { ipcRuns } from '../../../models/themelios/ipc.runs.ts';
import { ipcView } from './Ipc.tsx';
import { checkView, explainedAtEndOf, picturesOf } from './pictures.fixture.ts';

checkView(ipcRuns, ipcView);

describe('the queues of an endpoint', () => {
  it('shows a caller in two queues, under its token', () => {
    const [, called] = picturesOf(ipcRuns, ipcView, 'answeredTwice');
    expect(called?.match(/<span class="rail-main">1\u00b71<\/span>/g)).toHaveLength(2);
  });

  it('draws an arc from who waits for a reply to who owes it', () => {
    const [, , received] = picturesOf(ipcRuns, ipcView, 'answeredTwice');
    expect(received).toContain('arc-new');
    expect(received).toContain('task 1, token 1');
  });

  it('names the task that nobody can wake', () => {
    expect(explainedAtEndOf(ipcRuns, ipcView, 'lostWakeUp', 'no wake-up is lost')).toMatch(/stands in no queue/);
  });
});
