/** Reads JSON so that each value knows its lines. Leaves out what the values mean. */

export interface Value {
  readonly line: number;
  readonly toLine: number;
  /** Members by name; the first of two with one name counts, and `twice` names the others. */
  readonly members?: ReadonlyMap<string, Member>;
  readonly twice?: readonly Member[];
  readonly items?: readonly Value[];
  /** A text, a number, true, false or null. */
  readonly plain?: string | number | boolean | null;
}
export interface Member {
  readonly name: string;
  /** The line of its name. */
  readonly line: number;
  readonly value: Value;
}

/** A place that is no JSON. */
export class NotJson extends Error {
  readonly line: number;
  constructor(line: number, says: string) {
    super(says);
    this.line = line;
  }
}

/** Deeper nesting than any list of states has; it keeps the reader from running out of stack. */
const maxDepth = 64;

/** The value of a text; throws `NotJson`. */
export function readJson(text: string): Value {
  let at = 0;
  let line = 1;
  const fail = (says: string): never => {
    throw new NotJson(line, says);
  };
  const space = (): void => {
    for (; at < text.length && ' \t\r\n'.includes(text[at]!); at++) if (text[at] === '\n') line++;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const eat = (sign: string): boolean => {
    space();
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  const need = (sign: string, where: string): void => {
    if (!eat(sign)) fail(at >= text.length ? `it ends before the ${sign} ${where}` : `a ${sign} is missing ${where}`);
  };
  const string = (): string => {
    space();
    const found = take(/"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy);
    return found === undefined
      ? fail(at >= text.length ? 'it ends in the middle' : 'a text between quotation marks is expected')
      : (JSON.parse(found) as string);
  };
  const object = (from: number, depth: number): Value => {
    const members = new Map<string, Member>();
    const twice: Member[] = [];
    while (!eat('}')) {
      if (members.size > 0) need(',', 'between two members');
      const name = string();
      const named = line;
      need(':', `after "${name}"`);
      const member = { name, line: named, value: value(depth + 1) };
      if (members.has(name)) twice.push(member);
      else members.set(name, member);
    }
    return { line: from, toLine: line, members, twice };
  };
  const array = (from: number, depth: number): Value => {
    const items: Value[] = [];
    while (!eat(']')) {
      if (items.length > 0) need(',', 'between two items');
      items.push(value(depth + 1));
    }
    return { line: from, toLine: line, items };
  };
  const value = (depth: number): Value => {
    if (depth > maxDepth) fail(`it is nested more than ${maxDepth} deep`);
    space();
    const from = line;
    if (eat('{')) return object(from, depth);
    if (eat('[')) return array(from, depth);
    if (text[at] === '"') return { line: from, toLine: line, plain: string() };
    const word = take(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    return word === undefined
      ? fail(at >= text.length ? 'it ends in the middle' : 'no value begins here')
      : { line: from, toLine: line, plain: JSON.parse(word) as null };
  };
  const read = value(0);
  space();
  if (at < text.length) fail('something follows the end of the JSON');
  return read;
}
