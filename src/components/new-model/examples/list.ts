/** A disk of three blocks is read and written by number. Each begins with the zero of its kind. */
import { list, mechanism, oneOf, range } from '../../../engine/language.ts';

const disk = mechanism({ parameters: {}, state: () => ({ blocks: list(3, oneOf('empty', 'old', 'new')) }) });

const write = disk.action({
  says: 'Block {at} is written.',
  args: { at: range(0, 2) },
  when: { 'it is not new yet': ({ at }, s) => s.blocks.get(at) !== 'new' },
  then: ({ at }, s) => s.blocks.set(at, s.blocks.get(at) === 'empty' ? 'old' : 'new'),
});

export const model = disk.model({
  id: 'example/list',
  title: 'A disk',
  actions: { write },
  always: { 'there are three blocks': (s) => s.blocks.length === 3 },
  sometimes: { 'the first is new, and nothing else was touched': (s) => s.blocks.items.join() === 'new,empty,empty' },
  final: (s) => s.blocks.items.every((it) => it === 'new'),
});
