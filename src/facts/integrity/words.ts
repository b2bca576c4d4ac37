/** Words: a rule names a property in the model's own words, one word leads to one term, and each term is used. */
import { everyEntry, type Entries, type Entry, type FieldPath, type Problem } from '../entries.ts';
import { nearest } from '../nearest.ts';
import { onceForEach } from '../once-for-each.ts';
import type { Models } from './models.ts';
import type { Prose } from './page-content.ts';

/** A name that a record gives is one that the model has. */
function missingName({ file }: Entry, field: FieldPath, model: string, what: string, name: string, known: readonly string[]): Problem[] {
  if (known.includes(name)) return [];
  const meant = nearest(name, known);
  return [
    {
      file,
      field,
      says: `the model ${model} has no ${what} '${name}'`,
      fix: meant ? `Did you mean '${meant}'?` : known.length > 0 ? `It has: ${known.join('; ')}.` : `It has none.`,
    },
  ];
}

export const missingProperties = (entries: Entries, models: Models): Problem[] =>
  entries.rules.flatMap((entry) =>
    entry.data.checkedBy.flatMap(({ model, property }, i) => {
      const known = models.get(model)?.properties;
      return known ? missingName(entry, ['checkedBy', i, 'property'], model, 'property', property, known) : [];
    }),
  );

/** A difference is shown by a fault of a model of its own system. */
export const missingFaults = (entries: Entries, models: Models): Problem[] =>
  entries.drift.flatMap((entry): Problem[] => {
    const { shownBy, system } = entry.data;
    const known = shownBy && models.get(shownBy.model)?.faults;
    if (!shownBy || !known) return [];
    if (shownBy.model.startsWith(`${system}/`))
      return missingName(entry, ['shownBy', 'fault'], shownBy.model, 'fault', shownBy.fault, known);
    return [
      {
        file: entry.file,
        field: ['shownBy', 'model'],
        says: `${shownBy.model} is a model of another system`,
        fix: `Name one whose id begins with ${system}/.`,
      },
    ];
  });

/** One word leads to one term. */
export function glossaryClashes(entries: Entries): Problem[] {
  const first = new Map<string, string>();
  return entries.glossary.flatMap((entry) =>
    [entry.data.term, ...entry.data.aliases].flatMap((word) => {
      const key = word.toLowerCase();
      const earlier = first.get(key);
      first.set(key, entry.id);
      return earlier && earlier !== entry.id
        ? [
            {
              file: entry.file,
              field: ['aliases'],
              says: `'${word}' already leads to ${earlier}`,
              fix: 'Keep it in one of the two, and put the other under seeAlso.',
            },
          ]
        : [];
    }),
  );
}

/** A term that nothing uses explains nothing. */
export function unusedTerms(entries: Entries, prose: readonly Prose[]): Problem[] {
  const everything = [...prose.map((it) => it.text), ...textsOf(entries).map((it) => it.text)].join('\n').toLowerCase();
  return entries.glossary
    .filter(({ data }) => ![data.term, ...data.aliases].some((word) => everything.includes(word.toLowerCase())))
    .map(({ file, data }) => ({
      file,
      field: ['term'],
      says: `no page and no record uses '${data.term}'`,
      fix: 'Use it where it is meant, or take the term out.',
    }));
}

/** A word that the glossary says not to use is used nowhere. */
export function avoidedWords(entries: Entries, prose: readonly Prose[]): Problem[] {
  const texts = [...prose.map((it) => ({ ...it, field: [] as FieldPath })), ...textsOf(entries)];
  return entries.glossary.flatMap(({ data }) =>
    data.avoid.flatMap((word) => {
      const found = new RegExp(`(?<!\\w)${word.replace(/[^\w\s]/g, '\\$&')}(?!\\w)`);
      return texts
        .filter(({ text }) => found.test(text))
        .map(({ file, field }) => ({ file, field, says: `'${word}' is a word that the glossary avoids`, fix: `Write '${data.term}'.` }));
    }),
  );
}

interface Text {
  readonly file: string;
  readonly field: FieldPath;
  readonly text: string;
}

/** Every sentence of every record but the glossary's own. */
const textsOf = (entries: Entries): Text[] =>
  everyEntry(entries)
    .filter((entry) => entry.collection !== 'glossary')
    .flatMap(textsOfOne);

const textsOfOne = onceForEach(({ file, data }: Entry): readonly Text[] => {
  const walk = (value: unknown, field: FieldPath): Text[] => {
    if (typeof value === 'string') return [{ file, field, text: value }];
    if (typeof value !== 'object' || value === null) return [];
    const pairs: [string | number, unknown][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
    return pairs.flatMap(([key, inner]) => (key === 'cite' || key === 'lineHashes' ? [] : walk(inner, [...field, key])));
  };
  return walk(data, []);
});
