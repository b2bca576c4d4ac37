/** `sim conform`: a log held against a model. */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { candidateOf, linkTo } from '../../engine/checker.ts';
import type { Mechanism } from '../../engine/language.ts';
import { Conformance, type Verdict } from '../../logs/conform.ts';
import { linesOf } from '../../logs/lines.ts';
import type { MapProblem } from '../../logs/log-map.ts';
import { candidateWords, explainedWords, stopWords } from '../../logs/verdict-words.ts';
import { clipped, WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';

const mostBytesOfAMap = 1 << 17;
/** A link to more steps is longer than anything takes. */
const mostLinked = 2000;
/** So much of a run is told: its end, which is what a log that is refused is about. */
const mostTold = 20;

export interface ConformOptions {
  /** Left out: the map that is shipped for the model. */
  readonly map: string | undefined;
  readonly json: boolean;
}

/** Returns the exit status: 0 when the log is explained. */
export async function conform(mechanism: Mechanism, log: string, { map: given, json }: ConformOptions): Promise<number> {
  const map = given ?? shippedFor(mechanism.model.id);
  const read = readRegularFile(map, mostBytesOfAMap);
  if ('why' in read) throw new WrongCall(`The map '${clipped(map)}' cannot be read: ${read.why}.`);
  const conformance = Conformance.of(mechanism, read.bytes.toString('utf8'));
  if (!(conformance instanceof Conformance)) return told(map, conformance);
  await take(conformance, log);
  const verdict = conformance.result();
  if (json) console.log(JSON.stringify(asJson(verdict), undefined, 2));
  else for (const line of inWords(verdict, map)) console.log(line);
  return verdict.stop ? 1 : 0;
}

const shipped = new URL('../../logs/shipped/', import.meta.url);

/** Where the shipped map of a model lies, from here where that is shorter. */
function shippedFor(id: string): string {
  const file = new URL(`${id}.map`, shipped);
  if (existsSync(file)) return relative('', fileURLToPath(file));
  const others = readdirSync(shipped, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.map'));
  throw new WrongCall(
    `No map is shipped for ${id}: --map <file> says which lines of the log are which steps. There are maps for ${others
      .map((it) => it.replace(/\.map$/, ''))
      .sort()
      .join(', ')}.`,
  );
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
  const { m, stop, run } = verdict;
  const before = Math.max(run.length - mostTold, 0);
  if (before > 0) yield `     ${before} steps before these`;
  for (const [i, instance] of run.slice(before).entries()) yield `${String(before + i + 1).padStart(4)} ${candidateOf(m, instance).says}`;
  if (stop) {
    const where = stop.is === 'unclear' && stop.mapLine !== undefined ? ` (${map}:${stop.mapLine})` : '';
    yield `Line ${stop.line}: ${clipped(stop.text)}`;
    for (const each of stopWords(stop)) yield `${each}${where}`;
    if (stop.is === 'refused') for (const each of candidateWords(stop.why)) yield `  ${each}`;
  } else yield* explainedWords(verdict);
  if (run.length > 0 && run.length <= mostLinked)
    yield `The run in the player: /simulations/${m.mechanism.model.id}/#run=${linkTo(m, run)}`;
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
