import { describe, expect, it } from 'vitest';
import { machine } from '../../engine/checker.ts';
import { isMechanism, loadMechanism } from '../../mechanisms/registry.ts';
import { expectedOf } from './check.ts';
import { independentCount } from './independent.ts';

const ids = [
  'themelios/capability-space',
  'themelios/scheduler',
  'themelios/ipc',
  'themelios/frame-allocator',
  'avyos/sutra',
  'starina/poll',
  'violetos/deadline-scheduler',
  'zos/boot-graph',
].filter(isMechanism);

describe('what an independent tool counts', () => {
  it('is what the model expects in its usual configuration', async () => {
    for (const id of ids) {
      const m = machine(await loadMechanism(id));
      expect([id, expectedOf(m)]).toEqual([id, expect.objectContaining({ states: independentCount(m)?.states })]);
    }
  });

  it('is said of no other configuration, and of no model without a twin', async () => {
    const space = await loadMechanism('themelios/capability-space');
    expect(independentCount(machine(space, { slots: 4 }))).toBeUndefined();
    expect(independentCount(machine(space, { grantsMore: true }))).toBeUndefined();
    expect(independentCount(machine({ ...space, model: { ...space.model, id: 'none/such' } }))).toBeUndefined();
  });
});
