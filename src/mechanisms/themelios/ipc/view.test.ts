import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);

describe('the queues of an endpoint', () => {
  it('shows a caller in two queues, under its token', () => {
    const [, called] = picturesOf(runs, view, 'answeredTwice');
    expect(called?.match(/<span class="rail-main">1\u00b71<\/span>/g)).toHaveLength(2);
  });

  it('draws an arc from who waits for a reply to who owes it', () => {
    const [, , received] = picturesOf(runs, view, 'answeredTwice');
    expect(received).toContain('arc-new');
    expect(received).toContain('task 1, token 1');
  });

  it('names the task that nobody can wake', () => {
    expect(explainedAtEndOf(runs, view, 'lostWakeUp', 'no wake-up is lost')).toMatch(/stands in no queue/);
  });
});
