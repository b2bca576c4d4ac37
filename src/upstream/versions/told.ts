/** The differences of two versions in words: what tells of progress one by one, everything else by its lines. */
import type { Difference } from './differences.ts';
import type { Unit } from './version.ts';

/** Words of an item that name it: its first ones. */
const namingWords = 5;

const nameOf = ({ words, item }: Unit): string => {
  const all = words.split(' ');
  const name = all.length > namingWords ? `${all.slice(0, namingWords).join(' ')} …` : words;
  return item?.under && item.kind === 'deliverable' ? `${item.under} / ${name}` : name;
};

/** One line for each thing that tells of progress, then one for all the rest. Empty where nothing differs. */
export function toldOf(differences: readonly Difference[]): string[] {
  const isItem = (it: Difference): boolean => (it.after ?? it.before)!.item !== undefined;
  return [...differences.filter(isItem).map(itemLine), ...restLines(differences.filter((it) => !isItem(it)))];
}

function itemLine({ kind, before, after, moved }: Difference): string {
  const [was, is] = [before?.item, after?.item];
  if (!before) return `new: ${nameOf(after!)}, ${is!.state ?? 'without a state'}`;
  if (!after) return `gone: ${nameOf(before)}, was ${was!.state ?? 'without a state'}`;
  const parts = [
    ...(was!.state === is!.state ? [] : [`${was!.state ?? 'without a state'} -> ${is!.state ?? 'without a state'}`]),
    ...(was!.key === is!.key ? [] : [`is named ${is!.key ?? 'without an identifier'}, was ${was!.key ?? 'without one'}`]),
    ...(before.words === after.words ? [] : [`reads “${nameOf(after)}”`]),
    ...(kind === 'marks' ? ['only its marks'] : []),
    ...(moved ? ['stands elsewhere'] : []),
  ];
  return `${nameOf(before)}: ${parts.join('; ')}`;
}

/** `other lines: 3 new (18-20), 1 reworded (5), 2 gone (were 7-9)`. */
function restLines(rest: readonly Difference[]): string[] {
  const parts = [...Map.groupBy(rest, (it) => it.kind).entries()].map(([kind, of]) => {
    const ranges = joined(of.map((it) => (it.after ?? it.before)!.lines));
    return `${of.length} ${kind} (${kind === 'gone' ? 'were ' : ''}${ranges})`;
  });
  return parts.length === 0 ? [] : [`other lines: ${parts.join(', ')}`];
}

function joined(ranges: readonly (readonly [number, number])[]): string {
  const found: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1] + 2) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}
