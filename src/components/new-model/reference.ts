/** The order in which the language is told, and which example shows each part. What is told comes from the doc comments of the declarations. */
import type { Declaration, LanguageReference, Part } from 'virtual:orrery/language-reference';

/** One part of the language, and where it is declared. */
interface Wanted {
  /** Of an export, or of what `within` declares. */
  readonly name: string;
  /** The declaration that it is a field or a method of. */
  readonly within?: string;
  /** The declarations whose fields and methods are told with it: of what it takes, or of its values. */
  readonly parts?: readonly string[];
  /** The file in `examples`. */
  readonly example: string;
}
interface Group {
  readonly slug: string;
  readonly title: string;
  /** Why there is such a thing, in a sentence or two. */
  readonly says: string;
  readonly entries: readonly Wanted[];
}

export interface Entry extends Part {
  /** Its fragment in the page. */
  readonly slug: string;
  readonly parts: readonly Part[];
  readonly example: string;
  /** Whether an entry before it has the same example. */
  readonly isShownBefore: boolean;
}

const kind = (name: string, ...parts: readonly string[]): Wanted => ({ name, parts, example: name });
const ofAction = (name: string, example: string): Wanted => ({ name, within: 'ActionSpec', example });
const ofModel = (name: string, example: string, ...parts: readonly string[]): Wanted => ({ name, within: 'Model', parts, example });
const type = (example: string, ...names: readonly string[]): Wanted[] => names.map((name) => ({ name, example }));

const groups: readonly Group[] = [
  {
    slug: 'frame',
    title: 'A model and its parts',
    says: 'A file declares a mechanism, makes actions on it, and exports the model that holds them together. All of it is data and small pure functions.',
    entries: [
      { name: 'mechanism', example: 'mechanism' },
      { name: 'action', within: 'Declared', parts: ['ActionSpec'], example: 'action' },
      { name: 'model', within: 'Declared', parts: ['Model'], example: 'model' },
    ],
  },
  {
    slug: 'kinds',
    title: 'Kinds: what a state is made of',
    says: 'Each kind has finitely many values, so that a whole state is a few bits and all states can be visited. There are no texts, fractions or maps.',
    entries: [
      kind('bool'),
      kind('range'),
      kind('bits'),
      kind('oneOf'),
      kind('id'),
      kind('table'),
      kind('orderedTable'),
      kind('option'),
      kind('flags', 'Members'),
      kind('setOf'),
      kind('tuple'),
      kind('queue', 'QueueValue'),
      kind('list', 'ListValue'),
      kind('perId', 'Mapping'),
    ],
  },
  {
    slug: 'properties',
    title: 'Properties: what must hold',
    says: 'A check visits every state. What it finds against a property is the shortest run that leads there.',
    entries: [
      ofModel('always', 'model'),
      ofModel('sometimes', 'model'),
      ofModel('eventually', 'eventually', 'Leads'),
      ofModel('final', 'model'),
      ofAction('fair', 'fair'),
      ofAction('fairFor', 'fair'),
    ],
  },
  {
    slug: 'faults',
    title: 'Faults: what may go wrong',
    says: 'A fault is declared with the mechanism and is off until the reader switches it on, so that a rule can be seen to need what it rests on.',
    entries: [
      { name: 'Fault', parts: ['DroppingFault'], example: 'fault' },
      { name: 'drops', within: 'DroppingFault', example: 'drops' },
      { name: 'times', within: 'CountedFault', example: 'times' },
      ofAction('fault', 'times'),
    ],
  },
  {
    slug: 'effects',
    title: 'In an effect, and beside it',
    says: 'What an effect may call, and what an action tells to other tools.',
    entries: [
      { name: 'insist', example: 'insist' },
      { name: 'clear', example: 'clear' },
      ofAction('lanes', 'lanes'),
      ofAction('cite', 'about'),
    ],
  },
  {
    slug: 'runs',
    title: 'Runs: what is told and expected',
    says: 'A scenario is a run with a title and an end; what a search must find is its exact result. Both are played, and both are tests.',
    entries: [
      { name: 'scenariosOf', parts: ['Scenario'], example: 'scenariosOf' },
      { name: 'withRuns', parts: ['Runs'], example: 'withRuns' },
      { name: 'Expected', parts: ['Searched', 'Expect', 'ExpectViolation', 'ExpectLasso'], example: 'withRuns' },
    ],
  },
  {
    slug: 'types',
    title: 'Types, for functions beside it',
    says: 'A model needs none of them. Functions that several actions share, pictures and tools do, so that a misspelt name is an error there too.',
    entries: [
      ...type('helpers', 'RowIn', 'StateIn', 'ConfigIn'),
      ...type('beside', 'StateOf', 'ConfigOf', 'KindOf', 'ActionOf', 'InvariantOf', 'RuleOf'),
      { name: 'About', parts: ['About'], example: 'about' },
      ...type('about', 'Basis', 'Group', 'groups'),
      { name: 'PictureMoment', parts: ['PictureMoment'], example: 'about' },
      { name: 'Try', parts: ['Try'], example: 'about' },
      { name: 'Parameter', parts: ['Parameter'], example: 'tools' },
      ...type('tools', 'Parameters', 'Scalar', 'Schema', 'Action', 'Actions', 'Mechanism', 'MechanismWithRuns', 'Erased'),
    ],
  },
];

export interface ReferenceGroup extends Omit<Group, 'entries'> {
  readonly entries: readonly Entry[];
}

/** The language in the order in which it is told. Throws where the order names what is not declared. */
export function referenceGroups(language: LanguageReference): ReferenceGroup[] {
  const shown = new Set<string>();
  const own = new Set(groups.flatMap(({ entries }) => entries.flatMap(({ name, within }) => (within ? [`${within}.${name}`] : []))));
  return groups.map((group) => ({
    ...group,
    entries: group.entries.map((wanted) => {
      const { name, form, says } = partOf(language, wanted);
      const isShownBefore = shown.has(wanted.example);
      shown.add(wanted.example);
      const parts = partsOf(language, wanted).filter(([of, part]) => !own.has(`${of}.${part.name}`));
      return { slug: `language-${name}`, name, form, says, parts: parts.map(([, part]) => part), example: wanted.example, isShownBefore };
    }),
  }));
}

function declaration({ declared }: LanguageReference, name: string): Declaration {
  if (!Object.hasOwn(declared, name)) throw new Error(`The language declares no '${name}'.`);
  return declared[name]!;
}

function partOf(language: LanguageReference, { name, within }: Wanted): Part {
  if (within === undefined) return declaration(language, name);
  const found = declaration(language, within).parts.find((it) => it.name === name);
  if (!found) throw new Error(`'${within}' has no '${name}'.`);
  return found;
}

/** A function that takes a record is told with its fields; `clear` takes any row. */
function partsOf(language: LanguageReference, { name, within, parts = [] }: Wanted): [of: string, part: Part][] {
  const taken = within === undefined && name === 'mechanism' ? [name] : [];
  return [...taken, ...parts].flatMap((of) => declaration(language, of).parts.map((part): [string, Part] => [of, part]));
}
