/** What the picture of the rollout reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Grid = StateOf<Model>;
export type Node = Grid['nodes'][number];

export const networks = ['dev', 'QA', 'test', 'production'] as const;
export type Network = (typeof networks)[number];
export const packages = ['containerd', 'zos.flist'] as const;

export interface Gate {
  readonly says: string;
  readonly isOpen: boolean;
  /** Dev has no gates. */
  readonly isNone: boolean;
}

/** The first gate asks whether the registrar names what the link names; the second, whether it says that this is safe for all. */
export function gateOf(now: Grid, on: Network, gate: 'registrar' | 'flag'): Gate {
  const { link, registrar, safe } = now[on];
  if (on === 'dev') return { says: 'not asked', isOpen: true, isNone: true };
  const isOpen = gate === 'registrar' ? registrar === link : safe === registrar;
  const says =
    gate === 'registrar'
      ? `names ${registrar}, ${isOpen ? 'open' : 'shut'}`
      : `${registrar} is ${isOpen ? 'safe, open' : 'not safe, test farms only'}`;
  return { says, isOpen, isNone: false };
}

/** What it does, or what it waits for. */
export const nodeIs = (now: Grid, it: Node): string => `${does(now, it)}${it.machine === 'killed' ? ', its machine is killed' : ''}`;

function does(now: Grid, { on, tag, upgrades, done, down, isListed }: Node): string {
  if (down.length > 0) return `${listed(down)} stopped`;
  if (upgrades)
    return done.length === packages.length ? 'both are installed' : done.length > 0 ? `${listed(done)} is installed` : 'begins to upgrade';
  if (tag === now[on].link) return 'up to date';
  if (!gateOf(now, on, 'registrar').isOpen) return 'waits for the registrar';
  return isListed || gateOf(now, on, 'flag').isOpen ? 'has not looked yet' : 'waits for the flag';
}

const newFiles = ({ nodes }: Grid, i: number) => `Node ${i} has files of version ${Math.max(nodes[i]!.containerd, nodes[i]!['zos.flist'])}`;

const packagesOf = ({ nodes }: Grid, i: number) => listed(packages.map((name) => `${name} of version ${nodes[i]![name]}`));

export const words: View<Model>['words'] = {
  'test runs only what dev has run, and production only what test has run': ({ now, rows }) =>
    sentences(rows('node'), (i) => `${newFiles(now, i)}, which ${now.nodes[i]!.on === 'test' ? 'dev' : 'test'} has not run.`),
  'outside dev a node runs only what the registrar has named': ({ now, rows }) =>
    sentences(rows('node'), (i) => `${newFiles(now, i)}, and its registrar names version ${now[now.nodes[i]!.on].registrar}.`),
  'outside dev a node off the list runs only what was marked safe': ({ now, rows }) =>
    sentences(rows('node'), (i) => `${newFiles(now, i)}, which is not marked safe, and its farm is not on the list.`),
  'a node that does not upgrade has all packages of its tag': ({ now, rows }) =>
    sentences(rows('node'), (i) => `Node ${i} has the tag ${now.nodes[i]!.tag}, ${packagesOf(now, i)}.`),
  'the package zos.flist is never newer than the one that it needs': ({ now, rows }) =>
    sentences(rows('node'), (i) => `Node ${i} has ${packagesOf(now, i)}.`),
  'an upgrade stops neither identityd nor redis': ({ now, rows }) =>
    sentences(rows('node'), (i) => `The upgrade of node ${i} has stopped ${listed(now.nodes[i]!.down)}, and cannot go on.`),
  'a machine outlives the upgrade of its node': ({ rows }) =>
    sentences(rows('node'), (i) => `The machine on node ${i} was killed when vmd was stopped.`),
};
