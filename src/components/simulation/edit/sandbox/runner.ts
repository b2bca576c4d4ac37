/** The script in front of an edited model that is stepped and checked. */
import { Answering } from './answering.ts';
import { begin } from './in-worker.ts';

begin((mechanism, now) => new Answering(mechanism, now));
