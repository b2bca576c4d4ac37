/** The addresses of the built site, and one page of each kind: what is tried on every page and what only on these, tests choose. */
import { dist, readSite } from '../site/built-site.ts';

/** The page that a host shows for what is not there has an address that is not there. */
export const notThere = 'no-such-page/';
const pages = new Map(readSite(dist).pages.map((page) => [page.address === '404.html' ? notThere : page.address, page.html]));
const sizeOf = (address: string): number => pages.get(address)!.length;
export const addresses: readonly string[] = [...pages.keys()];

/** The page of a part draws its neighbours, or says that it has none, or that the part was not found. */
const looksOf = (html: string): string =>
  html.includes('No relation of this part is recorded') ? 'alone' : html.includes('>Not found<') ? 'absent' : 'drawn';

/** Pages of one kind come from one template: the address with what varies left out. */
const kindOf = (address: string): string =>
  address
    .replace(/^systems\/[a-z0-9-]+\/architecture\/parts\/.+/, (it) => `systems/*/architecture/parts/${looksOf(pages.get(it)!)}`)
    .replace(/^systems\/[a-z0-9-]+\/guides\/.*/, 'systems/*/guides')
    .replace(/^systems\/[a-z0-9-]+\/architecture\/(?!parts\/).*/, 'systems/*/architecture')
    .replace(/^systems\/[a-z0-9-]+\//, 'systems/*/')
    .replace(/^milestones\/(as-of|by)\/.*/, 'milestones/$1')
    .replace(/^(milestones|platforms)\/[^/]+\//, '$1/*/')
    .replace(/^sources\/(?!drift)[^/]+\//, 'sources/*/')
    .replace(/^(glossary|rules|changes|tasks)\/.+/, '$1/*/')
    .replace(/^embed\/[^/]+\/(milestones|platforms)\/$/, 'embed $1/')
    .replace(/^embed\/.+/, 'embed/*/')
    .replace(/^learn\/(paths|questions)\/.+/, 'learn/$1')
    .replace(/^learn\/[^/]+\//, 'learn/*/')
    .replace(/^simulations\/(?!new\/).+/, 'simulations/*/');

/** The first page of each kind, in the order of the addresses. */
export const oneOfEachKind: readonly string[] = [...new Map(addresses.toReversed().map((it) => [kindOf(it), it])).values()].toReversed();

/** The page of each kind with most in it, in the order of the addresses: what is too wide or too much is so there first. */
export const longestOfEachKind: readonly string[] = [...Map.groupBy(addresses, kindOf).values()]
  .map((alike) => alike.reduce((longest, it) => (sizeOf(it) > sizeOf(longest) ? it : longest)))
  .toSorted();
