/** XML as the tests read it: strictly parsed into elements, and validated by xmllint against a schema in RELAX NG. */
import sax from 'sax';
import { validateXML } from 'xmllint-wasm';

export interface XmlElement {
  /** With its prefix, as it is written. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The root of a document. Throws, with line and column, where the text is not well-formed. */
export function parseXml(text: string): XmlElement {
  const parser = sax.parser(true, { xmlns: true });
  const open: (XmlElement & { readonly children: (XmlElement | string)[] })[] = [];
  let root: XmlElement | undefined;
  const handlers: Partial<sax.SAXParser> = {
    onerror: (error) => {
      throw error;
    },
    onopentag: (tag) => {
      const attributes = Object.fromEntries(
        Object.entries(tag.attributes).map(([name, it]) => [name, typeof it === 'string' ? it : it.value]),
      );
      const element = { name: tag.name, namespace: 'uri' in tag ? tag.uri : '', attributes, children: [] };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    onclosetag: () => open.pop(),
    ontext: (words) => open.at(-1)?.children.push(words),
  };
  Object.assign(parser, handlers);
  parser.write(text).close();
  if (!root) throw new Error('there is no element');
  return root;
}

const isElement = (it: XmlElement | string): it is XmlElement => typeof it !== 'string';

/** The children with this name, or all. */
export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(isElement).filter((it) => name === undefined || it.name === name);

/** The element and everything below it, in order. */
export const within = (element: XmlElement): XmlElement[] => [element, ...childrenOf(element).flatMap(within)];

/** The text of an element with that of what lies in it. */
export const textIn = (element: XmlElement): string => element.children.map((it) => (isElement(it) ? textIn(it) : it)).join('');

/** What xmllint says against files, each by its name. */
export async function complaintsOfXmllint(files: Readonly<Record<string, string>>, schema: string): Promise<string[]> {
  const xml = Object.entries(files).map(([fileName, contents]) => ({ fileName, contents }));
  const { valid, errors } = await validateXML({ xml, schema, extension: 'relaxng' });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}
