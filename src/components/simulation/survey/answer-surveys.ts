/** Surveys one mechanism away from the page, in a worker: one request, then messages until it is done. */
import { machine } from '../../../engine/checker.ts';
import type { LoadModel } from '../answer-checks.ts';
import { whyOf } from '../check.ts';
import { surveying, type SurveyMessage, type SurveyRequest } from './survey.ts';

const tell = (message: SurveyMessage) => self.postMessage(message);

/** Makes this worker answer. */
export function answerSurveys(load: LoadModel): void {
  const survey = async ({ topic, id, config }: SurveyRequest): Promise<void> => {
    for (const message of surveying(machine(await load(id), config), topic)) if (message) tell(message);
    tell({ is: 'done' });
  };
  self.addEventListener('message', ({ data }: MessageEvent<SurveyRequest>) => {
    survey(data).catch((problem: unknown) => tell({ is: 'failed', why: whyOf(problem) }));
  });
}
