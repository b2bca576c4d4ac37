/** XML as text: elements whose attributes and texts are escaped, for the files that are not pages. */

/** Text that is escaped already; made here alone. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; a string among its children is text, an attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const start = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inner = children.map((it) => (typeof it === 'string' ? escaped(it) : it.text)).join('');
  return new Markup(inner === '' ? `<${name}${start}/>` : `<${name}${start}>${inner}</${name}>`);
}

/** Characters that XML 1.0 does not allow are left out: no escape would make them allowed. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
