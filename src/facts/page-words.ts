/** How a page is called and described where it is seen alone: in a result of a search engine, in a shared link, in a tab. */

/** What a description must have, in characters: a shorter one says nothing, and a longer one is cut off by whoever shows it. */
export const descriptionLength = { least: 50, most: 160 } as const;

/** `Boot, ThemeliOS`: five systems have a page of that name. A title that names its system stays. */
export const pageName = (title: string, system: string | undefined): string =>
  system === undefined || title.toLowerCase().includes(system.toLowerCase()) ? title : `${title}, ${system}`;

/** Behind a description that is too short by itself. */
const about = 'From Orrery: operating systems, documented from cited facts.';

/**
 * The lead of a page as its description: as it stands where it has the length, its first sentences or words where it is too
 * long, and with the name of the page before it where it is too short.
 */
export function pageDescription(lead: string, name: string): string {
  const { least, most } = descriptionLength;
  const text = oneLine(lead);
  if (lengthOf(text) > most) return shortened(text);
  if (lengthOf(text) >= least) return text;
  const named = text === '' ? `${oneLine(name)}.` : `${oneLine(name)}: ${text}`;
  if (lengthOf(named) > most) return shortened(named);
  return lengthOf(named) >= least ? named : `${named} ${about}`;
}

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
