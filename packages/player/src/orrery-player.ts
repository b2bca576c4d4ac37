/**
 * The player of Orrery for other sites: importing this defines the element `<orrery-player>`. A model of the page's own is written against
 * `language.js` beside it, and made known by `defineSimulation`.
 */
import { defineElement, type OrreryPlayer } from './element.tsx';
import type { StepDetail, VerdictDetail } from './detail.ts';

export { h, type Drawn } from './drawn.ts';
export { defineSimulation, type Simulation } from './define.ts';
export type { BrokenAt, PictureProps } from '../../../src/drawing/view.ts';
export type { OrreryPlayer } from './element.tsx';
export type { StepDetail, StepTold, VerdictDetail } from './detail.ts';

/** What an element tells, and what rises from it. */
export interface OrreryEvents {
  'orrery-step': CustomEvent<StepDetail>;
  'orrery-verdict': CustomEvent<VerdictDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    'orrery-player': OrreryPlayer;
  }
  interface HTMLElementEventMap extends OrreryEvents {}
  interface DocumentEventMap extends OrreryEvents {}
}

defineElement(import.meta.url);
