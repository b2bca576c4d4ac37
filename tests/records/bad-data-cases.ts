/** Bad records, one fault each, and what a contributor is told: the file, the line, the field, what is wrong, what to do. */

import type { BadData } from './bad-case.ts';

const milestone = (order: number, more: string): string => `system: starina
order: ${order}
label: Trial ${order}
title: A trial of the check
goal:
  text: See that the check bites.
  cite: [{ source: starina-readme, lines: [40, 40] }]
${more}`;
const status = `status:
  - asOf: undated
    status: complete
    cite: [{ source: starina-readme, lines: [40, 40] }]
`;
const rest = 'deliverables: []\n';
const trial = (name: string): string => `milestones/starina/starina-trial${name}.yaml`;
const needs = (id: string, line = 40): string =>
  `needs:\n  - milestone: ${id}\n    basis: derived\n    why: The text says so.\n    cite: [{ source: starina-readme, lines: [${line}, ${line}] }]\n`;

/** The system lists its milestones; a trial that it did not list would be a second fault. */
const listing = (...ids: string[]) => ({
  'systems/starina.yaml': (text: string) => text.replace(/^milestones:\n/m, (key) => key + ids.map((id) => `  - starina-${id}\n`).join('')),
});

export const badData: readonly BadData[] = [
  {
    name: 'a misspelt key',
    files: { ...listing('trial'), [trial('')]: milestone(90, `${status}needs: []\ndeliverabels: []\n`) },
    builds: true,
    file: trial(''),
    line: 'deliverabels',
    says: "deliverabels: 'deliverabels' is not a key here\n    Did you mean 'deliverables'?",
  },
  {
    name: 'a dangling reference',
    files: { ...listing('trial'), [trial('')]: milestone(90, status + needs('starina-roadmpa-3') + rest) },
    builds: false,
    file: trial(''),
    line: 'starina-roadmpa-3',
    says: "needs[0].milestone: there is no 'starina-roadmpa-3' in milestones\n    Did you mean 'starina-roadmap-3'? If not, add a file to src/content/milestones/.",
  },
  {
    name: 'a circle of dependencies',
    files: {
      ...listing('trial-one', 'trial-two'),
      [trial('-one')]: milestone(90, status + needs('starina-trial-two') + rest),
      [trial('-two')]: milestone(91, status + needs('starina-trial-one') + rest),
    },
    builds: true,
    file: trial('-one'),
    line: 'milestone: starina-trial-two',
    says: 'needs[0]: a circle of needs: starina-trial-one needs starina-trial-two needs starina-trial-one\n    Take out the need that is not so.',
  },
  {
    name: 'partial without a note',
    files: { ...listing('trial'), [trial('')]: milestone(90, `${status.replace('complete', 'partial')}needs: []\n${rest}`) },
    builds: false,
    file: trial(''),
    line: 'asOf',
    says: 'status[0].note: a partial or moved status needs a note that says which part, or where to\n    Add it; src/schemas/milestones.ts says what it means.',
  },
  {
    name: 'unknown without a why',
    files: { ...listing('trial'), [trial('')]: milestone(90, `${status.replace('complete', 'unknown')}needs: []\n${rest}`) },
    builds: false,
    file: trial(''),
    line: 'asOf',
    says: 'status[0].why: an unknown or inferred status needs a why\n    Add it; src/schemas/milestones.ts says what it means.',
  },
  {
    name: 'a duplicate id',
    files: {
      ...listing('trial'),
      [trial('')]: milestone(90, `${status}needs: []\n${rest}`),
      [trial('').replace('starina/', 'starina/later/')]: milestone(91, `${status}needs: []\n${rest}`),
    },
    builds: false,
    file: trial(''),
    line: 'system: starina',
    says: `(the whole file): the id 'starina-trial' is taken by src/content/${trial('').replace('starina/', 'starina/later/')}\n    Rename one of the two files: the file name is the id.`,
  },
  {
    name: 'a record that is lost',
    files: { 'milestones/starina/starina-roadmap-9.yaml': undefined },
    builds: false,
    file: 'systems/starina.yaml',
    line: 'starina-roadmap-9',
    says: "milestones[8]: there is no 'starina-roadmap-9' in milestones\n    Did you mean 'starina-roadmap-1'? If not, add a file to src/content/milestones/.",
  },
  {
    name: 'a record that its system does not list',
    files: { [trial('')]: milestone(90, `${status}needs: []\n${rest}`) },
    builds: false,
    file: trial(''),
    line: 'system: starina',
    says: "system: src/content/systems/starina.yaml does not list 'starina-trial'\n    Add it there under milestones.",
  },
  {
    name: 'a citation past the end of the source',
    files: { ...listing('trial'), [trial('')]: milestone(90, status + needs('starina-roadmap-3', 53) + rest) },
    builds: false,
    file: trial(''),
    line: '[53, 53]',
    says: "needs[0].cite[0]: a citation ends at line 53, and 'starina-readme' has 52 lines\n    Correct the lines: the first one of the file is 1.",
  },
  {
    name: 'a date that does not exist',
    files: { ...listing('trial'), [trial('')]: milestone(90, `${status.replace('undated', "'2025-02-29'")}needs: []\n${rest}`) },
    builds: false,
    file: trial(''),
    line: '2025-02-29',
    says: 'status[0].asOf: must be a day that exists, written "2026-08-21", or the word undated\n    Correct it; src/schemas/milestones.ts says what is allowed.',
  },
  {
    name: 'a line that nothing cites',
    files: {
      'sources/starina-readme.yaml': (text) =>
        text.replace('lineCount: 52', 'lineCount: 53').replace(/(\n {2}[0-9a-f]{6}.*)\n(?! {2}[0-9a-f]{6})/, '$1 123abc\n'),
    },
    builds: false,
    file: 'sources/starina-readme.yaml',
    line: 'ignored:',
    says: 'ignored: no record cites line 53 of 001_3df6de88eb66d396.txt\n    Cite it in the record of what it states, or set it aside here: { lines: [from, to], why }.',
  },
  {
    name: 'a step of a flow on a relation that does not exist',
    files: { 'architecture/starina.yaml': (text) => text.replace(/(flows:\n(?:.*\n)*?.*relation: )[\w-]+/, '$1carrier-pigeon') },
    builds: false,
    file: 'architecture/starina.yaml',
    line: 'carrier-pigeon',
    says: "flows[0].steps[0].relation: there is no relation 'carrier-pigeon'\n    Add the relation to this file.",
  },
  {
    name: 'a rule that names a property its model lacks',
    files: {
      'rules/themelios/themelios.capability.grant-is-subset.yaml': (text) =>
        text.replace('rights never grow down a derivation', 'rights never grows down a derivation'),
    },
    builds: false,
    file: 'rules/themelios/themelios.capability.grant-is-subset.yaml',
    line: 'rights never grows',
    says: "checkedBy[0].property: the model themelios/capability-space has no property 'rights never grows down a derivation'\n    Did you mean 'rights never grow down a derivation'?",
  },
];
