/** A face that changes asks for another version: the third number for what is new, the second for what may break somebody. */
import { expect, test } from 'vitest';
import { facesText, keptText, wanting } from './faces.ts';

const faces = '== a\nexport declare const a: number;\nexport declare const b: number;\n';
const kept = (version: string) => keptText(version, faces);

test('what is as it was wants nothing, whatever the version', () => {
  expect(wanting(kept('0.1.0'), faces, '0.1.0')).toBeUndefined();
  expect(wanting(kept('0.1.0'), faces, '0.1.1')).toBeUndefined();
});

test.each([
  ['0.1.0', '0.1.1'],
  ['0.1.9', '0.1.10'],
  ['1.4.2', '1.5.0'],
])('an addition to %s wants %s', (before, least) => {
  const more = `${faces}export declare const c: number;\n`;
  expect(wanting(kept(before), more, before)).toContain(`to ${least} at least`);
  expect(wanting(kept(before), more, least)).toMatch(/^The faces are not those that are kept/);
});

test.each([
  ['0.1.0', '0.2.0'],
  ['1.4.2', '2.0.0'],
])('what goes or changes in %s wants %s', (before, least) => {
  for (const other of ['== a\nexport declare const b: number;\n', faces.replace('number', 'string')]) {
    expect(wanting(kept(before), other, before)).toContain(`to ${least} at least`);
    expect(wanting(kept(before), other, least)).toMatch(/^The faces are not those that are kept/);
  }
  expect(wanting(kept(before), '', before.replace(/\d+$/, '99'))).toContain(`to ${least} at least`);
});

test('the text has the files that a face names, without comments and private members', () => {
  const all = new Map([
    ['language.d.ts', "export * from './types/engine/language.js';\n"],
    ['types/engine/language.d.ts', "/** What. */\nexport { a } from './state/clear.js';\n"],
    ['types/engine/state/clear.d.ts', "import { b } from './hidden.js';\nexport declare class A {\n    private b;\n    c(): b;\n}\n"],
    ['types/engine/state/hidden.d.ts', 'export type b = 1;\n'],
  ]);
  const text = facesText(all);
  expect(text).toContain('c(): b;');
  expect(text).not.toMatch(/What\.|private|== types\/engine\/state\/hidden/);
});
