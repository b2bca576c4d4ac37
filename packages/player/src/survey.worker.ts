/** The worker that surveys a mechanism. */
import { answerSurveys } from '../../../src/components/simulation/survey/answer-surveys.ts';
import { runsOfName } from './named-module.ts';

answerSurveys(runsOfName);
