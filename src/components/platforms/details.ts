/** What stands behind each cell of the matrix, as data: for the plate that opens below its row, and for the search. */
import { find, type Entries } from '../../facts/entries.ts';
import type { MatrixCell } from '../../facts/matrix.ts';
import type { EvidenceName } from '../../drawing/marks.ts';
import type { Basis } from '../../schemas/evidence.ts';
import type { Platform, PlatformState } from '../../schemas/platforms.ts';
import { platformWords } from '../spec/state-words.ts';
import { whereOf } from '../spec/where.ts';

interface Place {
  readonly evidence: EvidenceName;
  readonly word: string;
  readonly text: string;
  readonly href: string;
}

/** What is said, with its places. */
export interface Said {
  readonly note?: string;
  /** `Unknown: the reason`, `Inferred: the reason`. */
  readonly why?: string;
  readonly places: readonly Place[];
}

export interface Details {
  readonly title: string;
  readonly system: string;
  readonly systemTitle: string;
  /** The address of its page. */
  readonly href: string;
  readonly names: readonly string[];
  readonly covers: readonly string[];
  readonly documented?: Said & { readonly state: PlatformState };
  readonly found?: Said & { readonly state: PlatformState; readonly when: string };
  readonly tier?: Said & { readonly text: string };
  /** Everything that was observed, the documented first. */
  readonly times: readonly (readonly [when: string, state: PlatformState])[];
  /** What the search looks at, in lower case. */
  readonly text: string;
}

type Address = (path: string) => string;
interface Cited {
  readonly cite: Platform['states'][number]['cite'];
  readonly basis?: Basis | undefined;
  readonly why?: string | undefined;
  readonly note?: string | undefined;
}

function saidOf(entries: Entries, address: Address, { cite, note, basis, why }: Cited): Said {
  return {
    ...(note ? { note } : {}),
    ...(why ? { why: `${basis === 'unknown' ? 'Unknown' : 'Inferred'}: ${why}` } : {}),
    places: cite.map((citation) => {
      const { evidence, word, text, href } = whereOf(entries, citation, basis);
      return { evidence, word, text, href: address(href) };
    }),
  };
}

const dated = (asOf: string): string => (asOf === 'undated' ? 'undated copy' : asOf);

/** `address` puts the base path before an address of this site. */
export function detailsOf(entries: Entries, { platform, documented, found, everFound }: MatrixCell, address: Address): Details {
  const { data } = platform;
  const systemTitle = find(entries, 'systems', data.system)!.data.title;
  const state = (it: Platform['states'][number]) => ({
    state: it.state,
    ...saidOf(entries, address, { ...it, basis: it.state === 'unknown' ? 'unknown' : it.basis }),
  });
  const details = {
    title: data.title,
    system: data.system,
    systemTitle,
    href: address(`/platforms/${platform.id}/`),
    names: [...new Set(data.identifiers.map(({ name }) => name))],
    covers: [...new Set(data.covers.map(({ name }) => name))],
    ...(documented ? { documented: state(documented) } : {}),
    ...(found ? { found: { ...state(found), when: dated(found.asOf) } } : {}),
    ...(data.tier ? { tier: { text: data.tier.text, ...saidOf(entries, address, data.tier) } } : {}),
    times: [
      ...(documented ? [['document', documented.state] as const] : []),
      ...everFound.map((it) => [dated(it.asOf), it.state] as const),
    ],
  };
  const observed = [...(documented ? [documented] : []), ...everFound].flatMap((it) => [
    platformWords[it.state].word,
    it.note,
    it.why,
    ...it.cite.map((citation) => whereOf(entries, citation).text),
  ]);
  const text = [data.title, systemTitle, ...details.names, ...details.covers, ...observed, data.tier?.text].filter(Boolean).join(' ');
  return { ...details, text: text.toLowerCase() };
}
