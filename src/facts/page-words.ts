/** How a page is called and described where it is seen alone: in a result of a search engine, in a shared link, in a tab. */
import { partOfPage } from './addresses.ts';

/** What a description must have, in characters: a shorter one says nothing, and a longer one is cut off by whoever shows it. */
export const descriptionLength = { least: 50, most: 160 } as const;

/**
 * What a page is called where no other page is around it: `Boot, ThemeliOS`, because each system has a page of that name, and
 * `Provisioning, a simulation of Zero-OS v4`, because that system has two, as parts are called like the pages that tell of them.
 * `page` is root-relative; `system` is the name of the system that the page is about, and a title that says it already is not made longer.
 */
export function pageName(page: string, title: string, system: string | undefined): string {
  const isSaid = system === undefined || title.toLowerCase().includes(system.toLowerCase());
  if (page.startsWith('/sources/') && system !== undefined) return `${title}, a source${isSaid ? '' : ` on ${system}`}`;
  if (partOfPage(page) && system !== undefined) return `${title}, a part of ${system}`;
  if (isSaid) return title;
  return page.startsWith('/simulations/') ? `${title}, a simulation of ${system}` : `${title}, ${system}`;
}

/** Behind a description that is too short by itself. */
const about = 'From Orrery: operating systems, documented from cited facts.';

/**
 * The lead of a page as its description: as it stands where it has the length, its first sentences or words where it is too
 * long, and behind the name of the page where it is too short.
 */
export function pageDescription(lead: string, name: string): string {
  const { least } = descriptionLength;
  const text = oneLine(lead);
  if (lengthOf(text) >= least) return shortLead(text);
  const named = [oneLine(name), text]
    .filter((it) => it !== '')
    .map(asSentence)
    .join(' ');
  return shortLead(lengthOf(named) >= least ? named : `${named} ${about}`);
}

/** A lead with as many sentences as there is room for, or as many words. */
export function shortLead(lead: string): string {
  const text = oneLine(lead);
  return lengthOf(text) > descriptionLength.most ? shortened(text) : text;
}

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Backticks set code on a page; here they would be read. */
const oneLine = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();

/** In characters as a reader counts them, not in units of UTF-16. */
const lengthOf = (text: string): number => [...text].length;

/** As many whole sentences as fit, if these say enough; else as many words. */
function shortened(text: string): string {
  const { least, most } = descriptionLength;
  const room = [...text].slice(0, most);
  const sentence = /^.*[.!?](?=\s)/.exec([...text].slice(0, most + 1).join(''))?.[0] ?? '';
  if (lengthOf(sentence) >= least) return sentence;
  const words = /^(.*)[\s,;:]+\S*$/.exec(room.slice(0, most - 1).join(''))?.[1] ?? '';
  return `${lengthOf(words) >= least ? words.replace(/[\s,;:.]+$/, '') : room.slice(0, most - 1).join('')}…`;
}
