import { describe, expect, test } from 'vitest';
import {
  cited,
  architecture,
  deliverable,
  drift,
  entriesOf,
  ground,
  milestone,
  need,
  platform,
  readme,
  rule,
  seen,
  system,
  term,
  upstream,
} from './entries.fixture.ts';
import { fieldName, type Entry } from './entries.ts';
import { subjectNames } from '../schemas/architecture.ts';
import type { Models } from './integrity/models.ts';
import type { PageContent, Prose } from './integrity/page-content.ts';
import { problemsIn } from './integrity.ts';

const models: Models = new Map([
  [
    'orbit/wheel',
    {
      properties: ['the wheel turns', 'the axle holds'],
      scenarios: ['one turn'],
      parameters: new Map([['spokes', { least: 1, most: 4 }]]),
      faults: ['wobbles'],
      declares: ['turn'],
      steps: new Map([['one turn', 3]]),
    },
  ],
]);

const empty: PageContent = { elements: [], addresses: [], imports: [], code: [], paragraphs: [], statements: [] };
const pageOf = (text: string, content: Partial<PageContent> = {}, address = '/page/'): Prose => ({
  file: 'src/content/docs/page.mdx',
  address,
  text,
  content: { ...empty, ...content },
});

/** The problems of a small project as sentences: the record, the field, what is wrong. */
const problems = (records: readonly Entry[], prose: string[] = []): string[] =>
  problemsIn(
    entriesOf(...records),
    models,
    prose.map((text) => pageOf(text)),
  ).map(({ file, field, says }) => `${file.replace('src/content/', '').replace('.yaml', '')} ${fieldName(field)}: ${says}`);

/** The ground with records that the system lists, as it must. */
const listed = (...records: readonly Entry[]): Entry[] => {
  const ids = (name: string) => records.filter(({ collection }) => collection === name).map(({ id }) => id);
  return [system({ milestones: ids('milestones'), platforms: ids('platforms') }), ...ground.slice(1), ...records];
};
const later = { ...seen, commit: 'abcdef2' };

test('sound records have no problem', () => {
  const records = listed(
    milestone('orbit-1'),
    milestone('orbit-2', { order: 2, needs: [need('orbit-1')], deliverables: [deliverable('wheel')] }),
    platform('orbit-board'),
    architecture({ subjects: subjectNames.map((id) => ({ id, pages: ['/systems/orbit/'] })) }),
    rule('orbit.turns', { checkedBy: [{ model: 'orbit/wheel', property: 'the wheel turns' }] }),
    term('wheel'),
    drift('orbit-stop'),
  );
  expect(problems(records, ['A page on the wheel.'])).toEqual([]);
});

describe('ids', () => {
  const copy = { ...rule('orbit.turns'), file: 'src/content/rules/more/orbit.turns.yaml' };
  test.each<[string, Entry[], string[]]>([
    [
      'taken twice',
      [rule('orbit.turns'), copy],
      ["rules/more/orbit.turns : the id 'orbit.turns' is taken by src/content/rules/orbit.turns.yaml"],
    ],
    ['badly formed', [rule('orbit.Turns')], ["rules/orbit.Turns : 'orbit.Turns' is not an id"]],
    ['of another system', [rule('turns')], ["rules/turns : the id does not begin with 'orbit'"]],
    [
      'twice in one record',
      listed(milestone('orbit-1', { deliverables: [deliverable('wheel'), deliverable('wheel')] })),
      ["milestones/orbit-1 deliverables[1].id: the id 'wheel' stands twice in this record"],
    ],
  ])('%s are found', (_, records, found) => {
    expect(problems(records[0]!.collection === 'systems' ? records : listed(...records))).toEqual(found);
  });

  test('are shared freely between collections', () => {
    expect(problems(listed(milestone('orbit-1'), platform('orbit-1')))).toEqual([]);
  });
});

describe('references', () => {
  test('that lead nowhere are found, also to models', () => {
    const bad = rule('orbit.turns', { checkedBy: [{ model: 'orbit/whel', property: 'x' }] });
    expect(problems(listed(bad, milestone('orbit-2', { needs: [need('orbit-9')] })))).toEqual([
      "milestones/orbit-2 needs[0].milestone: there is no 'orbit-9' in milestones",
      "rules/orbit.turns checkedBy[0].model: there is no 'orbit/whel' in models",
    ]);
  });

  test('that lead nowhere get the nearest id, or the folder', () => {
    const fixOf = (id: string) =>
      problemsIn(entriesOf(...listed(milestone('orbit-2', { needs: [need(id)] }))), models, []).map(({ fix }) => fix);
    expect(fixOf('orbit-3')).toEqual(["Did you mean 'orbit-2'? If not, add a file to src/content/milestones/."]);
    expect(fixOf('perigee')).toEqual(['Correct the id, or add a file to src/content/milestones/.']);
  });

  test('of a citation are reported once', () => {
    expect(problems(listed(rule('orbit.turns', { cite: [{ source: 'orbit-plan', lines: [1, 1] }] })))).toEqual([
      "rules/orbit.turns cite[0].source: there is no 'orbit-plan' in sources",
    ]);
  });

  test('of a system to a lost record are found, and a record that it does not list too', () => {
    expect(problems([system({ milestones: ['orbit-1'] }), ...ground.slice(1), platform('orbit-board')])).toEqual([
      "systems/orbit milestones[0]: there is no 'orbit-1' in milestones",
      "platforms/orbit-board system: src/content/systems/orbit.yaml does not list 'orbit-board'",
    ]);
  });
});

describe('citations', () => {
  const of = (...cite: ReturnType<typeof cited>[]) =>
    problems([
      system(),
      readme(Array<string>(20).fill('111111'), { ignored: [] }),
      upstream(),
      rule('orbit.a', { cite: [cited(1, 12), cited(9, 20)] }),
      rule('orbit.turns', { cite }),
    ]);
  test.each([
    ['a line past the end', cited(21), "a citation ends at line 21, and 'orbit-readme' has 20 lines"],
    ['too many lines', cited(1, 13), 'a citation of 13 lines points at nothing'],
    [
      'a document without lines',
      { source: 'orbit-readme', commit: 'abcdef1', path: 'a' },
      "'orbit-readme' is a primary source and is cited by lines",
    ],
    [
      'a repository by lines',
      { source: 'orbit-upstream', lines: [1, 1] as [number, number] },
      "'orbit-upstream' is a repository and is cited by commit and path",
    ],
    ['a commit that is not listed', { ...seen, commit: 'abcdef9' }, "the commit 'abcdef9' is not in the list of 'orbit-upstream'"],
  ])('of %s are found', (_, cite, says) => {
    expect(of(cite)).toEqual([`rules/orbit.turns cite[0]: ${says}`]);
    expect(of(cited(1, 12), seen)).toEqual([]);
  });

  test('of another system are found', () => {
    const foreign = { ...readme(), id: 'comet-readme', data: { ...readme().data, system: 'comet' } };
    expect(
      problems(listed(system({}, 'comet'), foreign, rule('orbit.turns', { cite: [{ source: 'comet-readme', lines: [1, 1] }] }))),
    ).toContain('rules/orbit.turns cite[0]: a record of orbit cites a source of comet');
  });

  describe('the document that a primary source is a copy of', () => {
    const stands = { source: 'orbit-upstream', commit: 'abcdef1', path: 'README.md' };
    const of = (more: object): string[] =>
      problems([
        system(),
        system({}, 'comet'),
        upstream(),
        { ...upstream({ system: 'comet' }), id: 'comet-upstream' },
        readme(['111111', 'e3b0c4', 'e3b0c4'], { stands: { ...stands, lines: [[1, 1, 1, 1]], ...more } }),
      ]).filter((it) => it.includes('stands'));

    test('is one of its own system, at a commit of its list', () => {
      expect(of({})).toEqual([]);
      expect(of({ source: 'orbit-readme' })).toEqual(["sources/orbit-readme stands.source: 'orbit-readme' is no repository of orbit"]);
      expect(of({ source: 'comet-upstream' })).toEqual(["sources/orbit-readme stands.source: 'comet-upstream' is no repository of orbit"]);
      expect(of({ source: 'orbit-upstraem' })).toEqual([expect.stringContaining('stands.source: ')]);
      expect(of({ commit: 'abcdef9' })).toEqual([expect.stringContaining("the commit 'abcdef9' is not in the list of 'orbit-upstream'")]);
    });

    test('has its lines in the order of the copy', () => {
      expect(
        of({
          lines: [
            [1, 1, 4, 6],
            [2, 3, 6, 7],
          ],
        }),
      ).toEqual([]);
      expect(
        of({
          lines: [
            [1, 2, 4, 5],
            [2, 3, 6, 7],
          ],
        }),
      ).toEqual([expect.stringContaining('lines[1]: these lines do not come after')]);
      expect(
        of({
          lines: [
            [1, 1, 4, 6],
            [2, 3, 5, 6],
          ],
        }),
      ).toEqual([expect.stringContaining('lines[1]: these lines do not come after')]);
      expect(of({ lines: [[1, 4, 4, 7]] })).toEqual([expect.stringContaining('line 4 is past the end: there are 3')]);
    });
  });

  test('that leave a line open, or touch one that is set aside, are found', () => {
    const source = readme(['111111', '222222', '333333'], { ignored: [{ lines: [1, 1], why: 'A frame.' }] });
    expect(problems([system(), source, upstream()])).toEqual([
      'sources/orbit-readme ignored: line 1 is ignored and cited by orbit',
      'sources/orbit-readme ignored: no record cites line 2 of orbit.txt',
      'sources/orbit-readme ignored: no record cites line 3 of orbit.txt',
    ]);
    expect(problems([system(), readme(['111111'], { lineHashes: '111111 222222' }), upstream()])).toEqual([
      'sources/orbit-readme lineHashes: there are 2 hashes for 1 lines',
    ]);
  });
});

describe('dates', () => {
  const states = (...list: [asOf: string, cite: ReturnType<typeof cited>][]) =>
    problems(listed(platform('orbit-board', { states: list.map(([asOf, cite]) => ({ asOf, state: 'supported', cite: [cite] })) })));

  test('of the cited commits, in their order, are right', () => {
    expect(states(['undated', cited()], ['2026-01-02', seen], ['2026-01-20', later])).toEqual([]);
    expect(states(['undated', { ...seen, commit: 'abcdef3' }])).toEqual([]);
  });
  test('that no cited commit has are found', () => {
    expect(states(['2026-01-03', seen])).toEqual([
      "platforms/orbit-board states[0].asOf: '2026-01-03' is not the date of what it cites (2026-01-02)",
    ]);
    expect(states(['undated', seen])).toHaveLength(1);
    expect(states(['2026-01-02', cited()])).toHaveLength(1);
  });
  test('of which two rest on the primary source are found: only the first would count', () => {
    expect(states(['undated', cited()], ['undated', cited()])).toEqual([
      'platforms/orbit-board states[1].cite: it rests on the primary source, as states[0] does, and only that one counts as documented',
    ]);
  });
  test('that go back are found', () => {
    expect(states(['2026-01-20', later], ['undated', cited()], ['2026-01-02', seen])).toEqual([
      'platforms/orbit-board states: the observations go back in time: 2026-01-20, 2026-01-02',
    ]);
  });
});

describe('milestones', () => {
  const at = (order: number, needs: string[] = [], more = {}) =>
    milestone(`orbit-${order}`, { order, needs: needs.map((it) => need(it, 'derived')), ...more });
  test('in one place are found, and those of two systems are not', () => {
    expect(problems(listed(at(1), milestone('orbit-x', { order: 1 })))).toEqual([
      'milestones/orbit-x order: orbit-1 has the order 1 already',
    ]);
  });
  test('that need each other are found', () => {
    expect(problems(listed(at(1, ['orbit-3']), at(2, ['orbit-1']), at(3, ['orbit-2']), at(4, ['orbit-4'])))).toEqual([
      'milestones/orbit-1 needs[0]: a circle of needs: orbit-1 needs orbit-3 needs orbit-2 needs orbit-1',
      'milestones/orbit-4 needs[0]: this milestone needs itself',
    ]);
  });
  test('that are complete before what they are stated to need are found', () => {
    const open = at(1, [], { status: [{ asOf: 'undated', status: 'in-progress', cite: [cited()] }] });
    expect(problems(listed(open, at(2, [], { needs: [need('orbit-1', 'stated')] })))).toEqual([
      'milestones/orbit-2 needs[0]: it is documented as complete, and orbit-1, which it is stated to need, is not',
    ]);
    expect(problems(listed(open, at(2, ['orbit-1'])))).toEqual([]);
  });
});

describe('words', () => {
  test('of a rule that are no property of its model are found', () => {
    const bad = (property: string) => listed(rule('orbit.turns', { checkedBy: [{ model: 'orbit/wheel', property }] }));
    expect(problems(bad('the wheel turn'))).toEqual([
      "rules/orbit.turns checkedBy[0].property: the model orbit/wheel has no property 'the wheel turn'",
    ]);
    const fixes = ['the wheel turn', 'x'].map((it) => problemsIn(entriesOf(...bad(it)), models, [])[0]!.fix);
    expect(fixes).toEqual(["Did you mean 'the wheel turns'?", 'It has: the wheel turns; the axle holds.']);
  });

  test('of a difference that are no fault of a model of its own system are found', () => {
    const bad = (model: string, fault: string) => listed(drift('orbit-stops', { shownBy: { model, fault } }));
    expect(problems(bad('orbit/wheel', 'wobble'))).toEqual([
      "drift/orbit-stops shownBy.fault: the model orbit/wheel has no fault 'wobble'",
    ]);
    expect(problems(bad('orbit/wheel', 'wobbles'))).toEqual([]);
    expect(problems(bad('orbit/none', 'wobbles'))).toEqual(["drift/orbit-stops shownBy.model: there is no 'orbit/none' in models"]);
  });

  test('that lead to two terms, or that nothing uses, are found', () => {
    const terms = [term('wheel'), term('ring', { aliases: ['Wheel'] }), term('spoke')];
    expect(problems(listed(...terms), ['The wheel is a ring.'])).toEqual([
      "glossary/ring aliases: 'Wheel' already leads to wheel",
      "glossary/spoke term: no page and no record uses 'spoke'",
    ]);
  });

  test('that the glossary avoids are found in records and in prose, as whole words', () => {
    const avoiding = term('wheel', { avoid: ['disc', 'C++'] });
    const texts = ['The wheel.', 'A discus, and Disc.', 'A disc.', 'A wheel of C++.'];
    expect(problems(listed(avoiding, rule('orbit.turns', { statement: 'The disc must turn.' })), texts)).toEqual([
      "docs/page.mdx : 'disc' is a word that the glossary avoids",
      "rules/orbit.turns statement: 'disc' is a word that the glossary avoids",
      "docs/page.mdx : 'C++' is a word that the glossary avoids",
    ]);
  });
});
