/** Which picture stands for which mechanism. A mechanism without an entry is drawn as plain tables. */
import type { FunctionComponent } from 'preact';
import type { PlainState } from '../../engine/run.ts';

/** The knobs as numbers, the faults as switches. */
export type Settings = Readonly<Record<string, number | boolean>>;

export interface PictureProps {
  readonly now: PlainState;
  /** The state one tick earlier; undefined at the start and where a jump makes comparing meaningless. */
  readonly before: PlainState | undefined;
  /** The `always` sentences that do not hold now. */
  readonly broken: readonly string[];
  readonly caption: string;
  /** How large the mechanism is and what is broken on purpose: a bound is drawn as such. */
  readonly config: Settings;
  /** How many steps were taken; for a picture that shows time, such as the hand of a dial. */
  readonly step?: number;
}

/** A picture is a pure function of its props, used by the build and by the browser. */
export interface View {
  readonly Picture: FunctionComponent<PictureProps>;
  /** Which part of the state breaks a sentence, in words; undefined when the view cannot tell. */
  readonly explain: (rule: string, now: PlainState, config: Settings) => string | undefined;
}

/** What a mechanism rests on, and the glyph of evidence that stands before the word. */
export const basisGlyphs = { documented: 'documented', observed: 'found', illustration: 'inferred' } as const;
export type Basis = keyof typeof basisGlyphs;

/** What the page must say about a mechanism; the build hands it to the player. */
export interface Card {
  readonly basis: Basis;
  /** What it stands for in its source, in two or three words. */
  readonly stands: string;
  /** Follows "It leaves out": no full stop. */
  readonly leavesOut: string;
  /** Labels of the knobs, where the model's names are not words a reader would use. */
  readonly knobs: Readonly<Record<string, string>>;
}

const views: Readonly<Record<string, () => Promise<View>>> = {
  'themelios/capability-space': async () => (await import('./views/CapabilitySpace.tsx')).capabilitySpaceView,
  'themelios/scheduler': async () => (await import('./views/Scheduler.tsx')).schedulerView,
  'themelios/overlay-fs': async () => (await import('./views/OverlayFs.tsx')).overlayFsView,
  'themelios/ab-update': async () => (await import('./views/AbUpdate.tsx')).abUpdateView,
  'themelios/address-space': async () => (await import('./views/AddressSpace.tsx')).addressSpaceView,
  'themelios/ipc': async () => (await import('./views/Ipc.tsx')).ipcView,
  'themelios/frame-allocator': async () => (await import('./views/FrameAllocator.tsx')).frameAllocatorView,
  'themelios/audit-log': async () => (await import('./views/AuditLog.tsx')).auditLogView,
  'violetos/prism': async () => (await import('./views/Prism.tsx')).prismView,
  'starina/channel': async () => (await import('./views/Channel.tsx')).channelView,
  'zos/provisioning': async () => (await import('./views/Provisioning.tsx')).provisioningView,
  'avyos/supervisor': async () => (await import('./views/Supervisor.tsx')).supervisorView,
};

export const viewOf = async (id: string): Promise<View> => views[id]?.() ?? (await import('./views/PlainTables.tsx')).plainTablesView;
