/** `sim conform`: a log held against a model. */
import { createReadStream, statSync } from 'node:fs';
import { candidateOf, linkTo } from '../../engine/checker.ts';
import type { Mechanism } from '../../engine/language.ts';
import { Conformance, type Verdict } from '../../logs/conform.ts';
import { linesOf } from '../../logs/lines.ts';
import { readMap, type MapProblem } from '../../logs/log-map.ts';
import { clipped, WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';

const mostBytesOfAMap = 1 << 17;
/** A link to more steps is longer than anything takes. */
const mostLinked = 2000;
/** So much of a run is told: its end, which is what a log that is refused is about. */
const mostTold = 20;

export interface ConformOptions {
  readonly map: string;
  readonly json: boolean;
}

/** Returns the exit status: 0 when the log is explained. */
export async function conform(mechanism: Mechanism, log: string, { map, json }: ConformOptions): Promise<number> {
  const { model } = mechanism;
  const read = readRegularFile(map, mostBytesOfAMap);
  if ('why' in read) throw new WrongCall(`The map '${clipped(map)}' cannot be read: ${read.why}.`);
  const { map: found, problems } = readMap(read.bytes.toString('utf8'));
  const named = problems.length > 0 || found.model === model.id ? problems : [{ line: found.modelLine, says: `the map is of '${found.model}'`, fix: `Call it with that model, or write model ${model.id}.` }]; // prettier-ignore
  const conformance = named.length > 0 ? named : Conformance.of(mechanism, found);
  if (!(conformance instanceof Conformance)) return told(map, conformance);
  await take(conformance, log);
  const verdict = conformance.result();
  if (json) console.log(JSON.stringify(asJson(verdict), undefined, 2));
  else for (const line of inWords(verdict, map)) console.log(line);
  return verdict.stop ? 1 : 0;
}

function told(map: string, problems: readonly MapProblem[]): number {
  for (const { line, says, fix } of problems) console.error(`${map}:${line}: ${says}\n    ${fix}`);
  return 1;
}

async function take(conformance: Conformance, log: string): Promise<void> {
  if (log !== '-') {
    const known = statSync(log, { throwIfNoEntry: false });
    if (!known?.isFile())
      throw new WrongCall(`The log '${clipped(log)}' is ${known ? 'no regular file' : 'not there'}; - reads what is piped in.`);
  }
  const stream = log === '-' ? process.stdin : createReadStream(log, { highWaterMark: 1 << 18 });
  for await (const line of linesOf(stream)) if (!conformance.take(line)) break;
  stream.destroy();
}

function* inWords(verdict: Verdict, map: string): Generator<string> {
  const { m, lines, observed, stop, run, possible } = verdict;
  const before = Math.max(run.length - mostTold, 0);
  if (before > 0) yield `     ${before} steps before these`;
  for (const [i, instance] of run.slice(before).entries()) yield `${String(before + i + 1).padStart(4)} ${candidateOf(m, instance).says}`;
  if (!stop) {
    yield `Explained: ${observed} of ${lines} lines are steps, by a run of ${run.length} steps. ${possible} ${possible === 1 ? 'state is' : 'states are'} possible at the end.`;
    if (observed === 0) yield 'No line was a step: the expressions of the map fit nothing in this log.';
  } else {
    yield `Line ${stop.line}: ${clipped(stop.text)}`;
    yield* stopInWords(verdict, map);
  }
  if (run.length > 0 && run.length <= mostLinked)
    yield `The run in the player: /simulations/${m.mechanism.model.id}/#run=${linkTo(m, run)}`;
}

function* stopInWords({ stop }: Verdict, map: string): Generator<string> {
  if (!stop) return;
  if (stop.is === 'unclear') {
    yield `It cannot be understood: ${stop.says}.${stop.mapLine === undefined ? '' : ` (${map}:${stop.mapLine})`}`;
  } else if (stop.is === 'given up') {
    yield `Given up: before it more than ${stop.most} states are possible. Hide fewer actions, or let the map tell more arguments.`;
  } else {
    const { states, instead, insteadOf, nearest, seesOther } = stop.why;
    yield `No run explains it. Before it ${states === 1 ? 'one state is' : `${states} states are`} possible.`;
    if (seesOther) yield 'The step itself could be taken; what the log saw after it is not what the model has there.';
    for (const it of nearest) yield `  It could be: ${it.says} Refused, because it needs: ${it.because.join('; ')}.`;
    for (const it of instead) yield `  Possible there: ${it.says}`;
    if (insteadOf > instead.length) yield `  and ${insteadOf - instead.length} more.`;
  }
}

const asJson = ({ m, stop, ...rest }: Verdict) => ({
  model: m.mechanism.model.id,
  explained: stop === undefined,
  ...rest,
  stop,
  run: rest.run.map((instance) => {
    const { action, args, says } = candidateOf(m, instance);
    return { action, args, says };
  }),
});
