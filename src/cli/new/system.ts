/** A new system: its primary source, its record with every answer unknown, and an accent that no other has. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Entries } from '../../facts/entries.ts';
import { questions } from '../../schemas/systems.ts';
import { freeAccent, type Accent } from '../../styles/accent.ts';
import { accentsIn, customProperties } from '../../styles/palette.ts';
import { WrongCall } from '../command/command.ts';
import { readRegularFile } from '../command/files.ts';
import { measure } from '../command/measure.ts';
import { quoted } from '../command/yaml.ts';
import { slugOf, titleOf } from './ground.ts';
import type { Plan } from './plan.ts';

export interface SystemWishes {
  readonly title: string | undefined;
  /** A copy of the primary source. */
  readonly source: string | undefined;
  /** Where the repository is read. */
  readonly web: string | undefined;
  /** The calendar day of the call. */
  readonly today: string;
}

const NOT_READ = 'The source has not been read for this yet.';
/** No name below .invalid can ever lead anywhere (RFC 2606). */
const nowhere = (id: string): string => `https://${id}.invalid/`;

export function planSystem(plan: Plan, entries: Entries, name: string, wishes: SystemWishes): void {
  const id = slugOf('the id of a system', name);
  if (/^(all|new|index)$/.test(id)) throw new WrongCall(`'${id}' cannot be the id of a system: an address of the site has this name.`);
  if (wishes.web !== undefined && !/^https:\/\/[^\s/]+\.[^\s]+$/.test(wishes.web))
    throw new WrongCall(`--web is an address that begins with https://, and '${wishes.web}' is none.`);
  const title = wishes.title ?? titleOf(id);
  plan.write(`src/content/sources/${id}-readme.yaml`, sourceRecord(id, title, wishes.source));
  plan.write(`src/content/systems/${id}.yaml`, systemRecord(entries, id, title, wishes));
  addAccent(plan, id);
  plan.note('src/drawing/marks.ts', 'const own', `draw a mark for ${id}, or keep the ring with its first letter`);
}

const mostBytes = 16 * 1024 * 1024;

/** Reads a copy of a document. Throws a WrongCall where there is nothing to cite. */
function readDocument(path: string): Buffer {
  const found = readRegularFile(path, mostBytes);
  if ('why' in found) throw new WrongCall(`${path}: ${found.why}.`);
  if (found.bytes.length === 0) throw new WrongCall(`${path} is empty, so there is nothing to cite.`);
  return found.bytes;
}

/** The fields of a source's record that are measured on a document, as YAML. */
export const measuredFields = (path: string): string => fieldsOf(basename(path), readDocument(path));

function fieldsOf(file: string, bytes: Buffer): string {
  const { sha256, hashes } = measure(bytes);
  const rows = Array.from({ length: Math.ceil(hashes.length / 16) }, (_, i) => `  ${hashes.slice(16 * i, 16 * i + 16).join(' ')}`);
  return [`file: ${quoted(file)}`, `sha256: ${sha256}`, `lineCount: ${hashes.length}`, 'lineHashes: |', ...rows, ''].join('\n');
}

/** The record of the given copy, or of a document that holds one empty line. */
function sourceRecord(id: string, title: string, path: string | undefined): string {
  const bytes = path === undefined ? Buffer.from('\n') : readDocument(path);
  const lines = measure(bytes).hashes.length;
  const what =
    path === undefined
      ? 'A placeholder of one empty line, until the document is there. @@ put the document into the folder that npm run sources is given; npm run new -- source <file> prints what belongs below'
      : 'What the document is in the project has not been written down yet. @@ what the document is in the project: a README, an architecture document';
  const ignored =
    lines > 1
      ? `ignored:\n  - { lines: [2, ${lines}], why: Not read yet. } @@ cite each line in the record of what it states, and set aside what states nothing`
      : 'ignored: []';
  return `kind: primary
system: ${id}
title: ${quoted(`README of ${title}`)}
what: ${what}
age: Unknown; nobody has looked for its date yet. @@ what is known of its age
damage: []
${ignored}
${fieldsOf(path === undefined ? `${id}-readme.txt` : basename(path), bytes)}`;
}

function systemRecord(entries: Entries, id: string, title: string, { web, today }: SystemWishes): string {
  const order = 1 + Math.max(0, ...entries.systems.map((it) => it.data.order));
  const cite = `cite: [{ source: ${id}-readme, lines: [1, 1] }]`;
  const unknown = (key: string, text: string, note: string) =>
    `${key}:\n  text: ${text} @@ ${note}\n  basis: unknown\n  why: ${NOT_READ}\n  ${cite}`;
  return `title: ${quoted(title)}
order: ${order}
${unknown('summary', 'What it is has not been written down yet.', 'what it is, in one short sentence without the name')}
${unknown('tagline', 'Not read yet', 'two to five words beside the summary')}
builtWith:
  label: Unknown @@ languages and versions, as the source names them
  text: The languages are unknown.
  basis: unknown
  why: ${NOT_READ}
  ${cite}
${unknown('licence', 'The licence is unknown.', 'its licence')}
${unknown('kernelKind', 'The kind of its kernel is unknown.', 'the kind of its kernel')}
documented:
  mark: unknown @@ the state of the project as its source shows it
  label: Not read yet
  text: The state of the project, as its source shows it, has not been read yet.
  ${cite}
upstream:
  - asOf: undated
    state: unknown @@ what its repository shows, with the commit and its date
    text: Its repository has not been read yet.
    ${cite}
repository:
  web: ${web ?? nowhere(id)}${web === undefined ? ' @@ the address of its repository; this one leads nowhere' : ''}
  text: ${web === undefined ? 'No address of a repository is known yet; the one here leads nowhere.' : 'The repository, which has not been read yet.'}
  ${cite}
goals: [] @@ what it wants
nonGoals: [] @@ what it does not want
statements: [] @@ whatever else its sources state of it as a whole
answers:
${questions.map((name) => `  ${name}:\n    text: The answer has not been written down yet.${name === questions[0] ? ' @@ the answers to the questions that are put to every system' : ''}\n    basis: unknown\n    why: ${NOT_READ}\n    ${cite}`).join('\n')}
start:
  needs: []
  commands: [] @@ how one begins: what is needed, typed and worth knowing
  contributing: []
  beware: []
  compared: '${today}'
milestones: []
platforms: []
`;
}

const surfaces = ['ground', 'plate', 'well', 'raised'];

function addAccent(plan: Plan, id: string): void {
  const read = (name: string): string => readFileSync(join(plan.root, 'src/styles', name), 'utf8');
  const tokens = read('tokens.css');
  const of = (selector: string): string[] => {
    const found = customProperties(tokens, selector);
    return surfaces.flatMap((name) => found[name] ?? []);
  };
  const taken = Object.values(accentsIn(read('accents.css'))).map((it): Accent => ({
    onPaper: it['accent-on-paper']!,
    onInk: it['accent-on-ink']!,
  }));
  const accent = freeAccent(taken, { paper: of(":root[data-theme='light']"), ink: of(':root') });
  const file = 'src/styles/accents.css';
  if (!accent) {
    plan.note(file, 'The next system goes above', `no colour is free that every eye tells from the others, so ${id} is drawn in ink`);
    return;
  }
  const rule = `.${id} {\n  --accent-on-paper: ${accent.onPaper};\n  --accent-on-ink: ${accent.onInk};\n}`;
  plan.insertBefore(file, 'The next system goes above', rule);
  plan.note(file, `.${id} {`, 'another accent, if you like; the test beside it measures it');
}
