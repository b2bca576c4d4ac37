/**
 * The parts of a model's source where an error changes how it runs: `when` and `then` of its actions, and the functions that these use, in its
 * file or beside it.
 */
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A clause object, an effect or a function, and the name of the declaration that it stands in. */
export interface Part {
  readonly node: ts.Node;
  readonly name: string;
}

const root = join(import.meta.dirname, '../..');
export const folderOf = (id: string): string => join(root, 'src/mechanisms', id);

/** A model's file, and what the compiler knows of its names. */
export interface Source {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
}

/** Reads these models together, which is much faster than one by one. */
export function readSources(ids: readonly string[]): (id: string) => Source {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, root);
  const files = new Map(ids.map((id) => [id, join(folderOf(id), 'model.ts')]));
  const program = ts.createProgram([...files.values()], { ...options, noEmit: true, types: [] });
  const checker = program.getTypeChecker();
  return (id) => ({ file: program.getSourceFile(files.get(id)!)!, checker });
}

/** All parts of a model, in the order of their files. */
export function partsOf({ file, checker }: Source): Part[] {
  const parts = actionsOf(file);
  for (const { node } of parts) for (const used of usedBy(node, checker)) if (!parts.some((it) => it.node === used.node)) parts.push(used);
  return parts.filter(({ node }) => !parts.some((it) => it.node !== node && isWithin(node, it.node))).toSorted(inOrder);
}

const isWithin = (inner: ts.Node, outer: ts.Node): boolean =>
  inner.getSourceFile() === outer.getSourceFile() && inner.pos >= outer.pos && inner.end <= outer.end;

const inOrder = ({ node: a }: Part, { node: b }: Part): number => {
  const [one, other] = [a.getSourceFile().fileName, b.getSourceFile().fileName];
  return one === other ? a.pos - b.pos : one < other ? -1 : 1;
};

/** Whether a declaration lies in the folder of the model that a node is of. */
export const isOfFolder = (declaration: ts.Node, node: ts.Node): boolean =>
  dirname(declaration.getSourceFile().fileName) === dirname(node.getSourceFile().fileName);

/** `when` and `then` of every call of `action`. */
function actionsOf(file: ts.SourceFile): Part[] {
  const parts: Part[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'action')
      parts.push(...clausesAndEffect(node));
    node.forEachChild(visit);
  };
  visit(file);
  return parts;
}

const clausesAndEffect = (call: ts.CallExpression): Part[] =>
  call.arguments
    .flatMap((spec) => (ts.isObjectLiteralExpression(spec) ? spec.properties : []))
    .flatMap((property) => {
      const isPart = property.name !== undefined && ['when', 'then'].includes(property.name.getText());
      return isPart ? [{ node: property, name: declarationOf(property) }] : [];
    });

/** The name of the outermost declaration around a node. */
function declarationOf(node: ts.Node): string {
  const outermost = ts.findAncestor(node, (it) => it.parent !== undefined && ts.isSourceFile(it.parent))!;
  if (ts.isVariableStatement(outermost)) return outermost.declarationList.declarations[0]!.name.getText();
  return ts.isFunctionDeclaration(outermost) ? outermost.name!.text : '';
}

/** The functions of the folder, and the objects of functions, that a part names. */
function usedBy(part: ts.Node, checker: ts.TypeChecker): Part[] {
  const used: Part[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.push(...functionsNamed(node, checker));
    node.forEachChild(visit);
  };
  visit(part);
  return used;
}

function functionsNamed(node: ts.Identifier, checker: ts.TypeChecker): Part[] {
  const named = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  const symbol = named && (named.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(named) : named;
  return (symbol?.declarations ?? []).flatMap((declaration) => {
    if (!isOfFolder(declaration, node)) return [];
    const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    const isTop =
      value !== undefined && ts.findAncestor(declaration, ts.isFunctionLike) === (ts.isFunctionLike(declaration) ? declaration : undefined);
    return isTop && isCode(value) ? [{ node: value, name: declarationOf(value) }] : [];
  });
}

const isFunction = (node: ts.Node): boolean => ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** A function, or an object with one in it. */
const isCode = (node: ts.Node): boolean =>
  isFunction(node) ||
  (ts.isObjectLiteralExpression(node) && node.properties.some((it) => ts.isPropertyAssignment(it) && isFunction(it.initializer)));
