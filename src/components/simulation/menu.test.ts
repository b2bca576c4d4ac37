import { describe, expect, it } from 'vitest';
import { begin, choiceOf, follow, menuAt, type Moment } from '../../engine/run.ts';
import { machine } from '../../engine/machine.ts';
import { capabilitySpaceRuns } from '../../models/themelios/capability-space.runs.ts';
import { byReason, faultVerbs, groupsOf } from './menu.ts';

const m = machine(capabilitySpaceRuns);
const held = follow(m, begin(m), choiceOf(m, { insert: { into: 0, all: ['read', 'grant'] } })) as Moment;
const widen = choiceOf(m, { grant: { from: 0, to: 1, some: ['read', 'write'] } });

describe('the menu of a reader', () => {
  it('shares nine digits out, one verb after another', () => {
    const groups = groupsOf(menuAt(m, held), undefined, faultVerbs(m));
    expect(groups.map(({ verb, open }) => [verb, open.length])).toEqual([
      ['insert', 4],
      ['grant', 3],
      ['revoke', 1],
      ['take', 1],
      ['use', 0],
    ]);
    expect(groups.flatMap(({ open }) => open.map(({ digit }) => digit))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('shows the verb of a fault only while the fault is on, and says that it is one', () => {
    const faulty = machine(capabilitySpaceRuns, { removesOne: true });
    const moment = follow(faulty, begin(faulty), choiceOf(faulty, { insert: { into: 0, all: ['read'] } })) as Moment;
    const verbs = groupsOf(menuAt(faulty, moment), undefined, faultVerbs(faulty)).map(({ verb, isFault }) => [verb, isFault]);
    expect(verbs.at(-1)).toEqual(['remove', true]);
    expect(faultVerbs(m)).toEqual(new Map([['remove', false]]));
  });

  it('loses no offer: each stands open or waits behind "more"', () => {
    const menus = menuAt(m, held);
    groupsOf(menus, undefined).forEach(({ open, more }, v) => {
      const all = [...open.map(({ offer }) => offer.choice), ...more.map(({ choice }) => choice)].sort((a, b) => a - b);
      expect(all).toEqual(menus[v]!.offers.map(({ choice }) => choice));
    });
  });

  it('gives the next step a digit even when it would wait', () => {
    const menus = menuAt(m, held);
    const last = menus[0]!.offers.at(-1)!.choice;
    expect(groupsOf(menus, last)[0]!.open.map(({ offer }) => offer.choice)).toContain(last);
  });

  it('shows two refusals, the awaited one among them', () => {
    const examples = groupsOf(menuAt(m, held), widen).flatMap((group) => group.examples);
    expect(examples).toHaveLength(2);
    expect(examples.find(({ choice }) => choice === widen)?.because).toEqual(['no right is added']);
  });

  it('groups refusals by the first sentence that fails', () => {
    const grant = menuAt(m, held).find(({ verb }) => verb === 'grant')!;
    const reasons = byReason(grant.refusals);
    expect([...reasons.values()].flat()).toHaveLength(grant.refusals.length);
    expect([...reasons.keys()]).toContain('the source holds a capability');
  });
});
