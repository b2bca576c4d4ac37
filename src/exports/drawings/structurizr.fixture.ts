/**
 * A strict reader of the part of Structurizr's DSL that the exports write, for tests: its own parser is a library for Java, and what npm has
 * is an empty package. Lines and tokens are taken apart as that parser does it; then nesting, numbers of fields, identifiers (defined before
 * they are used, once), names (once in each place), relations (none between what contains and what is contained, none twice, those that
 * are implied included) and what a view may show.
 */
import type { Parsed } from './parsed.fixture.ts';

interface Element {
  readonly id: string;
  readonly word: string;
  readonly title: string;
  readonly parent: Element | undefined;
}

/** What may stand in what, and with how many fields, least and most, behind its first word. */
const grammar: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  '': { workspace: [1, 2] },
  workspace: { model: [0, 0], views: [0, 0] },
  model: { softwareSystem: [1, 3], group: [1, 1], '->': [1, 5] },
  softwareSystem: { container: [1, 4], group: [1, 1], url: [1, 1] },
  container: { component: [1, 4], url: [1, 1] },
  component: { url: [1, 1] },
  views: { 'container view': [1, 3], 'component view': [1, 3], styles: [0, 0] },
  view: { include: [1, 99], autoLayout: [1, 1], title: [1, 1] },
  styles: { 'element style': [1, 1], 'relationship style': [1, 1] },
  style: { background: [1, 1], color: [1, 1], border: [1, 1], shape: [1, 1], style: [1, 1] },
};
const opensAlways = new Set(['workspace', 'model', 'views', 'group', 'styles', 'container view', 'component view']);
const kinds = new Set(['softwareSystem', 'container', 'component']);

/** As Structurizr does it: a quote behind a backslash ends nothing. */
function tokensOf(line: string): readonly string[] {
  const tokens = [...line.trim().matchAll(/"((?:[^"\\]|\\"|\\(?!"))*)"(?=\s|$)|([^\s"]+)(?=\s|$)/g)];
  if (tokens.map(([all]) => all).join(' ') !== line.trim()) throw new Error('a token is not closed, or not apart from the next');
  return tokens.map(([, quoted, bare]) => (quoted === undefined ? bare! : quoted.replaceAll('\\"', '"').replaceAll('\\n', '\n')));
}

class Reader {
  readonly #elements = new Map<string, Element>();
  readonly #names = new Set<string>();
  readonly #relations = new Map<string, boolean>();
  readonly #views = new Set<string>();
  readonly #stack: {
    readonly context: string;
    readonly element?: Element | undefined;
    readonly group?: string | undefined;
    readonly shown?: Element[];
  }[] = [{ context: '' }];
  readonly edges: string[] = [];
  readonly groups: string[] = [];
  readonly inside = new Map<string, string>();

  get elements(): readonly Element[] {
    return [...this.#elements.values()];
  }

  line(text: string): void {
    if (text.endsWith('"""')) throw new Error('a block of text begins');
    if (/^\s*(#.*)?$/.test(text)) return;
    if (/\$\{[\w.-]+?\}|\\$/.test(text)) throw new Error('something that Structurizr would put in or go on from');
    const all = tokensOf(text);
    if (all[0] === '}') {
      if (all.length > 1 || this.#stack.length === 1) throw new Error('a brace that closes nothing');
      this.#stack.pop();
      return;
    }
    const opens = all.at(-1) === '{';
    const bare = opens ? all.slice(0, -1) : all;
    if (bare[1] === '=' && !/^\w[\w-]*$/.test(bare[0]!)) throw new Error(`'${bare[0]}' is no identifier`);
    const [id, tokens] = bare[1] === '=' ? [bare[0], bare.slice(2)] : [undefined, bare];
    if (tokens[1] === '->') this.#relation(tokens);
    else this.#statement(id, tokens, opens);
  }

  end(): void {
    if (this.#stack.length > 1) throw new Error('a block is not closed');
  }

  #statement(id: string | undefined, [first, ...fields]: readonly string[], opens: boolean): void {
    const { context, element, group } = this.#stack.at(-1)!;
    const word = context === 'views' && kinds.has(first!) ? `${first} view` : context === 'styles' ? `${first} style` : first!;
    const bounds = grammar[context]![word];
    if (!bounds) throw new Error(`'${word}' may not stand in '${context}'`);
    if (fields.length < bounds[0] || fields.length > bounds[1]) throw new Error(`'${word}' has ${fields.length} fields`);
    if (opensAlways.has(word) && !opens) throw new Error(`'${word}' needs a block`);
    if ((id !== undefined) !== (kinds.has(word) && context !== 'views')) throw new Error(`an identifier at '${word}'`);
    if (word === 'include') this.#include(fields);
    if (word === 'group') this.groups.push(fields[0]!);
    const made = id === undefined ? undefined : this.#define(id, word, fields[0]!, element);
    if (made) this.inside.set(made.id, group ?? element?.id ?? '');
    if (word.endsWith(' view')) this.#view(word, fields);
    if (!opens) return;
    const inner = word === 'group' ? context : word.endsWith(' view') ? 'view' : word.endsWith(' style') ? 'style' : word;
    this.#stack.push({ context: inner, element: made ?? (word === 'group' ? element : word.endsWith(' view') ? this.#known(fields[0]!) : undefined), group: word === 'group' ? fields[0]! : undefined, shown: [] }); // prettier-ignore
  }

  #define(id: string, word: string, title: string, parent: Element | undefined): Element {
    if (this.#elements.has(id.toLowerCase())) throw new Error(`the identifier '${id}' is in use`);
    const name = `${parent?.id ?? ''} ${title.toLowerCase().replaceAll(/[/.]/g, '')}`;
    if (title.trim() === '' || this.#names.has(name)) throw new Error(`the name '${title}' is empty or in use`);
    this.#names.add(name);
    const element = { id, word, title, parent };
    this.#elements.set(id.toLowerCase(), element);
    return element;
  }

  #known(id: string): Element {
    const element = this.#elements.get(id.toLowerCase());
    if (!element) throw new Error(`'${id}' does not exist`);
    return element;
  }

  #relation([from, , to, words = '', ...more]: readonly string[]): void {
    if (this.#stack.at(-1)!.context !== 'model' || more.length > 2) throw new Error('a relation of another place or with too many fields');
    const [a, b] = [this.#known(from!), this.#known(to!)];
    const [above, below] = [chain(a), chain(b)];
    if (above.includes(b) || below.includes(a)) throw new Error('a relation between what contains and what is contained');
    const key = `${a.id} ${b.id}`;
    if (this.#relations.has(`${key} ${words}`)) throw new Error(`the relation '${key}' is there already`);
    this.#relations.set(key, true).set(`${key} ${words}`, true);
    // What is related inside is related outside, unless that is said already.
    for (const x of above)
      for (const y of below) {
        const implied = `${x.id} ${y.id}`;
        if (this.#relations.has(implied) || chain(x).includes(y) || chain(y).includes(x)) continue;
        this.#relations.set(implied, true).set(`${implied} ${words}`, true);
      }
    this.edges.push(`${a.id} ${words} ${b.id}`);
  }

  #view(word: string, [id, key]: readonly string[]): void {
    const of = this.#known(id!);
    if (of.word !== (word === 'container view' ? 'softwareSystem' : 'container')) throw new Error(`a ${word} of a ${of.word}`);
    if (!/^[\w-]+$/.test(key!) || this.#views.has(key!)) throw new Error(`the key '${key}' is in use or no key`);
    this.#views.add(key!);
  }

  /** A container view shows systems but its own, and containers; never what contains something else that it shows. */
  #include(ids: readonly string[]): void {
    if (ids.length === 1 && ids[0] === '*') return;
    const { element: of, shown } = this.#stack.at(-1)!;
    for (const it of ids.map((id) => this.#known(id))) {
      if (it.word === 'component' || it === of) throw new Error(`a container view of '${of!.id}' shows '${it.id}'`);
      if (shown!.some((other) => other === it || chain(other).includes(it) || chain(it).includes(other)))
        throw new Error(`'${it.id}' is shown already, or with what contains it`);
      shown!.push(it);
    }
  }
}

/** An element and what contains it, from the inside. */
const chain = (element: Element): readonly Element[] => [element, ...(element.parent ? chain(element.parent) : [])];

/** Throws with the line that is wrong, and why. */
export function readStructurizr(text: string): Parsed {
  const reader = new Reader();
  for (const [i, line] of text.split('\n').entries()) {
    try {
      reader.line(line);
    } catch (error) {
      throw new Error(`line ${i + 1}: ${(error as Error).message}: ${line}`, { cause: error });
    }
  }
  reader.end();
  const parts = reader.elements.filter(({ id }) => id.startsWith('part_'));
  return { parts: new Map(parts.map(({ id, title }) => [id, title])), groups: reader.groups, inside: reader.inside, edges: reader.edges };
}
