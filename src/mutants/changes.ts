/**
 * The small errors that one can make in a model: every place of its source where one of a kind can stand, and what is written there instead.
 * A change keeps the types of what it touches, where the kind of it allows that: a name becomes another of the same type, a word another of
 * the same list. Leaves out where a model is looked at (mutable.ts) and which changes are tried (draw.ts).
 */
import ts from 'typescript';
import { isOfFolder, type Part } from './mutable.ts';

/** One small error. */
export interface Change {
  readonly kind: Kind;
  /** The declaration that it stands in, and the clause where there is one. */
  readonly where: string;
  /** What is read there, and what it becomes: the smallest piece that can be understood, in one line. */
  readonly from: string;
  readonly to: string;
  /** What is replaced, in which file, and by what. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Found = Omit<Change, 'kind' | 'where'>;
type Look = (node: ts.Node, checker: ts.TypeChecker) => readonly Found[];

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Replaces a node, and shows that in what surrounds it. */
function replaced(node: ts.Node, text: string, shown: ts.Node = node): Found {
  const [start, end] = [node.getStart(), node.getEnd()];
  const whole = shown.getText();
  const at = start - shown.getStart();
  return {
    file: node.getSourceFile().fileName,
    start,
    end,
    text,
    from: oneLine(whole),
    to: oneLine(whole.slice(0, at) + text + whole.slice(at + end - start)),
  };
}

const OPERATORS: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
};
const JOINTS: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };
const SIGNS: Readonly<Record<string, string>> = { '+': '-', '-': '+', '+=': '-=', '-=': '+=' };
const QUANTIFIERS: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

const anotherOperator =
  (others: Readonly<Record<string, string>>): Look =>
  (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const other = others[node.operatorToken.getText()];
    return other === undefined ? [] : [replaced(node.operatorToken, other, node)];
  };

const isCondition = (node: ts.Node): boolean =>
  (ts.isIfStatement(node.parent) && node.parent.expression === node) ||
  (ts.isConditionalExpression(node.parent) && node.parent.condition === node);

/** `!` goes and `===` becomes `!==` by a change of its own. */
const isNegatedElsewhere = (node: ts.Node): boolean =>
  ts.isPrefixUnaryExpression(node) || (ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText()));

/** The body of a function that is one expression and answers yes or no. */
const isAnswer = (node: ts.Node, checker: ts.TypeChecker): boolean =>
  ts.isArrowFunction(node.parent) &&
  node.parent.body === node &&
  !ts.isBlock(node) &&
  (checker.getTypeAtLocation(node).flags & ts.TypeFlags.BooleanLike) !== 0 &&
  !isAssignment(node);

const unwrapped = (node: ts.Node): ts.Node => (ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node);

const isAssigning = (token: ts.SyntaxKind): boolean => token >= ts.SyntaxKind.FirstAssignment && token <= ts.SyntaxKind.LastAssignment;

function isAssignment(node: ts.Node): boolean {
  const inner = unwrapped(node);
  return ts.isBinaryExpression(inner) && isAssigning(inner.operatorToken.kind);
}

const negated: Look = (node, checker) => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [replaced(node, node.operand.getText(), node)];
  if (!isCondition(node) && !isAnswer(node, checker)) return [];
  return isNegatedElsewhere(node) ? [] : [replaced(node, `!(${node.getText()})`)];
};

const otherTruth: Look = (node) => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced(node, 'false', node.parent)];
  return node.kind === ts.SyntaxKind.FalseKeyword ? [replaced(node, 'true', node.parent)] : [];
};

const oneMore: Look = (node) => (ts.isNumericLiteral(node) ? [replaced(node, String(Number(node.text) + 1), node.parent)] : []);

/** A statement goes: an effect, a branch, a loop. One that declares a name or says an answer stays. */
const dropped: Look = (node) => {
  if (ts.isExpressionStatement(node) || ts.isIfStatement(node) || ts.isIterationStatement(node, false)) return [replaced(node, ';')];
  return isEffect(node) ? [replaced(node, '{}')] : [];
};

/** The body of an effect that is one expression. */
const isEffect = (node: ts.Node): boolean =>
  ts.isArrowFunction(node.parent) &&
  node.parent.body === node &&
  !ts.isBlock(node) &&
  (isAssignment(node) || (ts.isPropertyAssignment(node.parent.parent) && node.parent.parent.name.getText() === 'then'));

const otherQuantifier: Look = (node) => {
  if (!ts.isPropertyAccessExpression(node) || !ts.isCallExpression(node.parent) || node.parent.expression !== node) return [];
  const other = QUANTIFIERS[node.name.text];
  return other === undefined ? [] : [replaced(node.name, other, node.parent)];
};

/** The words that could stand where this one stands. */
const otherWord: Look = (node, checker) => {
  if (!ts.isStringLiteral(node)) return [];
  const type = wantedAt(node, checker);
  const words = (type?.isUnion() ? type.types : []).flatMap((it) => (it.isStringLiteral() ? [it.value] : []));
  return words.includes(node.text)
    ? words.filter((word) => word !== node.text).map((word) => replaced(node, `'${word}'`, node.parent))
    : [];
};

function wantedAt(node: ts.StringLiteral, checker: ts.TypeChecker): ts.Type | undefined {
  const { parent } = node;
  const isCompared = ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText());
  if (!isCompared) return checker.getContextualType(node);
  return checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left);
}

/** Another field of the same row, or another name that is known there, of the same type. */
const otherName: Look = (node, checker) => {
  if (ts.isPropertyAccessExpression(node)) return otherFields(node, checker);
  return ts.isIdentifier(node) && isRead(node) ? otherVariables(node, checker) : [];
};

const isCalled = (node: ts.Node): boolean => ts.isCallExpression(node.parent) && node.parent.expression === node;

function otherFields(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): Found[] {
  const own = checker.getSymbolAtLocation(node.name);
  if (!own || isCalled(node) || !isOfModel(own, node)) return [];
  return checker
    .getPropertiesOfType(checker.getTypeAtLocation(node.expression))
    .filter((it) => it !== own && it.name !== own.name && isOfModel(it, node) && isSame(own, it, node, checker))
    .map((it) => replaced(node.name, it.name, node.parent));
}

function otherVariables(node: ts.Identifier, checker: ts.TypeChecker): Found[] {
  const own = checker.getSymbolAtLocation(node);
  if (!own || isCalled(node) || !isLocal(own)) return [];
  return checker
    .getSymbolsInScope(node, ts.SymbolFlags.Variable)
    .filter((it) => it.name !== own.name && isLocal(it) && isOfModel(it, node) && isSame(own, it, node, checker))
    .map((it) => replaced(node, it.name, node.parent));
}

/** A name in an expression: not where it is declared, not the name of a property, not a type. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return (
    !(ts.isShorthandPropertyAssignment(parent) || ts.isBindingElement(parent) || ts.isParameter(parent) || ts.isTypeNode(parent)) &&
    !(ts.isVariableDeclaration(parent) && parent.name === node)
  );
}

const isOfModel = ({ declarations = [] }: ts.Symbol, node: ts.Node): boolean => declarations.some((it) => isOfFolder(it, node));

/** An argument, a parameter or a constant of a function, but not one of the whole file. */
const isLocal = ({ declarations = [] }: ts.Symbol): boolean =>
  declarations.every((it) => ts.findAncestor(it, ts.isFunctionLike) !== undefined);

function isSame(one: ts.Symbol, other: ts.Symbol, at: ts.Node, checker: ts.TypeChecker): boolean {
  const [a, b] = [one, other].map((it) => checker.getTypeOfSymbolAtLocation(it, at)) as [ts.Type, ts.Type];
  return checker.isTypeAssignableTo(a, b) && checker.isTypeAssignableTo(b, a);
}

/** It holds whatever is so; its name stays, because runs name it. */
const dropsClause: Look = (node, checker) => {
  if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name)) return [];
  if (checker.getTypeAtLocation(node.initializer).getCallSignatures().length === 0) return [];
  return [{ ...replaced(node.initializer, '() => true'), from: node.name.getText(), to: 'holds always' }];
};

/** The kinds, by the words in which one is told. */
const LOOKS = {
  'a condition turned round': negated,
  'a comparison that is off': anotherOperator(OPERATORS),
  'and for or': anotherOperator(JOINTS),
  'plus for minus': anotherOperator(SIGNS),
  'true for false': otherTruth,
  'one more': oneMore,
  'every for some': otherQuantifier,
  'a statement dropped': dropped,
  'a clause dropped': dropsClause,
  'another word': otherWord,
  'another name': otherName,
} satisfies Readonly<Record<string, Look>>;

export type Kind = keyof typeof LOOKS;

/** Every change that can be made in a part of a model. */
export function changesIn({ node, name }: Part, checker: ts.TypeChecker): Change[] {
  const changes: Change[] = [];
  const visit = (it: ts.Node, where: string): void => {
    for (const [kind, look] of Object.entries(LOOKS) as [Kind, Look][])
      for (const found of look(it, checker)) changes.push({ kind, where, ...found });
    const clause = ts.isPropertyAssignment(it) && ts.isStringLiteral(it.name) ? `, '${it.name.text}'` : '';
    it.forEachChild((child) => {
      if (!ts.isTypeNode(child)) visit(child, where + clause);
    });
  };
  visit(node, name);
  return changes;
}
