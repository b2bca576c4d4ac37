/**
 * Which picture stands for which mechanism, and what the page must say about it: on what basis it stands, and what
 * it leaves out. A mechanism without an entry is drawn as plain tables and says that its basis is not recorded.
 */
import type { FunctionComponent } from 'preact';
import type { PlainState } from '../../engine/run.ts';

export interface PictureProps {
  readonly now: PlainState;
  /** The state one tick earlier; undefined at the start and where a jump makes comparing meaningless. */
  readonly before: PlainState | undefined;
  /** The `always` sentences that do not hold now. */
  readonly broken: readonly string[];
  readonly caption: string;
}

/** A picture is a pure function of its props, used by the build and by the browser. */
export interface View {
  readonly Picture: FunctionComponent<PictureProps>;
  /** Which part of the state breaks a sentence, in words; undefined when the view cannot tell. */
  readonly explain: (rule: string, now: PlainState) => string | undefined;
}

/** What a mechanism rests on, and the glyph of evidence that stands before the word. */
export const basisGlyphs = { documented: 'documented', observed: 'found', illustration: 'inferred' } as const;
export type Basis = keyof typeof basisGlyphs;

export interface Card {
  readonly basis: Basis;
  /** What it stands for in its source, in two or three words. */
  readonly stands: string;
  /** Follows "It leaves out": no full stop. */
  readonly leavesOut: string;
  /** Labels of the knobs, where the model's names are not words a reader would use. */
  readonly knobs: Readonly<Record<string, string>>;
  readonly view: () => Promise<View>;
}

const cards: Readonly<Record<string, Card>> = {
  'themelios/capability-space': {
    basis: 'documented',
    stands: 'phase 2',
    leavesOut: 'more than one task, the object behind a capability, and slot 0, which is null for good',
    knobs: { slots: 'Slots', reuses: 'Reuses of a slot' },
    view: async () => (await import('./views/CapabilitySpace.tsx')).capabilitySpaceView,
  },
};

export function cardOf(id: string): Card {
  return (
    cards[id] ?? {
      basis: 'illustration',
      stands: 'basis not recorded',
      leavesOut: 'what its source does not say',
      knobs: {},
      view: async () => (await import('./views/PlainTables.tsx')).plainTablesView,
    }
  );
}
