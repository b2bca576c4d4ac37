/**
 * `npm run watch`: fetches the repositories that the sources name, looks at what changed in them, and writes a report; `--write` puts what
 * was found into the records. What each part does lies in `watch/`.
 */
import { resolve, join } from 'node:path';
import { isUpstreamSource } from '../facts/evidence.ts';
import { shown } from '../records/problem-text.ts';
import { writeAll } from './command/change-set.ts';
import { form, runCommand, WrongCall, type Command, type Given } from './command/command.ts';
import { today } from './command/day.ts';
import { isFolder } from './command/files.ts';
import { modelsOrWhyNot } from './command/models.ts';
import { projectRoot } from './command/project.ts';
import { contentOrWhyNot } from './command/records.ts';
import { copiesOf, copyAt } from './watch/copies.ts';
import { look, type Looked } from './watch/look.ts';
import { isNews, reportOf } from './watch/report.ts';
import { rules, type Rules } from './watch/rules.ts';

/** Where the copies lie, from the project's root: it is in no repository, and can be thrown away. */
const copiesFolder = '.astro/watch';

const options = {
  from: { takes: 'folder', says: 'reads the git directories below a folder, and fetches nothing' },
  report: { takes: 'file', says: 'writes the report there, in Markdown, instead of printing it' },
  write: { says: 'puts what was found into the records, and notes it in their history' },
  project: { takes: 'folder', says: 'reads and writes the records of another copy of this project' },
} as const;

/** The command, with what a fetch may cost. */
export const watchWith = (limits: Rules): Command => ({
  name: 'watch',
  says: 'looks at the repositories that the sources name, and says what changed in them since they were last looked at',
  exits: {
    0: 'nothing changed',
    1: 'something changed; with --write it is in the records now',
    2: 'the call is wrong, or something could not be looked at or written; the report says what',
  },
  forms: {
    '': form({
      says: `Fetches them over https into ${copiesFolder}, so that the next time only what is new is fetched. Only --write changes the records.`,
      words: [],
      options,
      run: (_, given) => watch(given, limits),
    }),
  },
});

export const command: Command = watchWith(rules);

async function watch({ from, report, write, project }: Given<typeof options>, limits: Rules): Promise<number> {
  const root = project ?? projectRoot;
  if (from !== undefined && !isFolder(from)) throw new WrongCall(`There is no folder ${from}.`);
  const content = contentOrWhyNot(root, 'nothing was looked at');
  if (!content) return 2;
  const webs = content.entries.sources.flatMap(({ data }) => (isUpstreamSource(data) ? [data.web] : []));
  if (webs.length === 0) {
    console.error('No source names a repository, so nothing was looked at.');
    return 2;
  }
  const models = await modelsOrWhyNot();
  if (models === undefined) return 2;
  const folder = from ?? join(root, copiesFolder);
  const copies = from === undefined ? await copiesOf(folder, webs, limits) : new Map(webs.map((it) => [it, copyAt(from, it)]));
  const printed = (source: string, text: string): void => console.error(`${source}: ${shown(text)}`);
  const looked = look({ root, content, models, folder, copies, day: today(), printed });
  return end(looked, { report, write }, limits);
}

/** Writes what is to be written, the records first: the report is there to be read when they could not be. Returns the exit status. */
function end(looked: Looked, { report, write }: { report: string | undefined; write: boolean }, limits: Rules): number {
  const text = reportOf(looked);
  const refused: string[] = [];
  const attempt = (what: () => void): void => {
    try {
      what();
    } catch (error) {
      if (!(error instanceof WrongCall)) throw error;
      refused.push(error.message);
    }
  };
  if (write && looked.unsound.length === 0) attempt(() => looked.set.write(limits.write));
  const told = refused.length === 0 ? text : `${text}\n## What could not be written\n\n${refused.map((it) => `- ${it}`).join('\n')}\n`;
  if (report === undefined) console.log(told.trimEnd());
  else attempt(() => writeAll(new Map([[resolve(report), told]]), limits.write));
  for (const it of refused) console.error(it);
  if (report !== undefined) for (const { id, faults } of looked.sources) for (const it of faults) console.error(`${id}: ${shown(it)}`);
  if (write && refused.length === 0 && looked.unsound.length === 0) for (const file of looked.set.files) console.log(`changed  ${file}`);
  const isIncomplete = refused.length > 0 || looked.unsound.length > 0 || looked.sources.some(({ faults }) => faults.length > 0);
  return isIncomplete ? 2 : looked.sources.some(isNews) ? 1 : 0;
}

if (import.meta.main) await runCommand(command);
