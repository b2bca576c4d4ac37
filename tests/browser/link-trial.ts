/**
 * In a page: opens texts as links with the function that the player opens its own address with, and says which of them did not end in a
 * state or in a sentence. Every so often what was opened is drawn, and its menu is made, because a state that cannot be shown is none.
 */
import { h, render } from 'preact';
import { open, frameNow, type Session } from '../../src/components/simulation/session.ts';
import { openFragment } from '../../src/components/simulation/shared-link.ts';
import { brokenWords } from '../../src/drawing/broken.ts';
import type { AnyView } from '../../src/drawing/view.ts';
import type { MechanismWithRuns } from '../../src/engine/language.ts';
import { blamesAt, menuAt, modelOfLink } from '../../src/engine/checker.ts';
import { loadMechanisms, loadView } from '../../src/mechanisms/registry.ts';
import { linkTexts } from './link-texts.ts';

export interface Trial {
  readonly opened: number;
  readonly drawn: number;
  readonly told: number;
  /** The texts that neither opened nor were told of, each with what happened. */
  readonly broken: readonly string[];
  readonly ms: number;
}

declare global {
  var tryLinks: (count: number, seed: number) => Promise<Trial>;
}

const DRAWN_EACH = 20;
const FOREIGN_EACH = 10;
const TOLD_OF_BROKEN = 20;
const SENTENCE = /^[A-Z\u201c][\s\S]*[.!]$/;

interface Plate {
  readonly session: Session;
  readonly view: AnyView;
}

globalThis.tryLinks = async (count, seed) => {
  const mechanisms = await loadMechanisms();
  const plates = await Promise.all(mechanisms.map(plateOf));
  const texts = linkTexts(mechanisms, count, seed);
  const from = performance.now();
  const seen = { opened: 0, drawn: 0, told: 0, broken: [] as string[] };
  const ids = mechanisms.map(({ model }) => model.id);
  for (const [i, text] of texts.entries()) {
    // On its own plate, as on its bench; one in so many on the plate of another model.
    const own = i % FOREIGN_EACH === 0 ? -1 : ids.indexOf(modelOfLink(text, ids) ?? '');
    const { session, view } = plates[own < 0 ? i % plates.length : own]!;
    try {
      const after = openFragment(session, `#run=${text}`, () => true);
      if (!after) throw new Error('nothing was said');
      if (after.notice === undefined || !SENTENCE.test(after.notice)) throw new Error(`this is no sentence: ${after.notice}`);
      if (after.m === session.m) seen.told += 1;
      else {
        seen.opened += 1;
        examine(after);
        if (seen.opened % DRAWN_EACH === 0) seen.drawn += draw(after, view);
      }
    } catch (problem) {
      if (seen.broken.length < TOLD_OF_BROKEN) seen.broken.push(`#run=${text}: ${String(problem)}`);
    }
  }
  return { ...seen, ms: performance.now() - from };
};

async function plateOf(mechanism: MechanismWithRuns): Promise<Plate> {
  const { model, scenarios } = mechanism;
  return { session: open(mechanism, Object.keys(scenarios)[0]!, 'tell'), view: await loadView(model.id) };
}

/** What was opened is a run: a state for every step, and a place in it. */
function examine({ history, frames }: Session): void {
  const { attempts, position } = history;
  if (frames.length !== attempts.length + 1) throw new Error(`${attempts.length} steps and ${frames.length} states`);
  if (!(position >= 0 && position <= attempts.length)) throw new Error(`position ${position} of ${attempts.length}`);
  if (frames.some(({ refusal }) => refusal)) throw new Error('a step of it is refused');
}

function draw(session: Session, view: AnyView): number {
  const { m, history } = session;
  const { snapshot } = frameNow(session);
  const { state: now } = snapshot;
  const broken = blamesAt(m, snapshot);
  for (const found of broken) brokenWords(view, found, now, m.config);
  const here = document.createElement('div');
  render(h(view.Picture, { now, before: undefined, broken, caption: '', config: m.config, step: history.position }), here);
  if (here.querySelector('table') === null) throw new Error('nothing was drawn');
  if (menuAt(m, snapshot).length === 0) throw new Error('there is no menu');
  render(null, here);
  return 1;
}
