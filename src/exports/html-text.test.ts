import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { asHtml } from './html-text.ts';

/** HTML has no carriage return and no NUL in a text. */
const text = fc.string({
  unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ';', ' ', '#', '!', '-', '/', '\n', 'amp;', 'm<name>', '</title>'),
});

test('a browser reads it as the text that it was, in an element, a title and an attribute', () =>
  fc.assert(
    fc.property(text, (given) => {
      const [paragraph, title] = parseFragment(`<p id="${asHtml(given)}">${asHtml(given)}</p><title>x${asHtml(given)}</title>`)
        .childNodes as DefaultTreeAdapterTypes.Element[];
      const textOf = (it: DefaultTreeAdapterTypes.Element) =>
        it.childNodes.map((node) => ('value' in node ? node.value : node.nodeName)).join('');
      expect(paragraph?.attrs[0]?.value).toBe(given);
      expect(textOf(paragraph!)).toBe(given);
      expect(textOf(title!)).toBe(`x${given}`);
    }),
  ));
