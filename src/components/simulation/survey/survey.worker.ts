/** The worker that surveys a mechanism of the site. */
import { loadMechanism } from '../../../mechanisms/registry.ts';
import { answerSurveys } from './answer-surveys.ts';

answerSurveys(loadMechanism);
