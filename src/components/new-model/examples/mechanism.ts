/** A shelf with a size that the reader sets and a fault that the reader switches on, and a first state that is not all zero. */
import { mechanism, range } from '../../../engine/language.ts';

const shelf = mechanism({
  parameters: { places: { label: 'Places', least: 1, most: 5, default: 3 } },
  faults: { overfills: 'Nobody looks whether there is room.' },
  state: ({ places }) => ({ books: range(0, places + 1) }),
  start: (s, { places }) => {
    s.books = Math.min(1, places);
  },
});

const put = shelf.action({
  says: 'A book is put on the shelf.',
  when: { 'there is room': (_, s, { places, overfills }) => s.books < places + (overfills ? 1 : 0) },
  then: (_, s) => {
    s.books += 1;
  },
});
const clearAll = shelf.action({
  says: 'All books but one are taken away.',
  when: { 'there are more than one': (_, s) => s.books > 1 },
  then: (_, s) => {
    s.books = 1;
  },
});

export const model = shelf.model({
  id: 'example/mechanism',
  title: 'A shelf',
  actions: { put, clearAll },
  always: { 'it holds no more than its places': (s, { places }) => s.books <= places },
  sometimes: { 'it is full': (s, { places }) => s.books === places },
  final: (_, { places }) => places === 1,
});
