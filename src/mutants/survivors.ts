/**
 * The list of survivors, `survivors.txt`: below each model the errors that it does not notice, below each of these the reason. A line at the
 * margin is a model, one that is indented a survivor, one that is indented twice its reason; `#` begins a remark.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The reason of each survivor, by the model and the line that tells the error. */
export type Survivors = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What stands for a reason until somebody has looked. */
export const UNKNOWN = '?';

const file = join(import.meta.dirname, 'survivors.txt');
const INDENT = '  ';

export const readSurvivors = (): Survivors => survivorsIn(readFileSync(file, 'utf8'));

export function survivorsIn(text: string): Survivors {
  const all = new Map<string, Map<string, string>>();
  let [model, error] = ['', ''];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith(INDENT.repeat(2))) all.get(model)?.set(error, line.trim());
    else if (line.startsWith(INDENT)) all.get(model)?.set((error = line.trim()), UNKNOWN);
    else all.set((model = line), new Map());
  }
  return all;
}

/** Those that were found, each with the reason that it had. */
export function withReasons(found: ReadonlyMap<string, readonly string[]>, before: Survivors): Survivors {
  const reasons = (id: string, errors: readonly string[]) => new Map(errors.map((it) => [it, before.get(id)?.get(it) ?? UNKNOWN]));
  return new Map([...found].filter(([, errors]) => errors.length > 0).map(([id, errors]) => [id, reasons(id, errors)]));
}

const HEAD = `# Small errors in models that neither their properties nor their counts notice, of ten in each; why it is so stands below each.
# Written by npm run mutants -- --write, which keeps the reasons; where it has put a question mark, somebody has to look.
`;

export function writeSurvivors(survivors: Survivors): void {
  const lines = [...survivors].flatMap(([id, errors]) => [
    '',
    id,
    ...[...errors].flatMap(([error, reason]) => [INDENT + error, INDENT.repeat(2) + reason]),
  ]);
  writeFileSync(file, `${HEAD}${lines.join('\n')}\n`);
}
