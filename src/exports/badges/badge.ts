/** The badges of a system: what each says, in words, and where it leads. */
import { newestOf, tallyOf, type Tally } from './counts.ts';
import { find, type Entries, type Entry } from '../../facts/entries.ts';
import type { Side } from '../../facts/evidence.ts';
import type { StateName } from '../../drawing/marks.ts';
import { platformWords } from '../../components/spec/state-words.ts';

export interface Badge {
  readonly system: string;
  /** The last part of its address, and the id of what it shows. */
  readonly name: string;
  readonly label: string;
  /** What it is a badge of; unlike the label, no other badge has the same. */
  readonly about: string;
  /** The state with its side: documented or found. It is never empty. */
  readonly message: string;
  readonly glyph: StateName;
  /** The page that says more, root-relative. */
  readonly page: string;
}

/** The whole badge as a text. */
export const says = ({ label, message }: Badge): string => `${label}: ${message}`;

/** Root-relative, without its ending: `.svg` is the picture, `.json` what shields.io draws. */
export const badgeAddress = ({ system, name }: Badge): string => `/badges/${system}/${name}`;

/** The milestones as documented, as found where something was found, and every platform. */
export function badgesOf(entries: Entries, system: Entry<'systems'>): Badge[] {
  const platforms = entries.platforms.filter((it) => it.data.system === system.id);
  const found = tallyOf(entries, system.id, 'found');
  return [
    milestoneBadge(system, 'documented', tallyOf(entries, system.id, 'documented')),
    ...(found ? [milestoneBadge(system, 'found', found)] : []),
    ...platforms.map((it) => platformBadge(entries, it)),
  ];
}

function milestoneBadge({ id, data }: Entry<'systems'>, side: Side, tally: Tally | undefined): Badge {
  const name = side === 'documented' ? 'milestones' : 'milestones-found';
  const label = `${data.title} milestones`;
  const badge = { system: id, name, label, about: `${label} as ${side}` };
  if (!tally) return { ...badge, message: 'none named', glyph: 'unnamed', page: `/systems/${id}/` };
  const { complete, total, unknown, asOf } = tally;
  const counted = `${complete} of ${total} complete${unknown > 0 ? `, ${unknown} unknown` : ''}`;
  return { ...badge, message: `${counted}, ${sideWords(side, asOf)}`, glyph: glyphOf(tally), page: `/systems/${id}/milestones/` };
}

function glyphOf({ complete, total, unknown }: Tally): StateName {
  if (complete === total) return 'complete';
  return complete > 0 ? 'progress' : unknown > 0 ? 'unknown' : 'planned';
}

function platformBadge(entries: Entries, platform: Entry<'platforms'>): Badge {
  const { system, title, group } = platform.data;
  const { state, side, asOf } = newestOf(entries, platform);
  const { word, glyph } = platformWords[state];
  const whole = find(entries, 'systems', system)?.data.title ?? system;
  const label = group === 'network' ? `${whole}, ${title}` : `${whole} on ${title}`;
  return {
    system,
    name: platform.id,
    label,
    about: label,
    message: `${word.toLowerCase()}, ${sideWords(side, asOf)}`,
    glyph,
    page: `/platforms/${platform.id}/`,
  };
}

const sideWords = (side: Side, asOf: string): string =>
  side === 'documented' ? 'as documented' : asOf === 'undated' ? 'found in an undated copy' : `found ${asOf}`;
