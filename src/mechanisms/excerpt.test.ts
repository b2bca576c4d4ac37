import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declarationsIn } from './excerpt.ts';

const source = `/** About. */
const slot = id('slot');

const space = mechanism({
  faults: {
    keeps: 'It keeps.',
    grantsMore: { doc: 'More.', drops: 'no right' },
  },
});

const isFresh = (_: object, s: Space) =>
  s.slots.every((each) => each.generation < 2);

const grant = space.action({
  says: 'Granted.',
  when: {
    'the source may grant': ({ from }) => from.live,
  },
  then: ({ to }) => {
    to.live = true;
  },
});
`;
const textOf = (name: string): string | undefined => declarationsIn(source).get(name)?.text;

test('a declaration is found by its name, whole and no more', () => {
  expect(textOf('slot')).toBe("const slot = id('slot');");
  expect(textOf('isFresh')).toBe('const isFresh = (_: object, s: Space) =>\n  s.slots.every((each) => each.generation < 2);');
  expect(textOf('grant')).toMatch(/^const grant = space\.action\(\{\n {2}says[^]*\n\}\);$/);
  expect(textOf('faults')).toBe("faults: {\n  keeps: 'It keeps.',\n  grantsMore: { doc: 'More.', drops: 'no right' },\n},");
  expect(textOf('grantsMore')).toBe("grantsMore: { doc: 'More.', drops: 'no right' },");
  expect(textOf('the source may grant')).toBe("'the source may grant': ({ from }) => from.live,");
  expect(textOf('grnt')).toBeUndefined();
});

test('its lines are those of the file', () => expect(declarationsIn(source).get('grant')?.lines).toEqual([14, 22]));

test('in every model each excerpt is balanced and stands in the file as it is shown', () => {
  for (const system of readdirSync(import.meta.dirname, { withFileTypes: true }).filter((it) => it.isDirectory()))
    for (const { name: model } of readdirSync(`${import.meta.dirname}/${system.name}`, { withFileTypes: true }).filter((it) =>
      it.isDirectory(),
    )) {
      const text = readFileSync(`${import.meta.dirname}/${system.name}/${model}/model.ts`, 'utf8');
      const lines = text.split('\n');
      const all = declarationsIn(text);
      expect(all.size).toBeGreaterThan(10);
      for (const [name, it] of all) {
        expect(it.text.split('\n').map((line) => line.trim())).toEqual(
          lines.slice(it.lines[0] - 1, it.lines[1]).map((line) => line.trim()),
        );
        const code = it.text.replaceAll(/'(?:[^'\\]|\\.)*'|\/\/.*|\/[^/\n]+\/[a-z]*/g, '');
        for (const [open, close] of ['()', '[]', '{}'] as const)
          expect(code.split(open!).length, `${model}: ${name}`).toBe(code.split(close!).length);
      }
    }
});
