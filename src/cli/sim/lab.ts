/** `sim lab`: a lab's task, or an answer to it graded, with the run that shows what is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { begin, candidateOf, follow, linkTo, machine } from '../../engine/checker.ts';
import { beginningOf, instancesOf } from '../../labs/beginning.ts';
import { grade } from '../../labs/grade.ts';
import type { CodeLab } from '../../labs/hole.ts';
import { groundOf } from '../../labs/node-ground.ts';
import type { Answer, Ground, Play, Verdict } from '../../labs/verdict.ts';
import { readContent } from '../../records/reader.ts';
import type { Lab, LabValue } from '../../schemas/labs.ts';
import { clipped, WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';
import { projectRoot } from '../command/project.ts';

const mostBytes = 1 << 17;

/** Returns the exit status: 0 for the task, and for an answer that is right. */
export async function lab(id: string, file: string | undefined): Promise<number> {
  const { entries } = readContent(projectRoot);
  const found = entries.labs.find((it) => it.id === id);
  if (!found) throw new WrongCall(`There is no lab '${clipped(id)}'; there are ${entries.labs.map((it) => it.id).join(', ')}.`);
  if (file === undefined) {
    for (const line of taskWords(found.data)) console.log(line);
    return 0;
  }
  const read = readRegularFile(file, mostBytes);
  if ('why' in read) throw new WrongCall(`The answer '${clipped(file)}' cannot be read: ${read.why}.`);
  const ground = await groundOf(found.data);
  const verdict = await graded(found.data, read.bytes.toString('utf8'), ground);
  for (const line of verdictWords(verdict, ground)) console.log(line);
  return verdict.is === 'right' ? 0 : 1;
}

/** How an answer of each kind is written in a file. */
const forms: Readonly<Record<Lab['kind'], string>> = {
  reach: 'the steps as YAML, one a line: - call: { by: 1 }',
  predict: 'the choices as YAML, one a line for each question: - blocked',
  find: 'the name of a fault, or nothing',
  write: 'the text that stands in the place of the hole',
  mend: 'the text that stands in the place of the hole',
  log: 'the number of the variant, or of the line, from 1',
};

function* taskWords(of: Lab): Generator<string> {
  yield `${of.title} (${of.kind}, ${of.model}, ${of.minutes} minutes)`;
  yield of.task;
  if (of.kind === 'predict') for (const { ask, choices } of of.questions) yield `  ${ask} ${choices.map(String).join(', ')}`;
  if (of.kind === 'find') yield `  ${of.among.join(', ')}, nothing`;
  if (of.kind === 'log') {
    for (const [i, { says }] of (of.variants ?? []).entries()) yield `  ${i + 1} ${says}`;
    yield of.log.trimEnd();
  }
  if (of.kind === 'write' || of.kind === 'mend') yield* holeWords(of);
  yield `Solved: ${of.solved}`;
  yield `An answer is a file: ${forms[of.kind]}.`;
}

/** Where the hole is, without what the model has there. */
function* holeWords(of: CodeLab): Generator<string> {
  const file = join('src/mechanisms', of.model, 'model.ts');
  const line = readFileSync(join(projectRoot, file), 'utf8').split(of.replaces)[0]!.split('\n').length;
  yield `The hole is in line ${line} of ${file}, where you find instead of what is there:\n${of.by}`;
}

/** What does not fit the lab is a wrong call, with its sentence. */
async function graded(of: Lab, text: string, ground: Ground): Promise<Verdict> {
  try {
    return await grade(of, answerOf(of, text, ground), ground);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WrongCall(`${error.message} An answer is ${forms[of.kind]}.`);
  }
}

function answerOf(of: Lab, text: string, { mechanism }: Ground): Answer {
  if (of.kind === 'write' || of.kind === 'mend') return { text: text.replace(/\n$/, '') };
  if (of.kind === 'find') return { fault: text.trim() };
  if (of.kind === 'log') return of.variants ? { variant: Number(text) - 1 } : { line: Number(text) };
  const list = parsed(text);
  return of.kind === 'predict' ? { choices: list as LabValue[] } : { run: instancesOf(beginningOf(of, mechanism).m, list as object[]) };
}

function parsed(text: string): unknown[] {
  try {
    const list: unknown = parse(text, { maxAliasCount: 0 });
    if (Array.isArray(list)) return list;
  } catch {
    /* told below */
  }
  throw new RangeError('It is no list.');
}

function* verdictWords(verdict: Verdict, ground: Ground): Generator<string> {
  yield `${verdict.is === 'right' ? 'Right' : 'Wrong'}. ${verdict.says}`;
  if (verdict.is === 'right') {
    for (const { says, states } of verdict.looked) yield `  ${says}${states === undefined ? '' : ` (${states} states)`}`;
    return;
  }
  if (verdict.play) yield* runWords(verdict.play, ground);
  if (verdict.hint) yield verdict.hint;
}

function* runWords({ text, settings, path }: Play, { mechanism }: Ground): Generator<string> {
  const m = machine(mechanism, settings);
  for (const [i, instance] of path.entries()) yield `  ${String(i + 1).padStart(4)} ${candidateOf(m, instance).says}`;
  if (text === undefined && path.length > 0)
    yield `  The run in the player: /simulations/${mechanism.model.id}/#run=${linkTo(m, playable(m, path))}`;
}

/** Without a last step that is refused, which no link holds. */
function playable(m: ReturnType<typeof machine>, path: readonly number[]): readonly number[] {
  let at = begin(m);
  for (const [i, instance] of path.entries()) {
    const next = follow(m, at, instance);
    if ('because' in next) return path.slice(0, i);
    at = next;
  }
  return path;
}
