/** A page that is closed becomes all zero again. What it held before would else make two states of one that means the same. */
import { bool, clear, id, mechanism, range, table } from '../../../engine/language.ts';

const page = id('page');

const book = mechanism({
  parameters: {},
  state: () => ({ pages: table(page, 2, { isOpen: bool, line: range(0, 2) }) }),
});

const open = book.action({
  says: '{it} is opened at line {line}.',
  args: { it: page, line: range(0, 2) },
  when: { 'it is shut': ({ it }) => !it.isOpen },
  then: ({ it, line }) => {
    it.isOpen = true;
    it.line = line;
  },
});
const shut = book.action({
  says: '{it} is shut.',
  args: { it: page },
  when: { 'it is open': ({ it }) => it.isOpen },
  then: ({ it }) => clear(it),
});

export const model = book.model({
  id: 'example/clear',
  title: 'A book',
  actions: { open, shut },
  always: { 'a shut page keeps no line': (s) => s.pages.every((it) => it.isOpen || it.line === 0) },
  sometimes: { 'both are open at the last line': (s) => s.pages.every((it) => it.isOpen && it.line === 2) },
});
