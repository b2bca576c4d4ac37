/** One of our pages as a default Starlight site would have it: the same words, with each source in parentheses instead of a component. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContent } from '../../src/records/reader.ts';
import { whereOf } from '../../src/components/spec/where.ts';
import { find, type Entries } from '../../src/facts/entries.ts';
import type { Citation } from '../../src/schemas/evidence.ts';
import { attribute, dist, named, readSite, root, textOf, type Page } from './built-site.ts';

/** Builds nothing: writes the sources of a default site with these pages, and returns its folder. */
export function writeDefaultSite(addresses: readonly string[], folder: string): string {
  const { entries } = readContent(root);
  const pages = readSite(dist).pages.filter((page) => addresses.includes(page.address));
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'tests/default-site'), folder, { recursive: true });
  for (const { address } of pages) {
    const path = address.replace(/\/$/, '');
    const to = join(folder, 'src/content/docs', `${path}.md`);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, plain(readFileSync(join(root, 'src/content/docs', `${path}.mdx`), 'utf8'), systemOf(address), entries));
  }
  writeFileSync(join(folder, 'sidebar.json'), JSON.stringify(sidebarOf(pages)));
  return folder;
}

const systemOf = (address: string): string => address.split('/')[1] ?? '';

/** The links of the longest sidebar among the pages. */
function sidebarOf(pages: readonly Page[]): { label: string; link: string }[] {
  const all = pages.map((page) => {
    const inSidebar = new RegExp('<nav class="sidebar.*?</nav>', 's').exec(page.html)?.[0] ?? '';
    return named(page, 'a')
      .map((it) => ({ label: textOf(it).trim(), link: attribute(it, 'href') ?? '' }))
      .filter(({ label, link }) => label !== '' && link.startsWith('/') && inSidebar.includes(`href="${link}"`));
  });
  const longest = all.sort((a, b) => b.length - a.length)[0] ?? [];
  return [...new Map(longest.map((it) => [it.link, it])).values()];
}

/** MDX with our components turned into Markdown. Throws when a component is left. */
function plain(mdx: string, system: string, entries: Entries): string {
  const says = (cite: readonly Citation[]) => `(${cite.map((it) => whereOf(entries, it).text).join('; ')})`;
  const text = mdx
    .replace(/^import .*\n/gm, '')
    .replace(
      /<Cite ([^>]*)>(.*?)<\/Cite>/gs,
      (_, attributes: string, words: string) => ` (${words}: ${says([citationOf(attributes, system, entries)]).slice(1)}`,
    )
    .replace(/<Rule id="([^"]+)" \/>/g, (_, id: string) => {
      const { statement, cite } = find(entries, 'rules', id)!.data;
      return `${id}: ${statement} ${says(cite)}`;
    })
    .replace(/<Drift id="([^"]+)" \/>/g, (_, id: string) => {
      const { documented, observed } = find(entries, 'drift', id)!.data;
      return `As documented: ${documented.text} ${says(documented.cite)}\n\nAs found: ${observed.text} ${says(observed.cite)}`;
    });
  const left = /<[A-Z]\w*/.exec(text)?.[0];
  if (left) throw new Error(`${left}> is a component that this test cannot turn into text: weigh another page`);
  return text;
}

/** What a `<Cite>` cites, as a record would say it. */
function citationOf(attributes: string, system: string, entries: Entries): Citation {
  const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
  const at = value('at');
  const kind = at === undefined ? 'primary' : 'upstream';
  const own = entries.sources.find(
    (it) => it.data.system === system && it.data.kind === kind && (at === undefined || it.id === `${system}-upstream`),
  );
  const source = value('source') ?? own?.id ?? '';
  const [from = 0, to = from] = (value('lines') ?? '').split('-').map(Number);
  const lines: Citation = { source, ...(value('lines') !== undefined && { lines: [from, to] }) };
  const [whole, absent] = [value('whole'), value('absent')];
  if (at === undefined) return lines;
  return { ...lines, commit: at, path: value('path') ?? '', ...(whole && { whole: whole as 'file' }), ...(absent && { absent }) };
}
