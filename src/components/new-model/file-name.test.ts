import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';
import { lock } from './texts.ts';

test('the file of a model is called after its id', async () => {
  expect(fileNameOf(await lock['scenario']!())).toBe('new-lock.ts');
  expect(fileNameOf('id: "My Models/Lift 2",')).toBe('my-models-lift-2.ts');
});

test.each(['', 'id: 7', "id: '../../'", "const user = id('user');"])('without one it is called model: %s', (text) => {
  expect(fileNameOf(text)).toBe('model.ts');
});
