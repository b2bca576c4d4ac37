import fc from 'fast-check';
import sax from 'sax';
import { expect, test } from 'vitest';
import { element, Markup } from './markup.ts';

test('an element is written with its attributes and children, and short where it is empty', () => {
  expect(element('p', { class: 'a', id: undefined, width: 1.5 }, 'one', element('b', {}, 'two')).text).toBe(
    '<p class="a" width="1.5">one<b>two</b></p>',
  );
  expect(element('path', { d: 'M0 0' }).text).toBe('<path d="M0 0"/>');
  expect(element('g', {}, new Markup('<circle r="1"/>')).text).toBe('<g><circle r="1"/></g>');
});

test('what XML does not allow is left out', () => {
  expect(element('p', {}, 'a\u{0}b\u{8}c\u{FFFF}d\u{D800}').text).toBe('<p>abcd</p>');
});

/** Texts that XML allows; a reader makes one line feed of other line ends. */
const words = fc.string({ unit: fc.constantFrom(...'<>&"\'az é\u{1F600}]\n'.match(/./gsu)!) });

test('whatever the words are, a strict parser reads them back', () => {
  fc.assert(
    fc.property(words, words, (text, attribute) => {
      const found: { text: string; attribute: unknown } = { text: '', attribute: undefined };
      const parser = sax.parser(true);
      const handlers: Partial<sax.SAXParser> = {
        onerror: (error) => {
          throw error;
        },
        ontext: (it) => (found.text += it),
        onopentag: ({ attributes }) => (found.attribute = attributes['title']),
      };
      Object.assign(parser, handlers);
      parser.write(element('p', { title: attribute }, text).text).close();
      expect(found).toEqual({ text, attribute });
    }),
  );
});
