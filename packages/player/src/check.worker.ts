/** The worker that checks a mechanism. */
import { answerChecks } from '../../../src/components/simulation/answer-checks.ts';
import { runsOfName } from './named-module.ts';

answerChecks(runsOfName);
