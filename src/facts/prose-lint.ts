/**
 * The site's own prose: words that it does without, sentences that cannot be read at once, slips of marks and capitals. Nothing here looks at
 * whether a statement is true. It stops no build: `npm run facts` and a test tell it.
 */
import type { Entries, Problem } from './entries.ts';
import { avoided } from './prose-lint/avoided.ts';
import type { OwnText } from './prose-lint/own-text.ts';
import { findingsIn, type Finding, type Names } from './prose-lint/sentences.ts';

/** What is wrong with these texts, in their order. */
export function proseProblems(entries: Entries, texts: readonly OwnText[]): Problem[] {
  const names = namesIn(entries, texts);
  return texts.flatMap((it) => {
    const at = { file: it.file, field: it.field, ...(it.line === undefined ? {} : { line: it.line }) };
    return [...avoidedIn(it.text), ...findingsIn(it, names)].map((finding) => ({ ...at, ...finding }));
  });
}

const whole = (pattern: string, flags: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_/-])(?:${pattern})(?![\\p{L}\\p{N}_/-])`, flags);
const patterns = avoided.map(({ word, advice }) => ({ found: whole(word, 'giu'), advice }));
const any = whole(avoided.map(({ word }) => word).join('|'), 'iu');

const avoidedIn = (text: string): Finding[] =>
  any.test(text)
    ? patterns.flatMap(({ found, advice }) =>
        [...text.matchAll(found)].map(([word]) => ({ says: `'${word}' is a word that plain prose does without`, fix: advice })),
      )
    : [];

/** Names are known by how the site writes them: small as a term or the title of a part, large inside a sentence. */
function namesIn(entries: Entries, texts: readonly OwnText[]): Names {
  const titles = entries.architecture.flatMap(({ data }) => data.components.map((it) => it.title));
  const terms = entries.glossary.flatMap(({ data }) => [data.term, ...data.aliases]);
  const small = new Set(
    [...entries.systems.map(({ id }) => id), ...terms, ...titles, ...smallNames].filter((it) => /^\p{Ll}\S*$/u.test(it)),
  );
  const sentences = texts.filter(({ kind }) => kind !== 'title').map(({ text }) => text);
  const large = new Set(sentences.flatMap((text) => text.match(/(?<=[\p{L}\p{N},;(`] )\p{Lu}\p{Ll}+/gu) ?? []));
  const common = new Set(sentences.flatMap((text) => text.match(/(?<![\p{L}\p{N}_.-])\p{Ll}+(?![\p{L}\p{N}_])/gu) ?? []));
  return { small, isName: (word) => large.has(word) || largeNames.has(word) || !common.has(word.toLowerCase()) };
}

/** Names that are no term and no part, and are written small; and ordinary words that are the second word of a name: Docker Hub, Orange Pi 5 Plus. */
const smallNames = ['containerd', 'git', 'main'];
const largeNames: ReadonlySet<string> = new Set(['Hub', 'Plus']);
