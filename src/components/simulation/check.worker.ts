/** The worker that checks a mechanism of the site. */
import { loadMechanism } from '../../mechanisms/registry.ts';
import { answerChecks } from './answer-checks.ts';

answerChecks(loadMechanism);
