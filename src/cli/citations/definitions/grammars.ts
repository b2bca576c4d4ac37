/** The languages whose definitions have names here: which parser reads one, and which of its nodes define something. */
import type { Node } from 'web-tree-sitter';

/** `value`: a constant, a variable, an alias; inside a function it is nothing that a reader would look for. */
export interface Definition {
  readonly name: string;
  readonly is: 'scope' | 'function' | 'value';
}

export interface Grammar {
  /** The parser, as its package exports it. */
  readonly parser: string;
  /** What stands between the name of a type and that of what lies in it. */
  readonly joint: string;
  /** What a node defines, if it does. */
  readonly definitionAt: (node: Node) => Definition | undefined;
}

const named = (node: Node | null | undefined, is: Definition['is']): Definition | undefined => {
  const name = node?.childForFieldName('name')?.text;
  return name === undefined ? undefined : { name, is };
};

/** The type that a receiver or an `impl` is of, without its path, its arguments and what points to it. */
const typeIn = (node: Node | null): string | undefined => node?.descendantsOfType(['type_identifier', 'primitive_type'])[0]?.text;

const rustKinds = new Map<string, Definition['is']>([
  ['function_item', 'function'],
  ['function_signature_item', 'function'],
  ['macro_definition', 'function'],
  ['struct_item', 'scope'],
  ['enum_item', 'scope'],
  ['union_item', 'scope'],
  ['trait_item', 'scope'],
  ['mod_item', 'scope'],
  ['const_item', 'value'],
  ['static_item', 'value'],
  ['type_item', 'value'],
]);

const rust: Grammar = {
  parser: 'tree-sitter-rust/tree-sitter-rust.wasm',
  joint: '::',
  definitionAt: (node) => {
    if (node.type !== 'impl_item') return rustKinds.has(node.type) ? named(node, rustKinds.get(node.type)!) : undefined;
    const name = typeIn(node.childForFieldName('type'));
    return name === undefined ? undefined : { name, is: 'scope' };
  },
};

const goKinds = new Map<string, Definition['is']>([
  ['function_declaration', 'function'],
  ['method_elem', 'function'],
  ['type_spec', 'scope'],
  ['type_alias', 'value'],
  ['const_spec', 'value'],
  ['var_spec', 'value'],
]);
const goGroups = new Set(['type_declaration', 'const_declaration', 'var_declaration']);

const inGo = (node: Node | null): Definition | undefined =>
  node && goKinds.has(node.type) ? named(node, goKinds.get(node.type)!) : undefined;

const go: Grammar = {
  parser: 'tree-sitter-go/tree-sitter-go.wasm',
  joint: '.',
  definitionAt: (node) => {
    // The word before a definition, `type` or `const`, belongs to a group, which may be of one.
    if (goGroups.has(node.type)) return node.namedChildCount === 1 ? inGo(node.namedChild(0)) : undefined;
    if (node.type !== 'method_declaration') return inGo(node);
    const method = named(node, 'function');
    const type = typeIn(node.childForFieldName('receiver'));
    return method && type !== undefined ? { ...method, name: `${type}.${method.name}` } : method;
  },
};

const zig: Grammar = {
  parser: '@tree-sitter-grammars/tree-sitter-zig/tree-sitter-zig.wasm',
  joint: '.',
  definitionAt: (node) => {
    if (node.type === 'function_declaration') return named(node, 'function');
    if (node.type !== 'variable_declaration') return undefined;
    const name = node.namedChildren.find((it) => it?.type === 'identifier')?.text;
    return name === undefined ? undefined : { name, is: 'value' };
  },
};

/** By the end of a file's name. */
export const grammars: ReadonlyMap<string, Grammar> = new Map([
  ['rs', rust],
  ['go', go],
  ['zig', zig],
]);
