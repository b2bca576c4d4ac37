/** What a lab is graded on, read from the files of this repository. */
import { readFileSync } from 'node:fs';
import { loadMechanism } from '../mechanisms/registry.ts';
import type { Lab } from '../schemas/labs.ts';
import { NodeBench } from './node-bench.ts';
import type { Ground } from './verdict.ts';

const bench = new NodeBench();

const textAt = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The text of the model's file as shipped. */
const modelText = (model: string): string => textAt(`../mechanisms/${model}/model.ts`);

/** The map of a lab: its own, or a shipped one that it names. */
const mapText = ({ map }: { readonly map: string }): string => (map.includes('\n') ? map : textAt(`../logs/shipped/${map.trim()}.map`));

/** A model or a map that is not there throws. */
export async function groundOf(lab: Lab): Promise<Ground> {
  const mechanism = await loadMechanism(lab.model);
  if (lab.kind === 'log') return { mechanism, map: mapText(lab) };
  return lab.kind === 'write' || lab.kind === 'mend' ? { mechanism, code: { text: modelText(lab.model), bench } } : { mechanism };
}
