/** What there is to write a model in, read from the declarations of the language and their doc comments: for the reference and its tests. */
import ts from 'typescript';
import type { Declaration, LanguageReference, Part } from 'virtual:orrery/language-reference';

/** `declarations`: by name, as model-types.ts makes them. */
export function languageReference(declarations: Readonly<Record<string, string>>): LanguageReference {
  const parsed = (name: string) => ts.createSourceFile(name, declarations[name]!, ts.ScriptTarget.ESNext, true);
  const declared: Record<string, Declaration> = {};
  for (const name of Object.keys(declarations).filter((it) => /^\/engine\/(?:language\/|state\/clear\.)/.test(it)))
    for (const statement of parsed(name).statements)
      for (const found of declarationsIn(statement)) if (!Object.hasOwn(declared, found.name)) declared[found.name] = found;
  const exports = parsed('/engine/language.d.ts').statements.flatMap((it) =>
    ts.isExportDeclaration(it) && it.exportClause && ts.isNamedExports(it.exportClause)
      ? it.exportClause.elements.map(({ name }) => name.text)
      : [],
  );
  return { exports, declared };
}

function declarationsIn(statement: ts.Statement): Declaration[] {
  const says = commentOf(statement);
  if (ts.isFunctionDeclaration(statement) && statement.name) return [call(statement.name.text, statement, says)];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name, type }) => {
      const called = name.getText();
      if (type && ts.isFunctionTypeNode(type)) return call(called, type, says);
      return { name: called, form: `${called}: ${type?.getText() ?? ''}`, says, parts: [] };
    });
  if (ts.isInterfaceDeclaration(statement))
    return [{ name: statement.name.text, form: statement.name.text, says, parts: statement.members.flatMap(partOf) }];
  if (ts.isTypeAliasDeclaration(statement)) {
    const { name, type } = statement;
    const parts = literalsIn(type).flatMap(({ members }) => members.flatMap(partOf));
    return [{ name: name.text, form: name.text, says, parts: unique(parts) }];
  }
  return [];
}

function call(name: string, of: ts.SignatureDeclaration, says: string): Declaration {
  const records = of.parameters.flatMap(({ type }) => (type ? literalsIn(type) : []));
  return { name, form: formOf(name, of), says, parts: unique(records.flatMap(({ members }) => members.flatMap(partOf))) };
}

const partOf = (member: ts.TypeElement): Part[] => {
  if (!member.name) return [];
  const name = member.name.getText();
  if (ts.isMethodSignature(member)) return [{ name, form: formOf(name, member), says: commentOf(member) }];
  if (!ts.isPropertySignature(member)) return [];
  const optional = member.questionToken ? '?' : '';
  return [{ name, form: `${name}${optional}${typeOf(member.type)}`, says: commentOf(member) }];
};

/** A type that is longer says less than the words beside it. */
const LONGEST_TYPE = 60;

function typeOf(type: ts.TypeNode | undefined): string {
  const [first] = type && ts.isIntersectionTypeNode(type) ? type.types : [type]; // the others only make errors of the compiler readable
  let text = first?.getText().replaceAll(/\s+/g, ' ') ?? '';
  for (let before = ''; before !== text;) [before, text] = [text, text.replaceAll(/(\w)<[^<>]*>/g, '$1')];
  if (/^[A-Z]$/.test(text)) return ''; // a type parameter, which says nothing by itself
  return text === '' || text.length > LONGEST_TYPE ? '' : `: ${text}`;
}

/** How it is called: a record is told by the names of its fields, and a long type is left out. */
function formOf(name: string, { parameters, type }: ts.SignatureDeclarationBase): string {
  const taken = parameters.map(({ name: parameter, type: of, questionToken, dotDotDotToken }) => {
    const [record] = of && ts.isTypeLiteralNode(of) ? [of] : [];
    if (record) return `{ ${record.members.map((it) => `${it.name!.getText()}${it.questionToken ? '?' : ''}`).join(', ')} }`;
    return `${dotDotDotToken ? '...' : ''}${parameter.getText().replace(/^_/, '')}${questionToken ? '?' : ''}${typeOf(of)}`;
  });
  return `${name}(${taken.join(', ')})${typeOf(type)}`;
}

/** The records that a type is made of, where it is a union or an intersection of such. */
function literalsIn(type: ts.TypeNode): ts.TypeLiteralNode[] {
  if (ts.isTypeLiteralNode(type)) return [type];
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) return type.types.flatMap(literalsIn);
  return ts.isParenthesizedTypeNode(type) ? literalsIn(type.type) : [];
}

const unique = (parts: readonly Part[]): Part[] => [...new Map(parts.map((it) => [it.name, it])).values()];

function commentOf(node: ts.Node): string {
  const last = ts.getJSDocCommentsAndTags(node).findLast(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(last?.comment) ?? '').replaceAll(/\s+/g, ' ').trim();
}
