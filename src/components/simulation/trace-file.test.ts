import { describe, expect, it } from 'vitest';
import { instanceOf, machine } from '../../engine/checker.ts';
import { runs as capabilitySpaceRuns } from '../../mechanisms/themelios/capability-space/runs.ts';
import { fileName, formats, read } from './trace-file.ts';

const m = machine(capabilitySpaceRuns, { slots: 4 });
const log = [instanceOf(m, { insert: { into: 0, all: ['read', 'grant'] } }), instanceOf(m, { grant: { from: 0, to: 1, some: ['read'] } })];
const written = (name: string) => formats.find((format) => format.name === name)!.write(m, { log, loop: undefined });

describe('a run as a document', () => {
  it('comes back from both formats that can be read', () => {
    for (const name of ['Orrery JSON', 'ITF']) {
      const { run, problem } = read(capabilitySpaceRuns, written(name));
      expect(problem).toBeUndefined();
      expect(run).toMatchObject({ log, position: 2, config: { slots: 4 } });
    }
  });

  it('keeps a loop', () => {
    const take = instanceOf(m, { take: { as: 0, from: 0 } });
    for (const format of formats.slice(0, 2)) {
      const text = format.write(m, { log: [log[0]!, take, take], loop: 2 });
      expect(read(capabilitySpaceRuns, text).run?.loop).toEqual({ from: 2 });
    }
  });

  it('X1: refuses a loop that is none, and keeps the steps before it', () => {
    const { run, problem } = read(capabilitySpaceRuns, formats[0]!.write(m, { log, loop: 1 }));
    expect(problem).toMatch(/^The run does not go on for ever: its last state is not state 1/);
    expect(run).toMatchObject({ log, position: 2 });
    expect(run?.loop).toBeUndefined();
  });

  it('names the first step that is none, and keeps what comes before it', () => {
    const wrong = JSON.parse(written('Orrery JSON'));
    wrong.steps[1].args.some = ['read', 'write'];
    const { run, problem } = read(capabilitySpaceRuns, JSON.stringify(wrong));
    expect(problem).toMatch(/^Step 2, .* is refused; it needs: no right is added\.$/);
    expect(run?.log).toEqual(log.slice(0, 1));
  });

  it('says what a text is not, and never throws', () => {
    expect(read(capabilitySpaceRuns, '{').problem).toContain('not JSON');
    for (const text of ['null', '3', '[]', '{}', '{"states":[]}', '{"format":"orrery-trace/1"}']) {
      expect(read(capabilitySpaceRuns, text)).toMatchObject({ run: undefined, problem: expect.stringMatching(/\.$/) });
    }
  });

  it('has a file name for each format', () => {
    expect(formats.map((format) => fileName(m, format))).toEqual([
      'themelios-capability-space.orrery.json',
      'themelios-capability-space.itf.json',
      'themelios-capability-space.perfetto.json',
      'themelios-capability-space.mmd',
      'themelios-capability-space.csv',
    ]);
    for (const format of formats) expect(format.write(m, { log, loop: undefined }).length).toBeGreaterThan(50);
  });
});
