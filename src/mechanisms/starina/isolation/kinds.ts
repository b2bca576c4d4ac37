/** What the picture of isolation reads from a state, and what it says of it. */
import type { StateOf } from '../../../engine/language.ts';
import type { View } from '../../../drawing/view.ts';
import { sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

export type Model = typeof model;
export type State = StateOf<Model>;

export const kindNames = ['Safe language, in the kernel', 'User mode', 'Sandbox'] as const;
/** The same at the head of a sentence. */
const under = ['In the kernel', 'In user mode', 'In the sandbox'] as const;
/** The door of a call, and what its code costs. */
const costs = ['a function call; native code', 'a trap, two tables; native code', 'out of the engine; interpreted code'] as const;

const every = [0, 1, 2];
const count = (many: number, what: string) => (many === 1 ? `1 ${what}` : `${many} ${what}s`);

interface TableRow {
  readonly name: string;
  readonly says: (s: State, kind: number) => string;
}

/** The rows of the table, in words. */
export const rows: readonly TableRow[] = [
  { name: 'App', says: ({ kinds }, kind) => kinds[kind]!.app },
  { name: 'Other app', says: ({ kinds }, kind) => kinds[kind]!.other },
  { name: 'Kernel', says: ({ kinds }, kind) => kinds[kind]!.kernel },
  {
    name: 'Messages',
    says: ({ kinds }, kind) => {
      const { sent, came, foreign } = kinds[kind]!;
      return `${sent} sent, ${count(came, 'answer')}${foreign ? ', foreign bytes' : ''}`;
    },
  },
  { name: 'Answer', says: ({ kinds }, kind) => kinds[kind]!.answer },
  { name: 'A call', says: (_, kind) => costs[kind]! },
];

/** Memory of others that is written over, by isolation. */
const spoilt = ({ kinds }: State, from: number) =>
  sentences(every.slice(from), (kind) => {
    const { other, kernel } = kinds[kind]!;
    const of = [...(other === 'spoilt' ? ['the other app'] : []), ...(kernel === 'spoilt' ? ['the kernel'] : [])];
    return of.length === 0 ? '' : `${under[kind]!}, the memory of ${of.join(' and ')} is written over.`;
  }).trim();

/** The rows that are to be the same in all three until the app errs, and whether one of them is not. */
const alike = ['App', 'Messages', 'Answer'];
export const isUnlike = (s: State, { name, says }: Pick<TableRow, 'name' | 'says'>): boolean =>
  alike.includes(name) && new Set(every.map((kind) => says(s, kind))).size > 1;

export const words: View<Model>['words'] = {
  'a message carries bytes of its sender alone': ({ now }) =>
    sentences(every, (kind) =>
      now.kinds[kind]!.foreign ? `${under[kind]!}, a message carries bytes that are not of the app.` : '',
    ).trim(),
  'an app of safe code spoils nothing': ({ now }) => spoilt(now, 0),
  'behind page tables and in a sandbox a fault stays in the app': ({ now }) => spoilt(now, 1),
  'a panic of an app halts nothing but the app': () => 'The app has panicked in the kernel, and the kernel has halted.',
  'all three give the same answers and messages until the app errs': ({ now }) =>
    sentences(every, (kind) => {
      const unlike = rows.filter((row) => isUnlike(now, row)).map(({ name, says }) => `${name.toLowerCase()}: ${says(now, kind)}`);
      return `${under[kind]!}, ${unlike.join('; ')}.`;
    }),
};
