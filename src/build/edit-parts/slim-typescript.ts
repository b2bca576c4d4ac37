/**
 * The part of TypeScript that a page needs, as an ES module: what can be reached by name from the exports that are wanted. The published file is
 * one scope of ten thousand statements, and bundlers keep nearly all of it, because its initialisers call functions. Here every initialiser
 * counts as pure, and a statement such as `((Core) => …)(Core || …)` belongs to the name that it fills. Quick fixes and refactorings, which
 * register themselves, fall. Names are compared as text, so a shadowed name keeps too much and never too little.
 */
import ts from 'typescript';

/** As ES module with these exports. Throws when the published file is not made as this one expects. */
export function slim(published: string, wanted: readonly string[]): string {
  const text = published.slice(published.indexOf('var __defProp'), published.lastIndexOf('\n})({ get exports()'));
  // The file has other enums of the same names in other lists of exports; the first list is the library's own.
  const [, list] = /\n__export\(typescript_exports, \{\n([\s\S]*?)\n\}\);/.exec(published) ?? [];
  if (list === undefined || text.length < published.length / 2)
    throw new Error('TypeScript is published in another form: slim-typescript.ts has to learn it.');
  const exported = new Map([...list.matchAll(/^ {2}(\w+): \(\) => (\w+),?$/gm)].map(([, as = '', name = '']) => [as, name]));
  const file = ts.createSourceFile('typescript.js', text, ts.ScriptTarget.ESNext, true);
  const parts = file.statements.map((node) => ({ node, fills: filledBy(node, file) }));
  const names = wanted.map((as) => [as, exported.get(as)] as const);
  const missing = names.find(([, name]) => name === undefined);
  if (missing) throw new Error(`TypeScript exports no '${missing[0]}'.`);
  const kept = reached(parts, names.map(([, name]) => name!)); // prettier-ignore
  const body = parts.filter((part) => kept.has(part)).map(({ node }) => node.getText(file));
  return `${body.join('\n')}\nexport { ${names.map(([as, name]) => `${name} as ${as}`).join(', ')} };\n`;
}

interface Part {
  readonly node: ts.Statement;
  /** The names that the statement declares or fills; undefined when it always runs. */
  readonly fills: readonly string[] | undefined;
}

function reached(parts: readonly Part[], wanted: readonly string[]): ReadonlySet<Part> {
  const byName = new Map<string, Part[]>();
  for (const part of parts) for (const name of part.fills ?? []) byName.set(name, [...(byName.get(name) ?? []), part]);
  const open = parts.filter(({ node, fills }) => fills === undefined && !node.getText().startsWith('module.exports'));
  const kept = new Set<Part>();
  const want = (name: string) => open.push(...(byName.get(name) ?? []));
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isKey(node)) want(node.text);
    ts.forEachChild(node, visit);
  };
  wanted.forEach(want);
  for (let part = open.pop(); part; part = open.pop()) {
    if (kept.has(part)) continue;
    kept.add(part);
    visit(part.node);
  }
  return kept;
}

function filledBy(node: ts.Statement, file: ts.SourceFile): readonly string[] | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return [node.name!.text];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  if (!ts.isExpressionStatement(node)) return undefined;
  const { expression } = node;
  if (ts.isBinaryExpression(expression)) return [expression.left.getText(file).split('.')[0]!];
  if (!ts.isCallExpression(expression)) return undefined;
  const called = expression.expression.getText(file);
  if (called === 'registerCodeFix' || called === 'registerRefactor') return [];
  if (called === '__export') return [expression.arguments[0]!.getText(file)];
  return called.startsWith('(') ? [expression.arguments[0]!.getText(file).split(/\W/)[0]!] : undefined;
}

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((it) => (ts.isOmittedExpression(it) ? [] : namesIn(it.name)));

/** Whether the identifier is the name of a member or a parameter, and refers to nothing. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  const names =
    ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isParameter(parent);
  return names && parent.name === node;
}
