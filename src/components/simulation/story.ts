/** A scenario in words alone: what the storyboard says without its pictures, for a text that has no place for them. */
import { machine } from '../../engine/checker.ts';
import { loadMechanism } from '../../mechanisms/registry.ts';
import { basisSays } from './basis.ts';
import { bounds, ending, narrate } from './narrate.ts';
import { logOf, trace } from './trace.ts';

export interface Story {
  /** The title of the mechanism. */
  readonly title: string;
  /** On what it rests, and what it stands for: `documented, phase 2`. */
  readonly basis: string;
  /** The title of the scenario. */
  readonly told: string;
  /** One sentence or two for each step. */
  readonly steps: readonly string[];
  readonly end: string;
  /** What a verdict covers, and what it does not. */
  readonly bounds: string;
}

/** The story of a model's scenario; the first one where none is named. Throws where there is no such model or scenario. */
export async function storyOf(id: string, scenario?: string): Promise<Story> {
  const mechanism = await loadMechanism(id);
  const { scenarios } = mechanism;
  const { title } = mechanism.model;
  const told = scenarios[scenario ?? Object.keys(scenarios)[0] ?? ''];
  if (!told) throw new Error(`${id}: no scenario '${scenario ?? ''}'; there are ${Object.keys(scenarios).join(', ')}`);
  const m = machine(mechanism, told.with);
  const frames = trace(m, logOf(m, told.steps));
  return {
    title,
    basis: basisSays(mechanism.about),
    told: told.title,
    steps: frames.slice(1).map((frame) => {
      const { strong, rest } = narrate(frame);
      return `${strong.charAt(0).toUpperCase()}${strong.slice(1)} ${rest}`.trim();
    }),
    end: ending(frames).says,
    bounds: bounds(m),
  };
}
