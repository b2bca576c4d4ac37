import { describe, expect, it } from 'vitest';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';
import { runs } from './runs.ts';
import { view } from './view.tsx';

checkView(runs, view);

describe('the map of the placements', () => {
  it('moves a trusted part into the frame of the kernel, in the second map alone', () => {
    const pictures = picturesOf(runs, view, 'reach');
    expect(pictures[0]).not.toContain('is-inside');
    expect(pictures[2]!.match(/placement-part is-inside/g)).toHaveLength(2);
    expect(pictures[2]).toContain('in the space of the kernel, runs');
    expect(pictures[2]!.match(/was here/g)).toHaveLength(1);
    expect(pictures[3]).not.toContain('was here');
  });

  it('shows where a write stopped and where it went through', () => {
    const reached = picturesOf(runs, view, 'reach')[5];
    expect(reached).toContain('is-apart is-ended');
    expect(reached).toContain('is-inside is-spoilt');
    expect(reached).toContain('runs, spoilt by part\u00a00');
  });

  it('names the doors and the answers of one call', () => {
    const pictures = picturesOf(runs, view, 'alike');
    expect(pictures[3]).toContain('a trap: no room');
    expect(pictures[3]).toContain('a function: no room');
  });

  it('marks on the map what broke a rule, and not what ended by its own error', () => {
    const marked = (scenario: string) =>
      [
        ...picturesOf(runs, view, scenario)
          .at(-1)!
          .matchAll(/violated<\/span> <\/span>(part \d)/g),
      ].map(([, part]) => part);
    expect(marked('trusted')).toEqual(['part 2']);
    expect(marked('noBorder')).toEqual(['part 0', 'part 0']);
    expect(marked('outside')).toEqual([]);
  });

  it('says which border was crossed', () => {
    expect(explainedAtEndOf(runs, view, 'stays', 'nothing outside of the kernel is reached by a module')).toBe(
      'In the placement "trusted in the kernel", the memory of part 2 was written by part 0, a module, though it has a space of its own.',
    );
  });
});
