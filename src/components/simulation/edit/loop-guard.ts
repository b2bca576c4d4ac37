/**
 * Ends a loop of a reader that goes round too often, with a sentence that names its line. The limit of time ends it too, by the frame that goes;
 * but a browser that gives no process to a frame burns on for seconds then, and what the loop has filled may take the page with it. A state has
 * 256 words at most, so no model needs a million rounds. Leaves out recursion, which ends by itself, and loops within loops, which time ends.
 */
import * as ts from 'typescript';

const MOST_ROUNDS = 1_000_000;
/** No name that a reader writes begins like that. */
const COUNTER = '$$rounds';

/** A transformer: each loop gets a counter in a block around it. */
export const guardedLoops: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  let loops = 0;
  const visit = (node: ts.Node): ts.Node => {
    if (!ts.isStatement(node)) return ts.visitEachChild(node, visit, context);
    const loop = loopIn(node);
    return loop ? guarded(node, loop) : ts.visitEachChild(node, visit, context);
  };

  /** `{ let c = 0; <labels> loop }`: a counter between a label and its loop would take `continue` the place that it leads to. */
  function guarded(statement: ts.Statement, loop: ts.IterationStatement): ts.Block {
    const counter = `${COUNTER}${(loops += 1)}`;
    const line = file.getLineAndCharacterOfPosition(loop.getStart(file)).line + 1;
    const { factory } = context;
    const zero = factory.createVariableDeclaration(counter, undefined, undefined, factory.createNumericLiteral(0));
    const begins = factory.createVariableStatement(undefined, factory.createVariableDeclarationList([zero], ts.NodeFlags.Let));
    return factory.createBlock([begins, counted(statement, counter, line)], true);
  }

  /** The statement with the counter first in the body of its loop. */
  function counted(statement: ts.Statement, counter: string, line: number): ts.Statement {
    const { factory } = context;
    if (ts.isLabeledStatement(statement))
      return factory.updateLabeledStatement(statement, statement.label, counted(statement.statement, counter, line));
    const inner = ts.visitEachChild(statement, visit, context) as ts.IterationStatement;
    return withBody(inner, factory.createBlock([check(context.factory, counter, line), inner.statement], true), context.factory);
  }

  return ts.visitEachChild(file, visit, context);
};

function loopIn(node: ts.Statement): ts.IterationStatement | undefined {
  if (ts.isLabeledStatement(node)) return loopIn(node.statement);
  return ts.isIterationStatement(node, false) ? node : undefined;
}

/** `if (++c > MOST_ROUNDS) throw new Error('…')`. */
function check(factory: ts.NodeFactory, counter: string, line: number): ts.Statement {
  const says = `The loop that begins in line ${line} went round more than ${MOST_ROUNDS.toLocaleString('en')} times, and was ended.`;
  const error = factory.createNewExpression(factory.createIdentifier('Error'), undefined, [factory.createStringLiteral(says)]);
  const more = factory.createPrefixUnaryExpression(ts.SyntaxKind.PlusPlusToken, factory.createIdentifier(counter));
  return factory.createIfStatement(
    factory.createGreaterThan(more, factory.createNumericLiteral(MOST_ROUNDS)),
    factory.createThrowStatement(error),
  );
}

function withBody(loop: ts.IterationStatement, body: ts.Block, factory: ts.NodeFactory): ts.Statement {
  if (ts.isForStatement(loop)) return factory.updateForStatement(loop, loop.initializer, loop.condition, loop.incrementor, body);
  if (ts.isForOfStatement(loop)) return factory.updateForOfStatement(loop, loop.awaitModifier, loop.initializer, loop.expression, body);
  if (ts.isForInStatement(loop)) return factory.updateForInStatement(loop, loop.initializer, loop.expression, body);
  if (ts.isWhileStatement(loop)) return factory.updateWhileStatement(loop, loop.expression, body);
  return factory.updateDoStatement(loop as ts.DoStatement, body, (loop as ts.DoStatement).expression);
}
