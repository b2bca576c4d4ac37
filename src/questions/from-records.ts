/** Questions about milestones, which wait for each other, and about words that mean different things in different systems. */
import { addressOf } from '../facts/addresses.ts';
import { find, type Entries, type Entry } from '../facts/entries.ts';
import { question, type Question } from './question.ts';

export function orderQuestions(system: string, entries: Entries): Question[] {
  const milestones = entries.milestones.filter(({ data }) => data.system === system);
  const named = new Map(milestones.map((it) => [it.id, it]));
  return milestones.flatMap((entry) => {
    const [need] = entry.data.needs.filter(({ milestone }) => named.has(milestone));
    if (!need) return [];
    const before = allBefore(entry.id, named);
    const wrong = milestones
      .filter((it) => it.id !== entry.id && !before.has(it.id))
      .map((it) => ({
        text: nameOf(it),
        because: allBefore(it.id, named).has(entry.id)
          ? `It is the other way round: it waits for \u201c${entry.data.title}\u201d.`
          : `No source makes \u201c${entry.data.title}\u201d wait for it.`,
      }));
    return question({
      id: `${system}.before.${entry.id}`,
      system,
      about: 'before',
      given: [],
      asks: `Which of these must be there before \u201c${entry.data.title}\u201d?`,
      right: { text: nameOf(named.get(need.milestone)!), because: need.why },
      wrong,
      more: { href: addressOf(entry), text: entry.data.title },
    });
  });
}

const nameOf = ({ data }: Entry<'milestones'>): string => data.title;

/** All that a milestone waits for, at any distance. */
function allBefore(id: string, milestones: ReadonlyMap<string, Entry<'milestones'>>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { milestone } of milestones.get(at)?.data.needs ?? [])
      if (!found.has(milestone)) {
        found.add(milestone);
        open.push(milestone);
      }
  return found;
}

/** Words with a meaning of their own in at least three systems. */
export function meaningQuestions(system: string, entries: Entries): Question[] {
  const titled = (id: string) => find(entries, 'systems', id)!.data.title;
  return entries.glossary.flatMap((entry) => {
    const { term, meanings } = entry.data;
    const own = meanings.filter((it) => it.system === system);
    const others = meanings.filter((it) => it.system !== system);
    if (own.length !== 1) return [];
    return question({
      id: `${system}.meaning.${entry.id}`,
      system,
      about: 'meaning',
      given: [],
      asks: `What does \u201c${term}\u201d mean in ${titled(system)}?`,
      right: { text: own[0]!.text, because: `That is its meaning in ${titled(system)}.` },
      wrong: others.map((it) => ({ text: it.text, because: `That is what it means in ${titled(it.system)}.` })),
      more: { href: addressOf(entry), text: term },
    });
  });
}
