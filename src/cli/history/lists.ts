/** Puts observations into a list of a YAML record, or takes them out, and leaves every other line as it is. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLSeq } from 'yaml';
import { inAlphabet } from '../../facts/alphabet.ts';
import type { Citation } from '../../schemas/evidence.ts';
import type { Observation } from '../../upstream/versions/observations.ts';
import { WrongCall } from '../command/command.ts';
import { quoted } from '../command/yaml.ts';

/** Where the list stands: the names of fields, and the id of an entry of a list. */
export type ListPath = readonly (string | { readonly id: string })[];

export interface ListEdit {
  /** Places in the list, counted from 0. */
  readonly remove: readonly number[];
  /** Each behind the entry with this place of those that stay; -1 puts it first. Of several behind one, in their order. */
  readonly add: readonly { readonly behind: number; readonly observation: Observation }[];
}

/** Longer flow lines are broken by the formatter. */
const longestLine = 140;

/** The text of the record with the list changed. `word` is the name of the field that holds the state. */
export function withObservations(text: string, path: ListPath, word: 'status' | 'state', { remove, add }: ListEdit): string {
  const counter = new LineCounter();
  const list = listAt(parseDocument(text, { lineCounter: counter }).contents, path);
  if (list.flow) throw new WrongCall(`The list ${nameOf(path)} stands in brackets; give each of its entries a line of its own.`);
  const lines = text.split('\n');
  const starts = list.items.map((it) => counter.linePos((isNode(it) && it.range?.[0]) || 0).line - 1);
  const dash = lines[starts[0]!]!.indexOf('- ');
  const end = endOf(lines, starts.at(-1)!, dash);
  const blocks = starts.map((from, i) => lines.slice(from, starts[i + 1] ?? end));
  const written = (behind: number): string[] =>
    add.filter((it) => it.behind === behind).flatMap(({ observation }) => linesOf(observation, word, ' '.repeat(dash)));
  const kept = blocks.flatMap((block, i) => [...(remove.includes(i) ? remarksBelow(block, dash) : block), ...written(i)]);
  return [...lines.slice(0, starts[0]), ...written(-1), ...kept, ...lines.slice(end)].join('\n');
}

/** Below an entry, before the next: remarks and blank lines are no part of it, and stay when it goes. */
function remarksBelow(block: readonly string[], dash: number): string[] {
  const isRemark = (it: string): boolean => it.trim() === '' || (/^ *#/.test(it) && it.indexOf('#') <= dash);
  return block.slice(block.findLastIndex((it) => !isRemark(it)) + 1);
}

/** The line behind the last entry of a list whose dashes stand in this column. */
function endOf(lines: readonly string[], last: number, dash: number): number {
  let end = last + 1;
  while (end < lines.length && lines[end]!.trim() !== '' && /^ */.exec(lines[end]!)![0].length > dash) end++;
  return end;
}

const nameOf = (path: ListPath): string => path.map((it) => (typeof it === 'string' ? it : it.id)).join('.');

function listAt(contents: unknown, path: ListPath): YAMLSeq {
  let node: unknown = contents;
  for (const step of path) {
    if (typeof step === 'string') node = isMap(node) ? node.get(step, true) : undefined;
    else node = isSeq(node) ? node.items.find((it) => isMap(it) && it.get('id') === step.id) : undefined;
  }
  if (!isSeq(node) || node.items.length === 0) throw new WrongCall(`The record has no list ${nameOf(path)} with an entry in it.`);
  return node;
}

function linesOf({ asOf, word: state, note, why, cite }: Observation, word: string, indent: string): string[] {
  return [
    `${indent}- asOf: ${asOf === 'undated' ? asOf : quoted(asOf)}`,
    `${indent}  ${word}: ${state}`,
    `${indent}  by: history`,
    ...(note === undefined ? [] : [`${indent}  note: ${note}`]),
    ...(why === undefined ? [] : [`${indent}  basis: inferred`, `${indent}  why: ${quoted(why)}`]),
    `${indent}  cite:`,
    ...cite.flatMap((it) => citationLines(it, `${indent}    `)),
  ];
}

function citationLines(cite: Citation, indent: string): string[] {
  const fields = [
    `source: ${cite.source}`,
    `commit: ${quoted(cite.commit!)}`,
    `path: ${cite.path!}`,
    ...(cite.lines ? [`lines: [${cite.lines.join(', ')}]`] : []),
    ...(cite.absent === undefined ? [] : [`absent: ${quoted(cite.absent)}`]),
  ];
  const flow = `${indent}- { ${fields.join(', ')} }`;
  return flow.length <= longestLine ? [flow] : fields.map((it, i) => `${indent}${i === 0 ? '- ' : '  '}${it}`);
}

/** The text of a source's record with these commits in its list, in the order of their days; one without a day comes last. */
export function withCommits(
  text: string,
  commits: readonly { readonly commit: string; readonly day: string | undefined; readonly path: string }[],
): string {
  const counter = new LineCounter();
  const list = listAt(parseDocument(text, { lineCounter: counter }).contents, ['commits']);
  const lines = text.split('\n');
  const known = list.items.flatMap((it) => {
    if (!isMap(it)) return [];
    const [commit, date] = [it.get('commit'), it.get('date', true)];
    return [
      {
        commit: String(commit),
        date: isScalar(date) && typeof date.value === 'string' ? date.value : undefined,
        line: counter.linePos(it.range?.[0] ?? 0).line - 1,
        end: counter.linePos((it.range?.[1] ?? 1) - 1).line,
      },
    ];
  });
  const indent = /^ */.exec(lines[known[0]!.line]!)![0];
  const fresh = commits.filter(
    (it, i) => !known.some((one) => one.commit === it.commit) && commits.findIndex((one) => one.commit === it.commit) === i,
  );
  const inserted = fresh.map(({ commit, day, path }) => {
    const before = day === undefined ? known.at(-1) : known.filter((it) => it.date !== undefined && it.date <= day).at(-1);
    const at = before?.end ?? known[0]!.line;
    const date = day === undefined ? 'null' : quoted(day);
    return { at, day: day ?? '', line: `${indent}- { commit: ${quoted(commit)}, date: ${date}, what: 'a version of ${path}' }` };
  });
  const byLine = Map.groupBy(
    inserted.sort((a, b) => a.at - b.at || inAlphabet(a.day, b.day)),
    (it) => it.at,
  );
  return lines.flatMap((line, i) => [...(byLine.get(i) ?? []).map((it) => it.line), line]).join('\n');
}
