/** The script in front of an edited model against which a log is held: apart, because the expressions of maps weigh twice the engine. */
import { begin } from './in-worker.ts';
import { LogAnswering } from './log-answering.ts';

begin((mechanism) => new LogAnswering(mechanism));
