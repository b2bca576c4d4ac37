import { expect, test } from 'vitest';
import {
  architecture,
  cited,
  deliverable,
  drift,
  entriesOf,
  ground as records,
  milestone,
  need,
  platform,
  rule,
  seen,
  system,
  term,
} from '../../facts/entries.fixture.ts';
import { addressBelow } from '../address-below.ts';
import { fullText, type Whole } from './full.ts';
import { llmsText } from './llms.ts';

const found = { asOf: '2026-01-02', cite: [seen] };
const answers = {
  ...system().data.answers,
  kernel: { text: 'It is silent.', basis: 'unknown' as const, why: 'No word.', cite: [cited()] },
};
const entries = entriesOf(
  ...records,
  milestone('orbit-2', { order: 2, label: 'Phase 2', title: 'Stand', needs: [need('orbit-1', 'derived')] }),
  milestone('orbit-1', {
    status: [
      { asOf: 'undated', status: 'unknown', why: 'It is silent.', cite: [cited()] },
      { ...found, status: 'partial', note: 'The wheel.' },
    ],
    deliverables: [
      deliverable('wheel'),
      deliverable('crank', {
        status: [
          { asOf: 'undated', status: 'complete', cite: [cited()] },
          { ...found, status: 'dropped' },
        ],
      }),
    ],
  }),
  platform('orbit-board', { identifiers: [{ name: 'board_1', ...found }] }),
  architecture({
    flows: [{ id: 'turn', title: 'A turn', steps: [{ at: 'kernel', text: 'It turns.', cite: [cited()] }], cite: [cited()] }],
  }),
  rule('orbit.turns', { checkedBy: [{ model: 'orbit/wheel', property: 'it turns' }] }),
  term('wheel', { aliases: ['disc'] }),
  drift('orbit-stop'),
);
const whole: Whole = {
  systems: [system({ answers })],
  prose: [
    { address: '/systems/orbit/architecture/', title: 'Shape', body: 'It is round.<Cite lines="1" />' },
    { address: '/learn/', title: 'Learn', body: 'Begin.' },
  ],
  language: {
    title: 'Write one',
    says: 'A model of your own.',
    walk: [{ name: 'state', number: 1, title: 'State', says: 'What `there` is.', sees: 'One state.', adds: "const a = 'b';" }],
    groups: [
      {
        slug: 'kinds',
        title: 'Kinds',
        says: 'What a state is made of.',
        entries: [
          {
            slug: 'language-bool',
            name: 'bool',
            form: 'bool: Bool',
            says: 'True or false.',
            parts: [{ name: 'size', form: 'size: number', says: 'How many.' }],
            example: 'bool',
            isShownBefore: false,
          },
        ],
      },
    ],
    examples: { bool: { title: 'A lamp', says: 'It is lit.', code: 'bool;' } },
  },
  mechanisms: async () => [
    {
      id: 'orbit/wheel',
      title: 'Wheel',
      question: 'Is it drawn?',
      group: 'access' as const,
      basis: 'documented',
      standsFor: 'phase 1',
      states: 1200,
      transitions: 3,
      faults: 1,
      wrong: undefined,
    },
  ],
};
const text = await fullText(whole, {
  entries,
  address: addressBelow('/orrery/', 'https://example.org'),
  verdict: async () => ({ holds: true, states: 1200 }),
  story: async () => Promise.reject(new Error('no story is told here')),
  source: async () => Promise.reject(new Error('no model is shown here')),
});
const at = 'https://example.org/orrery';
const readme = '(README of Orbit, line 1)';

test('the whole text has its parts in order', () => {
  expect(text.split('\n').filter((line) => /^#{1,3} /.test(line))).toEqual([
    '# Orrery, everything in one file',
    '## Orbit',
    '### Orbit: the system',
    '### Orbit: milestones',
    '### Orbit: platforms',
    '### Orbit: parts and code map',
    '### Orbit: rules',
    '### Orbit: documented against found',
    '### Orbit: simulations',
    '### Shape',
    '## Other pages',
    '### Learn',
    '### Write one',
    '## Glossary',
    '## Sources',
  ]);
});

test('milestones stand in the order of their source', () => {
  const places = ['Phase 1: Turn', 'Phase 2: Stand'].map((it) => text.indexOf(it));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test.each([
  ['a fact', `- **Kernel**: A small kernel. ${readme}`],
  ['a milestone', `#### [Phase 1: Turn](${at}/milestones/orbit-1/)`],
  ['what is unknown, with why', `- As documented: unknown. ${readme} Unknown: It is silent.`],
  [
    'what was found, with its day and note',
    '- As found, 2026-01-02: partly complete. The wheel. (kernel/main.c, lines 7 to 9 at abcdef1, 2026-01-02)',
  ],
  ['what it needs', `- Needs Phase 1, derived: The text says so. ${readme}`],
  ['a deliverable, concluded from its milestone', `- The wheel (kernel). ${readme} As documented: unknown.`],
  [
    'a deliverable of which a source speaks, at both clocks',
    `- The crank (kernel). ${readme} As documented: complete. (README of Orbit, line 1) As found, 2026-01-02: no longer listed. (kernel/main.c, lines 7 to 9 at abcdef1, 2026-01-02)`,
  ],
  ['an answer that is unknown', `- **What kind of kernel?** Unknown. It is silent. ${readme} Unknown: No word.`],
  ['an identifier', '- Identifier `board_1`, 2026-01-02 (kernel/main.c, lines 7 to 9 at abcdef1, 2026-01-02)'],
  ['a part with its path', `- **Shell** (process) \`/bin/shell\`: It asks. ${readme}`],
  ['a relation', `- **Shell calls Kernel**: It calls. ${readme}`],
  ['a flow', `#### Flow: A turn\n\nStep by step ${readme}:\n\n1. It turns. ${readme}`],
  ['a rule with its verdict', `: It must turn. ${readme} Holds in the model orbit/wheel, all 1,200 states: it turns.`],
  ['a difference', '(changed). As documented: It turns. (README of Orbit, line 1) As found, 2026-01-02: It stands.'],
  ['a mechanism', `- **[Wheel](${at}/simulations/orbit/wheel/)** (documented, phase 1): 1,200 states, 3 transitions; every property holds`],
  ['a term', `- **[wheel](${at}/glossary/#wheel)** (also disc): Orbit: A word. ${readme}`],
  ['a source', `- **[README of Orbit](${at}/sources/orbit-readme/)**, primary source, 1 lines.`],
  ['the commits of a repository', 'abcdef1 (2026-01-02): the tree; abcdef2 (2026-01-20): a later tree; abcdef3 (undated): a copy.'],
  ['a page, with its citation', `It is round. ${readme}`],
])('has %s', (_, part) => {
  expect(text).toContain(part);
});

test('a list of links has a title, a summary, details, and lists with notes', () => {
  const lists = [
    { title: 'Pages', links: [{ title: 'Shape', href: '/shape.md', note: 'Round.' }, { title: 'Bare', href: '/bare.md' }] }, // prettier-ignore
    { title: 'Empty', links: [] },
  ];
  expect(llmsText('Orrery', 'It turns.', ['Turn it.'], lists)).toBe(
    '# Orrery\n\n> It turns.\n\n- Turn it.\n\n## Pages\n\n- [Shape](/shape.md): Round.\n- [Bare](/bare.md)\n',
  );
});
