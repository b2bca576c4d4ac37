import { expect, test } from 'vitest';
import { after, checkModel } from '../../checked.fixture.ts';
import { runs } from './runs.ts';

checkModel(runs);

/** The three files after a run: `/motd`, `/notes`, and the one above the root. */
const filesAfter = (...steps: readonly object[]) => after(runs, steps).state['files'];

const openMotd = { open: { at: '/motd', as: 0 } };
const writeHead = { write: { through: 0, some: 'head' } };
const removeMotd = { unlink: { at: '/motd' } };

test('opening a file copies nothing', () => {
  expect(filesAfter(openMotd)).toMatchObject([{ upper: 'nothing' }, {}, {}]);
});

test('the first write copies up, so what was not written is still there', () => {
  expect(filesAfter(openMotd, writeHead)).toMatchObject([{ upper: 'copy', copied: true, written: ['head'], changed: false }, {}, {}]);
});

test('a file that is created over a whiteout is empty', () => {
  expect(filesAfter(removeMotd, { create: { at: '/motd' } })).toMatchObject([{ upper: 'copy', copied: false, written: [] }, {}, {}]);
});

test('a removal frees the room of the copy', () => {
  const files = filesAfter(openMotd, writeHead, removeMotd, { create: { at: '/notes' } });
  expect(files).toMatchObject([{ upper: 'whiteout' }, { upper: 'copy' }, {}]);
});

test('dots at the root lead to the file of the same name', () => {
  expect(filesAfter({ unlink: { at: '/../motd' } })).toMatchObject([{ upper: 'whiteout' }, {}, { upper: 'nothing' }]);
});

test('after a removal, an old handle on the image brings the bytes of the image back, and one on a copy an empty file', () => {
  const writeTail = (through: number) => ({ write: { through, some: 'tail' } });
  const written = (...steps: readonly object[]) => after(runs, steps, { copiesOverWhiteout: true }).state['files'];
  expect(written(openMotd, removeMotd, writeTail(0))).toMatchObject([{ upper: 'copy', copied: true }, {}, {}]);
  expect(written(openMotd, writeHead, removeMotd, writeTail(0))).toMatchObject([{ upper: 'copy', copied: false }, {}, {}]);
  const openAgain = { open: { at: '/motd', as: 1 } };
  expect(written(openMotd, writeHead, openAgain, removeMotd, writeTail(1))).toMatchObject([{ upper: 'copy', copied: false }, {}, {}]);
});
