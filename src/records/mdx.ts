/** A page of prose from its source: the elements, addresses, imports and paragraphs that the checks of `facts/integrity` look at. */
import type { Nodes } from 'mdast';
import { mdxToMdast, type MdxFlowExpression, type MdxJsxFlowElement, type MdxJsxTextElement, type MdxTextExpression } from 'satteri';
import type { Problem } from '../facts/entries.ts';
import type {
  AttributeValue,
  PageAddress,
  PageContent,
  PageElement,
  PageImport,
  PageParagraph,
  PageStatement,
} from '../facts/integrity/page-content.ts';
import { statesNothing } from '../facts/integrity/prose.ts';
import { mostBraces, mostBytesOfAPage, mostMarks, mostTags } from './limits.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;
interface Esm {
  readonly type: 'mdxjsEsm';
  readonly value: string;
}
type Node = (Nodes | Element | MdxFlowExpression | MdxTextExpression | Esm) & {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
  readonly children?: readonly Node[];
};

interface Page {
  readonly content: PageContent;
  /** The text between the lines of hyphens; undefined where there is none. */
  readonly frontmatter: string | undefined;
  readonly problems: readonly Problem[];
}

const nothing: PageContent = { elements: [], addresses: [], imports: [], code: [], paragraphs: [], statements: [] };

/** Reads a page. One that is not MDX has no content and one problem. */
export function readMdx(file: string, text: string): Page {
  const refused = (line: number, says: string, fix: string): Page => ({
    content: nothing,
    frontmatter: undefined,
    problems: [{ file, field: [], line, says, fix }],
  });
  const bound = boundOf(text);
  if (bound) return refused(bound.line, bound.says, 'Divide the page, or take out what is no prose.');
  let tree: Node;
  try {
    tree = mdxToMdast(text, {}) as Node;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'the parser stopped';
    const [, line = '1', says = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    return refused(
      Number(line),
      `this is not MDX: ${says.replace(/ \([\w-]+:[\w-]+\)$/, '')}`,
      'Write < and { that are meant as they are between backticks.',
    );
  }
  const content = { elements: [], addresses: [], imports: [], code: [], paragraphs: [], statements: statementsOf(tree) };
  collect(tree, content);
  paragraphsOf(tree, content.paragraphs);
  const [first] = tree.children ?? [];
  return { content, frontmatter: first?.type === 'yaml' ? first.value : undefined, problems: [] };
}

/** What a page has too much of. */
function boundOf(text: string): { readonly line: number; readonly says: string } | undefined {
  if (text.length > mostBytesOfAPage) return { line: 1, says: `this page has more than ${mostBytesOfAPage} characters` };
  const lines = text.split('\n');
  const marks = lines.findIndex(
    (line) => (/^(?:[ \t]*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))+/.exec(line)?.[0].match(/[>*+-]|\d+/g)?.length ?? 0) > mostMarks,
  );
  if (marks >= 0) return { line: marks + 1, says: `more than ${mostMarks} quotes and lists lie in each other` };
  for (const [sign, most] of [
    ['<', mostTags],
    ['{', mostBraces],
  ] as const)
    if (text.split(sign).length - 1 > most) return { line: 1, says: `there are more than ${most} of the sign ${sign}` };
  return undefined;
}

const lineOf = (node: Node): number => node.position?.start.line ?? 1;

interface Collected {
  readonly elements: PageElement[];
  readonly addresses: PageAddress[];
  readonly imports: PageImport[];
  readonly code: { line: number; text: string }[];
  readonly paragraphs: PageParagraph[];
}

function collect(node: Node, into: Collected): void {
  const line = lineOf(node);
  switch (node.type) {
    case 'mdxjsEsm':
      for (const [i, text] of node.value.split('\n').entries()) collectImport(text.trim(), line + i, into);
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!isComment(node.value) && literal(node.value) === undefined) into.code.push({ line, text: node.value.trim() });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      into.elements.push(elementOf(node));
      break;
    case 'link':
    case 'definition':
    case 'image':
      into.addresses.push({ line, url: node.url, isImage: node.type === 'image' });
      break;
    default:
  }
  for (const child of node.children ?? []) collect(child, into);
}

function collectImport(text: string, line: number, { imports, code }: Collected): void {
  if (text === '') return;
  const [, single, several, from] = /^import (?:(\w+)|\{ ?([\w, ]+?) ?\}) from ['"]([^'"]+)['"];?$/.exec(text) ?? [];
  if (from === undefined) code.push({ line, text });
  else for (const name of single ? [single] : (several ?? '').split(',')) imports.push({ name: name.trim(), from, line });
}

const elementOf = (node: Element): PageElement => ({ name: node.name ?? '', line: lineOf(node), attributes: attributesOf(node) });

function attributesOf(element: Element): Map<string, AttributeValue> {
  return new Map(
    element.attributes.map((it): [string, AttributeValue] => {
      if (it.type !== 'mdxJsxAttribute') return ['...', { computed: it.value }];
      if (typeof it.value !== 'object' || it.value === null) return [it.name, it.value ?? null];
      return [it.name, literal(it.value.value) ?? { computed: it.value.value }];
    }),
  );
}

/** The one value that an expression is written as: a text in quotes, a number, true or false. */
function literal(source: string): string | number | boolean | undefined {
  const text = source.trim();
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  const quoted = /^(["'])([^"'\\\n]*)\1$/.exec(text);
  return quoted ? quoted[2] : undefined;
}

const isComment = (source: string): boolean => /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*$/.test(source);

const evidence = ['Cite', 'Rule', 'Drift'];
const nameOf = (node: Node | undefined): string => (node && 'name' in node ? (node.name ?? '') : '');

/** Paragraphs at any depth but in lists, whose items belong to the paragraph above them. */
function paragraphsOf(parent: Node, into: PageParagraph[]): void {
  const children = parent.children ?? [];
  for (const [i, node] of children.entries()) {
    if (node.type === 'paragraph') {
      const within = [...nodesIn(node)];
      const isMarked = within.some((it) => it.type === 'mdxTextExpression' && it.value.trim() === statesNothing);
      const isText = within.some((it) => it.type === 'text' && /\p{L}/u.test(it.value));
      const isNext = ['Rule', 'Drift'].includes(nameOf(children[i + 1]));
      into.push({ line: lineOf(node), hasEvidence: !isText || isMarked || isNext || within.some((it) => evidence.includes(nameOf(it))) });
    } else if (node.type !== 'list' && !evidence.includes(nameOf(node))) paragraphsOf(node, into);
  }
}

/** Where a text begins anew: what stood before it states nothing of what is cited in it. */
const blocks = ['paragraph', 'heading', 'tableCell'];

/** Every statement that a `Cite` stands behind. Citations with nothing said between them stand behind the same one. */
function statementsOf(tree: Node): PageStatement[] {
  const found: { line: number; text: string; cites: { element: PageElement; note: string }[] }[] = [];
  let said = '';
  const visit = (node: Node): void => {
    if (nameOf(node) === 'Cite') {
      const cite = { element: elementOf(node as Element), note: textOf(node) };
      const last = found.at(-1);
      if (last && said.trim() === '') last.cites.push(cite);
      else found.push({ line: cite.element.line, text: said.replaceAll(/\s+/g, ' ').trim(), cites: [cite] });
      said = '';
      return;
    }
    if (blocks.includes(node.type)) said = '';
    if (node.type === 'text' || node.type === 'inlineCode') said += node.value;
    if (node.type === 'break') said += ' ';
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

const textOf = (node: Node): string =>
  [...nodesIn(node)].flatMap((it) => (it.type === 'text' || it.type === 'inlineCode' ? [it.value] : [])).join('');

function* nodesIn(node: Node): Generator<Node> {
  for (const child of node.children ?? []) {
    yield child;
    yield* nodesIn(child);
  }
}
