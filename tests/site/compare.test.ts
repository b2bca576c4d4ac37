/** The compare page: every question answered by every system, on its ground, without any script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questions } from '../../src/schemas/systems.ts';
import { attribute, dist, named, readSite, textOf, type Element } from './built-site.ts';

interface Answer {
  readonly text: string;
  readonly basis?: string;
  readonly why?: string;
  readonly cite: readonly object[];
  readonly differs?: readonly string[];
}
interface System {
  readonly id: string;
  readonly title: string;
  readonly answers: Readonly<Record<string, Answer>>;
}
interface Claim {
  readonly text: string;
  readonly cite: readonly object[];
}
interface Drift {
  readonly id: string;
  readonly system: string;
  readonly documented: Claim;
  readonly observed: Claim;
}
const read = <T>(name: string) =>
  (JSON.parse(readFileSync(join(dist, `api/v1/${name}.json`), 'utf8')) as { records: readonly T[] }).records;
const systems = read<System>('systems');
const drift = new Map(read<Drift>('drift').map((it) => [it.id, it]));
const page = readSite(dist).pages.find(({ address }) => address === 'compare/')!;
const sections = named(page, 'section').filter((it) => questions.includes(attribute(it, 'id') as (typeof questions)[number]));
/** Everything that lies inside an element. */
const below = (element: Element): Element[] => element.childNodes.flatMap((it) => ('tagName' in it ? [it, ...below(it)] : []));
/** As a page reads aloud what a record says: without the marks of code. */
const plain = (text: string) => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();

test('each question has its address, in the order of the questions', () => {
  expect(sections.map((it) => attribute(it, 'id'))).toEqual([...questions]);
});

describe.each(questions)('%s', (question) => {
  const section = sections.find((it) => attribute(it, 'id') === question)!;
  const said = plain(textOf(section));

  test('is answered by every system, with its sources', () => {
    for (const { title, answers } of systems) {
      expect(said).toContain(title);
      expect(said).toContain(plain(answers[question]!.text));
    }
    const cited = ({ cite, differs = [] }: Answer) =>
      [cite, ...differs.flatMap((it) => [drift.get(it)!.documented.cite, drift.get(it)!.observed.cite])].flat().length;
    const links = below(section)
      .filter((it) => attribute(it, 'class') === 'source')
      .map((it) => below(it).filter(({ tagName }) => tagName === 'a').length);
    expect(links.reduce((sum, it) => sum + it, 0)).toBe(systems.reduce((sum, { answers }) => sum + cited(answers[question]!), 0));
  });

  test('says why where the answer is unknown or concluded', () => {
    for (const { answers } of systems) if (answers[question]!.why) expect(said).toContain(plain(answers[question]!.why));
  });

  test('shows both clocks where they differ, each difference of the same system', () => {
    for (const { id, answers } of systems)
      for (const name of answers[question]!.differs ?? []) {
        const it = drift.get(name)!;
        expect(it.system).toBe(id);
        expect(said).toContain(plain(it.documented.text));
        expect(said).toContain(plain(it.observed.text));
      }
  });
});

test('some answers have both clocks', () => {
  const differing = systems.flatMap(({ answers }) => Object.values(answers)).filter(({ differs = [] }) => differs.length > 0);
  expect(differing.length).toBeGreaterThan(20);
});
