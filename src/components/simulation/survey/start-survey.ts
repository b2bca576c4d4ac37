/** Starts a survey in a worker, or, where the browser starts none for this page, in the page itself, in slices. */
import type { Machine } from '../../../engine/checker.ts';
import { whyOf } from '../check.ts';
import { elsewhereOf } from '../not-told.ts';
import { surveyWorker } from './survey-worker.ts';
import { surveying, type SurveyMessage, type SurveyRequest, type Topic } from './survey.ts';

/** Half of what a reader would feel as a stutter; then the page has its turn. */
const SLICE_MS = 24;

/** Returns what stops it; after that nothing is told. */
export function startSurvey(m: Machine, topic: Topic, tell: (message: SurveyMessage) => void): () => void {
  const elsewhere = elsewhereOf(m);
  if (elsewhere) return elsewhere.survey(m, topic, tell);
  try {
    return inWorker(m, topic, tell);
  } catch {
    return inPage(m, topic, tell); // a frame without an origin of its own may start no worker, and says so at once
  }
}

function inWorker(m: Machine, topic: Topic, tell: (message: SurveyMessage) => void): () => void {
  const worker = surveyWorker(m);
  let hasSpoken = false;
  let stop = () => worker.terminate();
  worker.addEventListener('message', ({ data }: MessageEvent<SurveyMessage>) => {
    hasSpoken = true;
    tell(data);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    // One that never spoke was not started: its script was refused, or could not be loaded.
    if (hasSpoken) tell({ is: 'failed', why: event.message || 'the worker ended' });
    else stop = inPage(m, topic, tell);
  });
  const request: SurveyRequest = { topic, id: m.mechanism.model.id, config: { ...m.config } };
  worker.postMessage(request);
  return () => stop();
}

function inPage(m: Machine, topic: Topic, tell: (message: SurveyMessage) => void): () => void {
  const running = surveying(m, topic);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    const until = performance.now() + SLICE_MS;
    try {
      while (performance.now() < until) {
        const { done, value } = running.next();
        if (done) return tell({ is: 'done' });
        if (value) tell(value);
      }
      timer = setTimeout(goOn);
    } catch (problem) {
      tell({ is: 'failed', why: whyOf(problem) });
    }
  };
  timer = setTimeout(goOn);
  return () => clearTimeout(timer);
}
