/** A small state graph as a whole: each state with a shortest way to it, each step as an edge. For drawing, and as DOT for Graphviz. */
import type { Machine } from '../run/machine.ts';
import { aimAt, asks, sentence } from '../run/step.ts';
import { StateGraph } from './state-graph.ts';

export interface DrawnState {
  /** After how many steps it is first reached. */
  readonly depth: number;
  /** The instances of a shortest way there. */
  readonly path: readonly number[];
  /** The rules that are broken there. */
  readonly broken: readonly string[];
  readonly isFinal: boolean;
}
export interface DrawnStep {
  readonly from: number;
  readonly to: number;
  readonly instance: number;
  readonly action: string;
  readonly says: string;
}
export interface DrawnGraph {
  readonly states: readonly DrawnState[];
  readonly steps: readonly DrawnStep[];
}

/**
 * Every state, the initial one first, in the order of a search breadth first, also past a state that breaks a rule. Undefined when there are
 * more than `most`. Code of the model that fails throws.
 */
export function drawnGraph(m: Machine, most: number): DrawnGraph | undefined {
  const graph = new StateGraph(m);
  const ways: { depth: number; path: readonly number[] }[] = [{ depth: 0, path: [] }];
  const states: DrawnState[] = [];
  const steps: DrawnStep[] = [];
  for (let from = 0; from < ways.length; from++) {
    if (ways.length > most) return undefined;
    const { depth, path } = ways[from]!;
    states.push({ depth, path, ...standingOf(m, graph, from) });
    const found = graph.stepsFrom(from);
    for (let at = 0; at < found.length; at += 2) {
      const [instance, to] = [found[at]!, found[at + 1]!];
      ways[to] ??= { depth: depth + 1, path: [...path, instance] };
      graph.load(from);
      const action = aimAt(m, instance);
      steps.push({ from, to, instance, action: action.name, says: sentence(action) });
    }
  }
  return { states, steps };
}

function standingOf(m: Machine, graph: StateGraph, number: number): Pick<DrawnState, 'broken' | 'isFinal'> {
  graph.load(number);
  const { state, config, mechanism, invariants } = m;
  return {
    broken: invariants.filter((it) => !asks(m, it)).map(({ name }) => name),
    isFinal: mechanism.model.final?.(state, config) === true,
  };
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** As a graph of Graphviz: a state is its number, one that is an end has two rings, one that breaks a rule is filled. */
export function dotOf(m: Machine, { states, steps }: DrawnGraph): string {
  const shapeOf = ({ broken, isFinal }: DrawnState): string =>
    [
      `shape=${isFinal ? 'doublecircle' : 'circle'}`,
      ...(broken.length > 0 ? ['style=filled', `tooltip=${quoted(`broken: ${broken.join('; ')}`)}`] : []),
    ].join(' ');
  return [
    `digraph ${quoted(m.mechanism.model.id)} {`,
    ...states.map((it, i) => `  ${i} [${shapeOf(it)}];`),
    ...steps.map(({ from, to, action, says }) => `  ${from} -> ${to} [label=${quoted(action)} tooltip=${quoted(says)}];`),
    '}',
    '',
  ].join('\n');
}
