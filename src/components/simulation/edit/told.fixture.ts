/** A model as the sandbox would tell it, through text, without a sandbox. */
import type { Mechanism } from '../../../engine/language.ts';
import type { EditedMechanism } from '../not-told.ts';
import { Answering, toldOf } from './sandbox/answering.ts';
import { toldModel } from './sandbox/answers.ts';
import type { ToldModel } from './sandbox/protocol.ts';
import type { RunsOf } from './subject.ts';
import { toldMechanism } from './told-mechanism.ts';

const throughText = (it: unknown): unknown => JSON.parse(JSON.stringify(it));

/** With the runs of a page, or with scenarios of its own file. */
export function toldOfModel(of: Mechanism & Partial<RunsOf>, own?: ToldModel['scenarios']): EditedMechanism {
  const answering = new Answering(of, () => 0);
  const ask = (request: object) => Promise.resolve().then(() => throughText(answering.answer(throughText(request) as never)));
  const nowhere = () => {
    throw new Error('not asked here');
  };
  const runs = own ? undefined : { scenarios: of.scenarios ?? {}, about: of.about! };
  return toldMechanism(toldModel(throughText(toldOf(of, own))), runs, ask, { check: nowhere, survey: nowhere, conform: nowhere });
}
