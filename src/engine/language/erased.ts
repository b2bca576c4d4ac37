/**
 * The one place where types are given up. The engine runs models of every shape: the kind of a value, the fields of a state and the
 * arguments of an action are known to the schema, and the compiler has checked them in the model's own file.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- `unknown` would need a cast at each use, which checks no more than this
export type Erased = any;
