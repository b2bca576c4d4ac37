import { describe, expect, it } from 'vitest';
import { begin, follow, instanceOf, machine, menuAt, type Snapshot } from '../../engine/checker.ts';
import { runs as capabilitySpaceRuns } from '../../mechanisms/themelios/capability-space/runs.ts';
import { byReason, faultActions, groupsOf } from './menu.ts';

const m = machine(capabilitySpaceRuns);
const held = follow(m, begin(m), instanceOf(m, { insert: { into: 0, all: ['read', 'grant'] } })) as Snapshot;
const widen = instanceOf(m, { grant: { from: 0, to: 1, some: ['read', 'write'] } });

describe('the menu of a reader', () => {
  it('shares nine digits out, one action after another', () => {
    const groups = groupsOf(menuAt(m, held), undefined, faultActions(m));
    expect(groups.map(({ action, open }) => [action, open.length])).toEqual([
      ['insert', 4],
      ['grant', 3],
      ['revoke', 1],
      ['take', 1],
      ['use', 0],
    ]);
    expect(groups.flatMap(({ open }) => open.map(({ digit }) => digit))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('shows the action of a fault only while the fault is on, and says that it is one', () => {
    const faulty = machine(capabilitySpaceRuns, { removesOne: true });
    const snapshot = follow(faulty, begin(faulty), instanceOf(faulty, { insert: { into: 0, all: ['read'] } })) as Snapshot;
    const actions = groupsOf(menuAt(faulty, snapshot), undefined, faultActions(faulty)).map(({ action, isFault }) => [action, isFault]);
    expect(actions.at(-1)).toEqual(['remove', true]);
    expect(faultActions(m)).toEqual(
      new Map([
        ['open', false],
        ['remove', false],
      ]),
    );
  });

  it('loses no enabledAction: each stands open or waits behind "more"', () => {
    const menus = menuAt(m, held);
    groupsOf(menus, undefined).forEach(({ open, more }, v) => {
      const all = [...open.map(({ enabledAction }) => enabledAction.instance), ...more.map(({ instance }) => instance)].sort(
        (a, b) => a - b,
      );
      expect(all).toEqual(menus[v]!.enabled.map(({ instance }) => instance));
    });
  });

  it('gives the next step a digit even when it would wait', () => {
    const menus = menuAt(m, held);
    const last = menus[0]!.enabled.at(-1)!.instance;
    expect(groupsOf(menus, last)[0]!.open.map(({ enabledAction }) => enabledAction.instance)).toContain(last);
  });

  it('shows two refusals, the awaited one among them', () => {
    const examples = groupsOf(menuAt(m, held), widen).flatMap((group) => group.examples);
    expect(examples).toHaveLength(2);
    expect(examples.find(({ instance }) => instance === widen)?.because).toEqual(['no right is added']);
  });

  it('groups refusals by the first sentence that fails', () => {
    const grant = menuAt(m, held).find(({ action }) => action === 'grant')!;
    const reasons = byReason(grant.refusals);
    expect([...reasons.values()].flat()).toHaveLength(grant.refusals.length);
    expect([...reasons.keys()]).toContain('the source holds a capability');
  });
});
