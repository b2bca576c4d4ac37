/** Surveys one mechanism away from the page: one request, then messages until it is done. */
import { machine } from '../../../engine/checker.ts';
import { isMechanism, loadMechanism } from '../../../mechanisms/registry.ts';
import { whyOf } from '../check.ts';
import { surveying, type SurveyMessage, type SurveyRequest } from './survey.ts';

const tell = (message: SurveyMessage) => self.postMessage(message);

async function survey({ topic, id, config }: SurveyRequest): Promise<void> {
  if (!isMechanism(id)) throw new Error(`no model '${id}'`);
  for (const message of surveying(machine(await loadMechanism(id), config), topic)) if (message) tell(message);
  tell({ is: 'done' });
}

self.addEventListener('message', ({ data }: MessageEvent<SurveyRequest>) => {
  survey(data).catch((problem: unknown) => tell({ is: 'failed', why: whyOf(problem) }));
});
