/** What a new record rests on: its system, and a line of the primary source that it may cite until somebody has read it. */
import { coverage, isPrimary } from '../../facts/coverage.ts';
import { find, type Entries, type Entry } from '../../facts/entries.ts';
import { nearest } from '../../facts/nearest.ts';
import { describe } from '../../records/problem-text.ts';
import { readContent } from '../../records/reader.ts';
import { clipped, WrongCall } from '../command/command.ts';

/** The records as they are. Throws a WrongCall when one of them cannot be read: what is new would be added to something broken. */
export function readRecords(root: string): Entries {
  const { entries, problems, lineOf } = readContent(root);
  const [first] = problems;
  if (first) throw new WrongCall(`The records are not in order; mend them first: ${describe(first, lineOf(first.file, first.field))}`);
  return entries;
}

/** Lower case words joined by hyphens: what stands in addresses. Throws a WrongCall. */
export function slugOf(what: string, text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > 60)
    throw new WrongCall(`'${clipped(text)}' cannot be ${what}: it is lower case words joined by hyphens, such as 'memory-map'.`);
  return text;
}

/** `memory-map` as `Memory map`. */
export const titleOf = (slug: string): string => {
  const words = slug.replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export interface Ground {
  readonly system: Entry<'systems'>;
  /** As YAML: `[{ source: orbit-readme, lines: [1, 1] }]`. */
  readonly cite: string;
  readonly line: number;
}

/** Throws a WrongCall for a system that is not there, or that has no line to cite. */
export function groundOf(entries: Entries, id: string): Ground {
  const system = find(entries, 'systems', id);
  if (!system) {
    const ids = entries.systems.map((it) => it.id);
    const near = nearest(clipped(id), ids);
    throw new WrongCall(`There is no system '${clipped(id)}'.${near ? ` Did you mean '${near}'?` : ''} There are ${ids.join(', ')}.`);
  }
  for (const source of entries.sources.filter(isPrimary).filter((it) => it.data.system === id)) {
    const lines = coverage(entries, source).filter((it) => it.ignored === undefined);
    const line = (lines.find((it) => !it.blank) ?? lines[0])?.number;
    if (line !== undefined) return { system, cite: `[{ source: ${source.id}, lines: [${line}, ${line}] }]`, line };
  }
  throw new WrongCall(`${id} has no primary source with a line that can be cited; add it to src/content/sources/ first.`);
}
