/**
 * A page of prose as Markdown for other tools: the reader's text, made from the syntax tree of the MDX source. What an
 * element shows on the page stands here in words. Leaves out pictures and whatever can only be operated.
 */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { mdxToMdast, type MdxFlowExpression, type MdxJsxFlowElement, type MdxJsxTextElement, type MdxTextExpression } from 'satteri';
import { find } from '../../facts/entries.ts';
import { shippedServices } from '../../components/simulation/service/shipped.ts';
import { citedBy, type CiteProps } from '../../components/spec/cited.ts';
import { systemOfPage } from '../../components/spec/system-of-page.ts';
import { heading, link, paragraph } from './nodes.ts';
import type { Notes } from './notes.ts';
import { drawingQuote, driftQuote, excerptCode, flowSteps, ruleQuote, simulationQuote, type Ground } from './quotes.ts';

export interface ProsePage {
  /** Root-relative, ending in a slash. */
  readonly address: string;
  readonly title: string;
  /** The lead. */
  readonly description?: string | undefined;
  /** The MDX source below its frontmatter. */
  readonly body: string;
}

/** Stands where a page has an element that has no form in words; `tests/site/markdown.test.ts` refuses it. */
export const leftOut = 'A part of the page is left out here';

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Props = Readonly<Record<string, string | undefined>>;
/** Of the nodes of MDX, those that no text keeps. */
type MdxNode = Nodes | Element | MdxFlowExpression | MdxTextExpression | { readonly type: 'mdxjsEsm' };

/**
 * Title, lead, where the page is, and its text; `notes` takes its citations. `depth` is the level of the title. Throws
 * where an element names what is not there, as the page itself does.
 */
export async function proseOf(page: ProsePage, ground: Ground, notes: Notes, depth = 1): Promise<RootContent[]> {
  const copy = new Copy(page, ground, notes, depth);
  const tree = mdxToMdast(page.body, { position: false });
  return [
    heading(depth, page.title),
    ...(page.description === undefined ? [] : [paragraph(page.description)]),
    paragraph('From ', link(ground.address('/'), 'Orrery'), '. The page itself: ', link(ground.address(page.address), page.address), '.'),
    ...((await copy.children(tree)) as RootContent[]),
  ];
}

class Copy {
  readonly #page: ProsePage;
  readonly #ground: Ground;
  readonly #notes: Notes;
  readonly #depth: number;

  constructor(page: ProsePage, ground: Ground, notes: Notes, depth: number) {
    [this.#page, this.#ground, this.#notes, this.#depth] = [page, ground, notes, depth];
  }

  /** The copies of what lies in a node, in order: the notes are numbered as they are met. */
  async children(node: object): Promise<Nodes[]> {
    const copies: Nodes[] = [];
    for (const child of ('children' in node ? node.children : []) as readonly MdxNode[]) copies.push(...(await this.#copy(child)));
    return copies;
  }

  async #copy(node: MdxNode): Promise<Nodes[]> {
    switch (node.type) {
      case 'yaml':
      case 'mdxjsEsm':
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return this.#expression(node);
      case 'mdxJsxFlowElement': {
        const copies = await this.#element(node);
        return copies.every(isPhrasing) && copies.length > 0 ? [paragraph(...copies)] : copies;
      }
      case 'mdxJsxTextElement':
        return this.#element(node);
      case 'heading':
        return [heading(node.depth + this.#depth - 1, ...((await this.children(node)) as PhrasingContent[]))];
      case 'link':
      case 'image':
      case 'definition':
        return [{ ...node, url: this.#address(node.url), ...('children' in node ? { children: await this.children(node) } : {}) } as Nodes];
      default:
        return ['children' in node ? ({ ...node, children: await this.children(node) } as Nodes) : node];
    }
  }

  /** A heading of the page itself has no address in the copy, so it is looked for on the page. */
  #address(url: string): string {
    return this.#ground.address(url.startsWith('#') ? this.#page.address + url : url);
  }

  async #element(element: Element): Promise<Nodes[]> {
    const { entries } = this.#ground;
    const props = propsOf(element);
    const { id = '', scenario } = props;
    switch (element.name) {
      case 'Cite': {
        const where = citedBy(entries, systemOfPage(this.#page.address), props as CiteProps);
        return this.#notes.marks([where], (await this.children(element)) as PhrasingContent[]);
      }
      case 'Rule': {
        const rule = find(entries, 'rules', id);
        if (!rule) throw new Error(`${this.#page.address}: <Rule id="${id}" />: there is no such rule`);
        return [await ruleQuote(rule, this.#ground, this.#notes)];
      }
      case 'Drift': {
        const drift = find(entries, 'drift', id);
        if (!drift) throw new Error(`${this.#page.address}: <Drift id="${id}" />: there is no such difference`);
        return [driftQuote(drift, this.#ground, this.#notes)];
      }
      case 'Simulation':
        return [await simulationQuote(id, scenario, this.#ground)];
      case 'Drawing':
        return [drawingQuote(systemOfPage(this.#page.address), props['view'], this.#ground, this.#notes)];
      case 'Flow':
        return flowSteps(systemOfPage(this.#page.address), id, this.#ground, this.#notes);
      case 'Excerpt': {
        const caption = (await this.children(element)) as PhrasingContent[];
        return [await excerptCode(props['of'] ?? '', props['name'] ?? '', this.#ground), paragraph(...caption)];
      }
      case 'EditService':
        return [paragraph('On the page itself a service can be written, run against clients, and checked in every order of their steps.')];
      case 'ServiceText':
        return serviceText(id);
      case 'br':
        return [{ type: 'break' }];
      default:
        return this.#unknown(element);
    }
  }

  /** An element without a form of its own is what lies in it. */
  async #unknown(element: Element): Promise<Nodes[]> {
    const inside = await this.children(element);
    if (inside.length > 0) return inside;
    return [
      { type: 'text', value: `${leftOut} (${element.name ?? ''}): ` },
      link(this.#ground.address(this.#page.address), 'see the page'),
    ];
  }

  /** `{' '}` is its text; a comment is nothing; what is computed has no form in words. */
  #expression({ value }: MdxFlowExpression | MdxTextExpression): Nodes[] {
    const source = value.trim();
    if (source === '' || source.startsWith('/*')) return [];
    const text = /^(["'])(.*)\1$/.exec(source)?.[2];
    return [{ type: 'text', value: text ?? `${leftOut} (${source}).` }];
  }
}

/** What a shipped service does, and its file. */
function serviceText(id: string): RootContent[] {
  const service = shippedServices.find((it) => it.id === id);
  if (!service) throw new Error(`<ServiceText id="${id}" />: there is no such service`);
  return [paragraph(service.what), { type: 'code', lang: 'ts', value: service.text.trimEnd() }];
}

function propsOf(element: Element): Props {
  return Object.fromEntries(
    element.attributes.map((it) => {
      if (it.type !== 'mdxJsxAttribute') return ['...', it.value];
      return [it.name, typeof it.value === 'object' ? it.value?.value : it.value];
    }),
  ) as Props;
}

const phrasing = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image', 'footnoteReference']);
const isPhrasing = (node: Nodes): node is PhrasingContent => phrasing.has(node.type);
