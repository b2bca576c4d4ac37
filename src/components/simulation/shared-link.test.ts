import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo, machine, menuAt } from '../../engine/checker.ts';
import { runs as capabilitySpaceRuns } from '../../mechanisms/themelios/capability-space/runs.ts';
import { act, attempt, frameNow, nextInstance, open, skip, type Session } from './session.ts';
import { ownerOf } from './link-owner.ts';
import { carried, fragmentOf, openFragment, plateOf } from './shared-link.ts';

const nobody = () => false;
const everybody = () => true;
const step = (session: Session) => attempt(session, nextInstance(session, menuAt(session.m, frameNow(session).snapshot))!);
const orphan = step(open(capabilitySpaceRuns, 'orphan', 'tell'));

describe('a run in the fragment of an address', () => {
  it('opens with its settings where the reader stood', () => {
    const fragment = fragmentOf(act(orphan, { do: 'go', to: 2 }));
    expect(fragment).toMatch(/^#run=themelios\/capability-space:[\w-]+$/);
    const opened = openFragment(open(capabilitySpaceRuns, 'narrowing', 'tell'), fragment, everybody)!;
    expect(opened.history.position).toBe(2);
    expect(opened.m.config.forgetsGrandchildren).toBe(true);
    expect(opened.frames.map(({ snapshot }) => snapshot.state)).toEqual(orphan.frames.map(({ snapshot }) => snapshot.state));
    expect(opened.notice).toBe('The run of the link is open, 4 steps.');
  });

  it('leaves the other fragments of a page alone', () => {
    for (const fragment of ['', '#', '#revoke', '#running', '#_top']) expect(openFragment(orphan, fragment, everybody)).toBeUndefined();
  });

  it('says in a sentence what is wrong, and changes nothing', () => {
    const broken = openFragment(orphan, '#run=not-a-run!', everybody)!;
    expect(broken.notice).toContain('could not be opened');
    expect(broken.history).toBe(orphan.history);
    expect(openFragment(orphan, '#run=not-a-run!', nobody)).toBeUndefined();
  });

  it('gives a run or a sentence for any text, and for any link that was changed on its way', () => {
    const good = fragmentOf(orphan);
    const changed = fc.tuple(fc.nat(good.length - 6), fc.string({ maxLength: 3 })).map(([at, put]) => {
      const text = good.slice(5);
      return `#run=${text.slice(0, at)}${put}${text.slice(at + put.length)}`;
    });
    const any = fc.oneof(
      fc.string().map((text) => `#run=${text}`),
      changed,
    );
    fc.assert(
      fc.property(any, (fragment) => {
        const opened = openFragment(orphan, fragment, everybody)!;
        expect(opened.notice).toMatch(/\.$/);
        expect(opened.frames).toHaveLength(opened.history.attempts.length + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows as much of a link that is cut short as is there', () => {
    const fragment = fragmentOf(orphan);
    const cut = openFragment(open(capabilitySpaceRuns, 'narrowing', 'tell'), fragment.slice(0, -5), everybody)!;
    expect(cut.notice).toContain('cut short');
    expect(cut.history.attempts.length).toBeGreaterThan(0);
  });

  it('leaves out what was refused or skipped, and says so', () => {
    const without = skip(act(orphan, { do: 'go', to: 4 }));
    expect(carried(without)).toBe('3 steps, to the end; what was refused or skipped is not in it');
    expect(openFragment(orphan, fragmentOf(without), everybody)?.history.attempts).toHaveLength(3);
  });

  it('R1: exactly one simulation of a page answers, whatever the text is', () => {
    const plates = ['themelios/ipc', 'themelios/capability-space', 'themelios/ipc'].map(plateOf);
    const own = linkTo(machine(capabilitySpaceRuns, { slots: 5 }), [1]);
    const former = plateOf('themelios/capability-space').runFormer.slice(0, 5);
    const texts: [string, number][] = [
      [own, 1],
      [`${former}AAAA`, 1],
      ['themelios/ipc:Ig', 0],
      ['themelios/scheduler:Ig', 0],
      ['GmMR', 0],
      [`${former.slice(0, 4)}!`, 0],
      ['', 0],
      [':', 0],
    ];
    for (const [text, owner] of texts) expect([text, ownerOf(text, plates)]).toEqual([text, owner]);
    expect(ownerOf(own, [])).toBe(-1);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plates[ownerOf(text, plates)]).toBeDefined();
      }),
    );
  });

  it('opens a link that was escaped on its way', () => {
    const escaped = fragmentOf(orphan).replace(':', '%3A').replace('/', '%2f');
    expect(openFragment(open(capabilitySpaceRuns, 'narrowing', 'tell'), escaped, everybody)?.notice).toBe(
      'The run of the link is open, 4 steps.',
    );
  });
});
