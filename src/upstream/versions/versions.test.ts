/** Made-up versions of made-up documents: what is told of a change, what is one thing through all of them, and that nothing is passed over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from './differences.ts';
import { inOrder } from './order.ts';
import { courseOf, saidOf } from './threads.ts';
import { toldOf } from './told.ts';
import { versionOf, type Version } from './version.ts';

const at = (text: string, day = '2026-01-01', commit = 'abcdef0'): Version => {
  const version = versionOf(text, { day, commit });
  if ('why' in version) throw new Error(version.why);
  return version;
};
const told = (before: string, after: string): string[] => toldOf(compare(at(before), at(after)).differences);

const roadmap = `# Kite

It flies.

## Roadmap

- [x] Paper wings
- [ ] Long tail (work in progress)
- [ ] Spool of thread
- [ ] Bridle of four lines

## Wind

It needs [wind](https://example.org/wind).
`;

describe('a roadmap', () => {
  test('what it tells: ticks, and work in progress in each of its spellings', () => {
    const states = (text: string) => at(text).items.map((it) => [it.words, it.state]);
    expect(states(roadmap)).toEqual([
      ['Paper wings', 'complete'],
      ['Long tail', 'in-progress'],
      ['Spool of thread', 'not-started'],
      ['Bridle of four lines', 'not-started'],
    ]);
    for (const wip of ['**WIP:** Long tail', 'Long tail (WIP)', 'Long tail **(work-in-progress)**', 'Work in progress: Long tail'])
      expect(states(`## Roadmap\n\n- [ ] ${wip}\n`)).toEqual([['Long tail', 'in-progress']]);
  });

  test('the state by the heading above, in a roadmap of several headings or in lists of their own; a tick of its own says more', () => {
    const states = (text: string) => at(text).items.map((it) => [it.words, it.state]);
    expect(states('# Kite\n\n## Done\n\n- Wings\n\n## To do\n\n- Tail\n- [x] Spool\n\n## Wind\n\n- strong\n')).toEqual([
      ['Wings', 'complete'],
      ['Tail', 'not-started'],
      ['Spool', 'complete'],
    ]);
    expect(
      states(
        '# Kite\n\n## Roadmap\n\n### 2025\n\n- [x] Wings\n\n### Planned\n\n- Tail\n\n### Later this year\n\n- Spool\n\n## Wind\n\n- strong\n',
      ),
    ).toEqual([
      ['Wings', 'complete'],
      ['Tail', 'not-started'],
      ['Spool', undefined],
    ]);
    // One such heading alone may head anything.
    expect(states('# Kite\n\n## Next\n\n- Read on\n')).toEqual([]);
    expect(told('# Kite\n\n## Done\n\n- Wings\n\n## Todo\n\n- Tail\n', '# Kite\n\n## Done\n\n- Wings\n- Tail\n\n## Todo\n')).toEqual([
      'Tail: not-started -> complete; stands elsewhere',
    ]);
  });

  test('what is struck through is dropped, and a tick before it says that it was done', () => {
    expect(
      at('## Roadmap\n\n- ~~Wings~~\n- [ ] ~~Tail~~ (dropped)\n- [x] ~~Spool~~\n- ~~Silk~~ Paper\n').items.map((it) => [
        it.words,
        it.state,
      ]),
    ).toEqual([
      ['Wings', 'dropped'],
      ['Tail', 'dropped'],
      ['Spool', 'complete'],
      ['~~Silk~~ Paper', undefined],
    ]);
  });

  test('headings that are underlined, and a fence in whose first line stands more than its mark', () => {
    expect(at('Kite\n====\n\nRoadmap\n-------\n\n- [x] Wings\n').units.map((it) => [it.kind, it.words, ...it.lines])).toEqual([
      ['heading', 'Kite', 1, 2],
      ['heading', 'Roadmap', 4, 5],
      ['item', 'Wings', 7, 7],
    ]);
    expect(at('# Kite\n\n```wind``` is strong\n\n- [x] Wings\n').units.map((it) => it.kind)).toEqual(['heading', 'prose', 'item']);
    expect(at('# Kite\n\n````\n```\n- [x] no item\n```\n````\n\n- [x] Wings\n').items).toHaveLength(1);
  });

  test('the same text has no difference', () => expect(told(roadmap, roadmap)).toEqual([]));

  test('a tick, a rewording, both at once', () => {
    expect(told(roadmap, roadmap.replace('[ ] Spool', '[x] Spool'))).toEqual(['Spool of thread: not-started -> complete']);
    expect(told(roadmap, roadmap.replace('Spool of thread', 'Spool of silk thread'))).toEqual([
      'Spool of thread: reads “Spool of silk thread”',
    ]);
    expect(told(roadmap, roadmap.replace('[ ] Spool of thread', '[x] Spool of silk thread'))).toEqual([
      'Spool of thread: not-started -> complete; reads “Spool of silk thread”',
    ]);
  });

  test('one moved past two others is told once', () => {
    const lines = roadmap.split('\n');
    const moved = lines.toSpliced(6, 1).toSpliced(8, 0, lines[6]!).join('\n');
    expect(told(roadmap, moved)).toEqual(['Paper wings: stands elsewhere']);
  });

  test('one that is new, one that is gone, and what no item is', () => {
    expect(told(roadmap, roadmap.replace('- [ ] Spool', '- [ ] A lantern\n- [ ] Spool'))).toEqual(['new: A lantern, not-started']);
    expect(told(roadmap, roadmap.replace('- [x] Paper wings\n', ''))).toEqual(['gone: Paper wings, was complete']);
    expect(told(roadmap, roadmap.replace('It flies.', 'It flies high.'))).toEqual(['other lines: 1 reworded (3)']);
    expect(told(roadmap, roadmap.replace('example.org/wind', 'example.org/air'))).toEqual(['other lines: 1 marks (14)']);
  });
});

const boards = (rows: string): string => `# Lantern

| Board | Identifier | State |
|---|---|---|
${rows}
`;

test('a table of platforms: a state, an identifier, a row; the digit of a note is no part of a name', () => {
  const before = boards('| Oak 1<sup>4</sup> | `oak` | ✅<sup>1</sup> |\n| Elm 2<sup>5</sup> | `elm` | 🗓️<sup>3</sup> |');
  expect(at(before).items.map((it) => [it.words, it.key, it.state])).toEqual([
    ['Oak 1', 'oak', 'supported'],
    ['Elm 2', 'elm', 'planned'],
  ]);
  // A sign alone is cited with the note that says what it means; a state in words needs none.
  const noted = at(`${before}\n<sup>1</sup> ✅ means "Supported".\n<sup>3</sup> 🗓️ means "Planned".\n`);
  expect(noted.items.map((it) => it.also)).toEqual([[[8, 8]], [[9, 9]]]);
  expect(at(before.replace('🗓️', '🗓️ Planned')).items[1]!.also).toEqual([]);
  expect(told(before, before.replace('🗓️', '🔨'))).toEqual(['Elm 2: planned -> partial']);
  expect(told(before, before.replace('`oak`', '`oak-one`'))).toEqual(['Oak 1: is named oak-one, was oak']);
  expect(told(before, before.replace('| Elm 2<sup>5</sup> | `elm`', '| Ash<sup>5</sup> | `ash`'))).toEqual([
    'new: Ash, planned',
    'gone: Elm 2, was planned',
  ]);
});

describe('a list of networks', () => {
  const networks = (items: string, told = 'Kite is deployed on two networks:'): string =>
    `# Kite\n\n## Sky Networks\n\n${told}\n\n${items}\n\nMore of them soon.\n\n## Wind\n\n- home network: of no such list.\n`;
  const two = '- **high network**: for all. (It is not live yet.)\n- **low network**: to try things.';
  const states = (text: string) => at(text).items.map((it) => [it.kind, it.key, it.state, it.lines[0], it.also]);

  test('each is named first; the sentence above says that it is used, and the item that it is not yet', () => {
    expect(states(networks(two))).toEqual([
      ['network', 'high', 'planned', 7, [[5, 5]]],
      ['network', 'low', 'supported', 8, [[5, 5]]],
    ]);
  });
  test('without that sentence a list of networks tells no state; other items are none', () => {
    expect(states(networks(two, 'There are two:')).map((it) => it[2])).toEqual([undefined, undefined]);
    expect(states(networks('- Knots: of rope.\n- network: the word alone.'))).toEqual([]);
  });
  test('in each spelling of its name it is the same network; what else is said of it is told', () => {
    for (const name of ['low net', 'lownet', 'Low Network', '`low` network'])
      expect(told(networks(two), networks(two.replace('**low network**', name)))).toEqual(
        name === 'Low Network' || name === 'lownet' || name === 'low net'
          ? [`low network: to try things.: reads “${name}: to try things.”`]
          : ['low network: to try things.: only its marks'],
      );
    expect(told(networks(two), networks(two.replace(' (It is not live yet.)', '')))).toEqual([
      'high network: for all. (It …: planned -> supported; reads “high network: for all.”',
    ]);
  });
  test('one that is gone and back is one thing', () => {
    const without = networks(two.split('\n')[0]!);
    const { threads } = courseOf([at(networks(two)), at(without), at(networks(two.replace('to try things', 'to fall')))]);
    expect(threads.map((it) => it.seen.map((one) => one?.key))).toEqual([
      ['high', 'high', 'high'],
      ['low', undefined, 'low'],
    ]);
  });
});

test('phases: heading and row, deliverables under the labels of a list', () => {
  const text = `# Milestones

| Phase | Goal | Status |
|---|---|---|
| **1** | Ring | Complete (core) |

## Phase 1 — Bell (Complete (core; the rest deferred))

**Delivered**:
- Rope
- Clapper

**Deferred** (documented):
- A second bell

**Deliverables** (all delivered):
- Frame
`;
  expect(at(text).items.map((it) => [it.kind, it.words, it.state])).toEqual([
    ['milestone', 'Bell', 'partial'],
    ['deliverable', 'Rope', 'complete'],
    ['deliverable', 'Clapper', 'complete'],
    ['deliverable', 'A second bell', 'not-started'],
    ['deliverable', 'Frame', 'complete'],
  ]);
});

test('a list of groups in JSON', () => {
  const list = (status: string) =>
    `{ "groups": [\n { "title": "Core", "status": "complete", "items": [\n  { "title": "Init", "status": "done" },\n  { "title": "Tools",\n    "status": "${status}" } ] } ] }`;
  expect(told(list('done'), list('basic'))).toEqual(['Core / Tools: complete -> partial']);
  expect(told(list('done'), list('done').replace('{ "title": "Init", "status": "done" },\n', ''))).toEqual([
    'gone: Core / Init, was complete',
  ]);
});

describe('one thing through the versions', () => {
  const course = (...texts: string[]) => courseOf(texts.map((it, i) => at(it, `2026-01-0${i + 1}`, `abcdef${i}`)));

  test('reworded, left out and taken up again, it stays the same', () => {
    const without = roadmap.replace('- [ ] Spool of thread\n', '');
    const { threads } = course(roadmap, roadmap.replace('Spool of thread', 'Spool of silk thread'), without, roadmap);
    expect(threads).toHaveLength(4);
    expect(threads[2]!.seen.map((it) => it?.words)).toEqual(['Spool of thread', 'Spool of silk thread', undefined, 'Spool of thread']);
  });

  test('two that were made one: the one that is gone goes on in the other', () => {
    const joined = roadmap.replace('- [ ] Spool of thread\n- [ ] Bridle of four lines\n', '- [x] Spool and bridle\n');
    const read = course(roadmap, joined);
    expect(read.threads).toHaveLength(4);
    expect([2, 3].map((it) => saidOf(read, it, 1)?.words)).toEqual(['Spool and bridle', 'Spool and bridle']);
    // A word that several items have joins nothing.
    const thread = course(
      '## Roadmap\n\n- [ ] Thread of silk\n- [ ] Thread of wool\n- [ ] Knots\n',
      '## Roadmap\n\n- [ ] Thread of wool\n- [ ] Knots in thread\n',
    );
    expect(thread.threads.map((it) => it.joined)).toEqual([undefined, undefined, undefined]);
  });

  test('that the whole list is gone is told of the list', () => {
    const read = course(roadmap, '# Kite\n\nIt flew.\n');
    expect([read.has(0, 'milestone'), read.has(1, 'milestone')]).toEqual([true, false]);
  });
});

test('of one day, versions come in the order in which least changes', () => {
  const it = (day: string, ...lines: string[]) => ({ day, text: lines.join('\n') });
  const [a, b, c, d] = [
    it('2026-01-01', 'a'),
    it('2026-01-02', 'a', 'b'),
    it('2026-01-02', 'a', 'b', 'c'),
    it('2026-01-03', 'a', 'b', 'c', 'd'),
  ];
  expect(inOrder([d, c, b, a])).toEqual([a, b, c, d]);
});

test('what cannot be read is a reason with its line', () => {
  const read = (text: string) => versionOf(text, { day: undefined, commit: 'abcdef0' });
  expect(read('')).toMatchObject({ why: 'it is empty' });
  expect(read('{ "groups": [')).toMatchObject({ line: 1, why: expect.stringContaining('it ends') as string });
});

test('whatever is done to a document, each unit of either version is the same in the other or named in a difference', () => {
  const texts = [
    roadmap,
    boards('| Oak | `oak` | ✅ |\n| Elm | `elm` | 🗓️ |'),
    `# A\n\nb c d e\n\n- x y\n- z\n\n\`\`\`\ncode\nmore\n\`\`\`\n`,
  ];
  const edit = fc.record({ line: fc.nat(), how: fc.constantFrom('cut', 'double', 'swap', 'word', 'tick', 'insert') });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
      const lines = text.split('\n');
      for (const { line, how } of edits) {
        const i = line % lines.length;
        if (how === 'cut') lines.splice(i, 1);
        else if (how === 'double') lines.splice(i, 0, lines[i] ?? '');
        else if (how === 'swap') [lines[i], lines[(i + 1) % lines.length]] = [lines[(i + 1) % lines.length]!, lines[i]!];
        else if (how === 'word') lines[i] = `${lines[i]} more`;
        else if (how === 'tick') lines[i] = lines[i]!.replace('[ ]', '[x]');
        else lines.splice(i, 0, 'An inserted line of words.');
        if (lines.length === 0) lines.push('x');
      }
      fc.pre(lines.join('').trim() !== '');
      const [before, after] = [at(text), at(lines.join('\n'))];
      const { differences, was } = compare(before, after);
      const named = new Set(differences.flatMap((it) => [it.before, it.after]));
      for (const [i, unit] of after.units.entries()) {
        const from = before.units[was[i]!];
        expect(named.has(unit) || (from !== undefined && from.text === unit.text)).toBe(true);
      }
      const kept = new Set(was.map((it) => before.units[it]));
      for (const unit of before.units) expect(kept.has(unit) || named.has(unit)).toBe(true);
      // And nothing is invented: two equal texts have no difference.
      expect(compare(after, after).differences).toEqual([]);
      expect(new Set(was.filter((it) => it >= 0)).size).toBe(was.filter((it) => it >= 0).length);
    }),
    { numRuns: 2_000, seed: 13 },
  );
});
