/** What the picture of the mounts reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { listed, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type Boot = StateOf<Model>;
export type Service = Boot['services'][number];

export const moved = ['/proc', '/dev', '/run'] as const;

/** The rows of the tree, as they lie below one another. */
export const branches = ['root', 'core', ...moved, 'sockets'] as const;
export type Branch = (typeof branches)[number];

/** How something stands in one of the two trees. */
export type Standing = 'none' | 'there' | 'hidden';

/** Something in a tree: its path there, how it stands, and what is said of it. */
export interface Node {
  readonly path: string;
  readonly is: Standing;
  readonly says: string;
}

const nowhere: Node = { path: '', is: 'none', says: '' };
const isMoved = (it: Branch): it is (typeof moved)[number] => (moved as readonly string[]).includes(it);

/** What stands in the tree of the initramfs, which begins with the initramfs itself; after the handing over it is out of sight. */
export function inInitramfs(s: Boot, it: Branch): Node {
  if (it === 'root') return { path: '/', is: s.up ? 'hidden' : 'there', says: s.up ? 'left behind' : 'the initramfs' };
  if (it === 'sockets') return holdsSockets(s, 'in the initramfs') ? socketsAt(s) : nowhere;
  return isMoved(it) && s[it] === 'in the initramfs'
    ? { path: it, is: s.up ? 'hidden' : 'there', says: s.up ? 'left behind' : 'mounted' }
    : nowhere;
}

/** What stands in the tree of the real root. */
export function inRoot(s: Boot, it: Branch): Node {
  if (it === 'root') return s.root === 'mounted' ? { path: '/', is: 'there', says: 'the state, writable' } : nowhere;
  if (it === 'sockets') return holdsSockets(s, 'in the real root') ? socketsAt(s) : nowhere;
  const [path, place] = it === 'core' ? ['/usr', s.core] : [it, s[it]];
  if (place === 'hidden') return { path, is: 'hidden', says: 'below the root' };
  if (place !== 'in the real root') return nowhere;
  return { path, is: 'there', says: it === 'core' ? (s.coreChanged ? 'written to' : 'the core, read-only') : 'moved here' };
}

/** The directory lies in whatever tree /run is; before it is mounted, in that of the initramfs. */
const holdsSockets = (s: Boot, place: Boot['/run']) =>
  s.sockets !== 'not prepared' && (s['/run'] === place || (s['/run'] === 'not mounted' && place === 'in the initramfs'));

const socketsAt = ({ sockets }: Boot): Node =>
  sockets === 'below the tmpfs'
    ? { path: 'sockets', is: 'hidden', says: 'below the tmpfs' }
    : { path: 'sockets', is: 'there', says: 'a directory' };

export const runsNow = ({ up }: Boot) => (up ? 'PID 1, the init of the core' : 'early init, from the initramfs');

/** The branches that break a rule. */
export const brokenBranches = (s: Boot, rules: readonly string[]): readonly Branch[] => [
  ...(rules.includes('the core is never hidden') || rules.includes('the core never changes') ? (['core'] as const) : []),
  ...(rules.includes('PID 1 has all that early init mounted') ? notMoved(s) : []),
  ...(rules.includes('the directory for sockets lies in the run-time tmpfs') ? (['sockets'] as const) : []),
];

const notMoved = (s: Boot) => moved.filter((path) => s[path] !== 'in the real root');
const missing = ({ settings }: Boot) => [...settings.keys()].filter((it) => settings[it]!.is === 'missing');
export const words: View<Model>['words'] = {
  'the core is never hidden': () => 'The core is mounted at /usr, and the root was mounted over it.',
  'PID 1 has all that early init mounted': ({ now }) => `PID 1 runs, and ${listed(notMoved(now))} is not in the real root.`,
  'the directory for sockets lies in the run-time tmpfs': () => 'The directory for sockets lies below the tmpfs at /run.',
  'the core never changes': () => 'A client has changed a setting in the core.',
  'a setting that was changed stays changed': ({ now, rows }) =>
    sentences(rows('setting'), (it) => `Setting ${it} was changed, and is ${now.settings[it]!.is} now.`),
  'a service starts with every setting': ({ now, rows }) =>
    sentences(rows('service'), (it) => `Service ${it} was started without setting ${listed(missing(now))}.`),
  'a client is connected only where an endpoint is': ({ rows }) =>
    sentences(rows('service'), (it) => `A client is connected to service ${it}, which has no endpoint.`),
};
