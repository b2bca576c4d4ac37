import { describe, expect, test } from 'vitest';
import { architecture, cited, drift, entriesOf, ground as records, rule } from '../../facts/entries.fixture.ts';
import { addressBelow } from '../address-below.ts';
import type { Story } from '../../components/simulation/story.ts';
import { markdownOf } from './nodes.ts';
import { parentheses } from './notes.ts';
import { pageMarkdown } from './page.ts';
import { leftOut, proseOf } from './prose.ts';
import type { Ground } from './quotes.ts';

const story: Story = {
  title: 'Wheel',
  basis: 'documented, phase 1',
  told: 'The wheel turns once',
  steps: ['Turn. It turns.', 'Turn is refused. It needs: a hand.'],
  end: 'Every property holds to the end.',
  bounds: 'It is the model that is checked. It leaves out the crank.',
};
const shape = { id: 'shape', title: 'Shape', groups: [{ title: 'All', show: ['shell', 'kernel'] }], text: 'Two parts.', cite: [cited()] };
const call = { id: 'call', title: 'A call', steps: [{ at: 'kernel', text: 'It waits.', cite: [cited()] }], cite: [cited()] };
const ground: Ground = {
  entries: entriesOf(
    ...records,
    rule('orbit.turns', { checkedBy: [{ model: 'orbit/wheel', property: 'it turns' }] }),
    rule('orbit.stands', { basis: 'inferred', why: 'Nothing moves it.', cite: [cited()] }),
    drift('orbit-stop'),
    architecture({ views: [shape], flows: [call] }),
  ),
  address: addressBelow('/orrery/', undefined),
  verdict: async () => ({ holds: true, states: 99352 }),
  story: async () => story,
  source: async () => "const turn = wheel.action({\n  says: 'It turns.',\n});\n",
};
/** The blocks of a page's copy behind its title, its lead and the line that says where it is. */
const copyOf = async (body: string): Promise<string[]> =>
  (await pageMarkdown({ address: '/systems/orbit/architecture/', title: 'Shape', description: 'What it is.', body }, ground))
    .trim()
    .split('\n\n')
    .slice(3);

const readmeNote = '[README of Orbit, line 1](/orrery/sources/orbit-readme/#L1)';

describe('the copy of a page', () => {
  test('begins with its title, its lead, and where it is', async () => {
    const text = await pageMarkdown({ address: '/a/', title: 'Shape', description: 'What it is.', body: 'Text.' }, ground);
    expect(text).toBe('# Shape\n\nWhat it is.\n\nFrom [Orrery](/orrery/). The page itself: [/a/](/orrery/a/).\n\nText.\n');
  });

  test('leaves out what only the source needs', async () => {
    expect(await copyOf("import Cite from '~/components/spec/Cite.astro';\n\nText{/* a remark */}.{' '}Next.\n\n{/* alone */}")).toEqual([
      'Text. Next.',
    ]);
  });

  test('has a drawing, a flow and a piece of a model in words', async () => {
    const body = '<Drawing view="shape" />\n\n<Flow id="call" />\n\n<Excerpt of="orbit/wheel" name="turn">What a turn is.</Excerpt>';
    const copy = (await copyOf(body)).join('\n\n');
    expect(copy).toContain('Two parts.');
    expect(copy).toContain('Shell → Kernel (calls): It calls.');
    expect(copy).toContain('1. It waits.');
    expect(copy).toContain("```ts\nconst turn = wheel.action({\n  says: 'It turns.',\n});\n```");
    expect(copy).toContain('What a turn is.');
    expect(copy).not.toContain(leftOut);
  });

  test('keeps headings, tables, code and lists, and puts the base path before its links', async () => {
    const body =
      '## Head\n\n| a | b |\n| --- | --- |\n| `x` | [y](/systems/) |\n\n```sh\nmake\n```\n\n1. one\n2. [two](https://example.org/)\n';
    expect(await copyOf(body)).toEqual([
      '## Head',
      '| a | b |\n| - | - |\n| `x` | [y](/orrery/systems/) |',
      '```sh\nmake\n```',
      '1. one\n2. [two](https://example.org/)',
    ]);
  });

  test('leads to a heading of its own on the page, because a copy has no such place', async () => {
    expect(await copyOf('See [below](#what-turns).')).toEqual(['See [below](/orrery/systems/orbit/architecture/#what-turns).']);
  });

  test('has its citations as notes, numbered as they come, the same one once', async () => {
    expect(
      await copyOf(
        'One.<Cite lines="1">the wheel</Cite><Cite at="abcdef1" path="kernel/main.c" basis="inferred">as read</Cite> Two.<Cite lines="1">the wheel</Cite>',
      ),
    ).toEqual([
      'One.[^1][^2] Two.[^1]',
      `[^1]: the wheel: ${readmeNote} (documented)`,
      '[^2]: as read: [kernel/main.c at abcdef1, 2026-01-02](https://example.org/orbit/blob/abcdef1/kernel/main.c) (inferred)',
    ]);
  });

  test('has a citation in a cell and one that stands alone', async () => {
    expect(await copyOf('| a |\n| --- |\n| b<Cite lines="1" /> |\n\n<Cite lines="1" />')).toEqual([
      '| a |\n| - |\n| b[^1] |',
      '[^1]',
      `[^1]: ${readmeNote} (documented)`,
    ]);
  });

  test('has a rule with what checks it, and why it is inferred', async () => {
    expect(await copyOf('<Rule id="orbit.turns" />\n\n<Rule id="orbit.stands" />')).toEqual([
      '> **Rule** [`orbit.turns`](/orrery/rules/#orbit.turns): It must turn.[^1]\n>\n> Holds in the model, all 99,352 states: [it turns](/orrery/simulations/orbit/wheel/).',
      '> **Rule** [`orbit.stands`](/orrery/rules/#orbit.stands): It must turn.[^2]\n>\n> Inferred: Nothing moves it.',
      `[^1]: ${readmeNote} (documented)`,
      `[^2]: ${readmeNote} (inferred)`,
    ]);
  });

  test('has both sides of a difference', async () => {
    const [quote = ''] = await copyOf('<Drift id="orbit-stop" />');
    expect(quote.split('\n>\n')).toEqual([
      '> **Difference: [It stopped](/orrery/sources/drift/#orbit-stop)**. Changed.',
      '> As documented: It turns.[^1]',
      '> As found, 2026-01-02: It stands.[^2]',
    ]);
  });

  test('tells a simulation step by step', async () => {
    const [quote = ''] = await copyOf('<Simulation id="orbit/wheel" />');
    expect(quote).toContain('> **Simulation: Wheel** (documented, phase 1). It runs on [its page](/orrery/simulations/orbit/wheel/)');
    expect(quote).toContain('> 1. Turn. It turns.\n> 2. Turn is refused. It needs: a hand.\n>\n> Every property holds to the end.');
  });

  test('says where it leaves something out, and keeps what lies in an element that it does not know', async () => {
    const [figure = '', aside, sum = ''] = await copyOf('<Orrery id="x" />\n\n<Aside>\nKept.\n</Aside>\n\nThere are {1 + 1}.');
    expect(figure).toBe(`${leftOut} (Orrery): [see the page](/orrery/systems/orbit/architecture/)`);
    expect([aside, sum.startsWith(`There are ${leftOut}`)]).toEqual(['Kept.', true]);
  });

  test.each([
    ['<Cite lines="2" />', /has lines 1 to 1; a citation gives 2 to 2/],
    ['<Rule id="orbit.none" />', /<Rule id="orbit.none" \/>: there is no such rule/],
    ['<Drift id="none" />', /<Drift id="none" \/>: there is no such difference/],
  ])('refuses %s', async (body, says) => {
    await expect(copyOf(body)).rejects.toThrow(says);
  });
});

test('in a larger text the title lies deeper and the citations stand in parentheses', async () => {
  const body = '## Head\n\nOne.<Cite lines="1">the wheel</Cite> Two.<Cite lines="1" basis="inferred" />\n\n<Drift id="orbit-stop" />';
  const text = markdownOf(await proseOf({ address: '/systems/orbit/', title: 'Shape', body }, ground, parentheses, 3));
  expect(text).toContain('### Shape\n');
  expect(text).toContain('#### Head\n');
  expect(text).toContain('One. (the wheel: README of Orbit, line 1) Two. (inferred from README of Orbit, line 1)');
  expect(text).toContain('> As found, 2026-01-02: It stands. (kernel/main.c, lines 7 to 9 at abcdef1, 2026-01-02)');
});
