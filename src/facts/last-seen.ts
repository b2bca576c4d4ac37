/**
 * What became of every cited place in the newest state of its repository, as a file that can be reviewed: a line for each repository, and
 * one for each place that is not there unchanged. It holds no word of the cited files.
 */
import type { Citation } from '../schemas/evidence.ts';
import { byPlace, placePattern } from './place-name.ts';

/** Where it lies, from the project's root. */
export const atHeadFile = 'src/records/at-head.txt';

const top = `# What became of the cited places in the newest state of their repositories. A place that is not named stands there unchanged.
# npm run citations -- <folder of git directories> --head --write
`;

/** Lines of a file, counted from 1, first and last included. */
type Range = readonly [from: number, to: number];

export interface Head {
  readonly commit: string;
  /** The day of its author. */
  readonly day: string;
  /** The day on which it was looked at. */
  readonly looked: string;
}

/** `moved`: the same lines at another place. `changed`: other lines, where they can be told. `gone`: the file is. */
export type AtHead =
  { readonly is: 'moved'; readonly to: Range } | { readonly is: 'changed'; readonly now: Range | undefined } | { readonly is: 'gone' };

export interface AtHeads {
  /** By source. */
  readonly heads: ReadonlyMap<string, Head>;
  /** By the name of a place: `starina-upstream 98dae3c kernel/src/poll.rs 12-20`. */
  readonly places: ReadonlyMap<string, AtHead>;
}

const digits = '[0-9a-f]{6,40}';
const aDay = '\\d{4}-\\d\\d-\\d\\d';
const headLine = new RegExp(`^([a-z0-9-]+) head (${digits}) (${aDay}) looked (${aDay})$`);
const placeLine = new RegExp(`^(${placePattern}) (moved|changed|gone)(?: (\\d+)-(\\d+))?$`);

/** What the file says; or the number of the first line that is none of its own. */
export function readAtHead(text: string): AtHeads | number {
  const heads = new Map<string, Head>();
  const places = new Map<string, AtHead>();
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const head = headLine.exec(line);
    const place = placeLine.exec(line);
    if (head && !heads.has(head[1]!)) heads.set(head[1]!, { commit: head[2]!, day: head[3]!, looked: head[4]! });
    else if (place && !places.has(place[1]!)) {
      const range: Range | undefined = place[3] === undefined ? undefined : [Number(place[3]), Number(place[4])];
      if (place[2] === 'moved' && !range) return i + 1;
      places.set(
        place[1]!,
        place[2] === 'gone' ? { is: 'gone' } : place[2] === 'moved' ? { is: 'moved', to: range! } : { is: 'changed', now: range },
      );
    } else return i + 1;
  }
  return { heads, places };
}

/** The file: the repositories first, then the places, both in the order of their names. */
export function atHeadText({ heads, places }: AtHeads): string {
  const range = (it: Range | undefined): string => (it ? ` ${it[0]}-${it[1]}` : '');
  const lines = [
    ...[...heads].map(([source, it]) => `${source} head ${it.commit} ${it.day} looked ${it.looked}`).sort(),
    ...[...places]
      .map(([place, it]) => `${place} ${it.is}${range(it.is === 'moved' ? it.to : it.is === 'changed' ? it.now : undefined)}`)
      .sort(),
  ];
  return `${top}${lines.map((it) => `${it}\n`).join('')}`;
}

/** A cited place that is not what it was. */
export interface Open {
  readonly citation: Citation;
  readonly head: Head;
  readonly now: AtHead;
}

/** How some cited places were found when their repositories were last looked at. */
export interface LastSeen {
  /** The oldest of the days on which they were looked at; undefined where none was. */
  readonly looked: string | undefined;
  /** Places that stand unchanged, at the same lines or at others. */
  readonly unchanged: number;
  /** Places that are other lines now, or of which the file is gone: questions for a reader. */
  readonly open: readonly Open[];
  /** Places in repositories that were not looked at. */
  readonly unlooked: number;
}

/** Each place counts once, however often it is cited. */
export function lastSeenOf(citations: readonly Citation[], { heads, places }: AtHeads): LastSeen {
  const open: Open[] = [];
  let [unchanged, unlooked] = [0, 0];
  let looked: string | undefined;
  for (const [name, citation] of byPlace(citations, (it) => it)) {
    const head = heads.get(citation.source);
    if (!head) {
      unlooked++;
      continue;
    }
    if (looked === undefined || head.looked < looked) looked = head.looked;
    const now = places.get(name);
    if (!now || now.is === 'moved') unchanged++;
    else open.push({ citation, head, now });
  }
  return { looked, unchanged, open, unlooked };
}
