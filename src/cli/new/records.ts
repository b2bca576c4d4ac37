/** A new rule, milestone or platform of a system: what nobody has read yet is unknown, and says so. */
import type { Entries } from '../../facts/entries.ts';
import { WrongCall } from '../command/command.ts';
import { quoted } from '../command/yaml.ts';
import { groundOf, slugOf, titleOf } from './ground.ts';
import { withListed } from './list.ts';
import type { Plan } from './plan.ts';

const NOT_READ = 'The source has not been read for this yet.';

/** `rule aurora memory.one-owner`: the id is `aurora.memory.one-owner`. */
export function planRule(plan: Plan, entries: Entries, systemId: string, name: string, title: string | undefined): void {
  const { system, cite } = groundOf(entries, systemId);
  const parts = name.split('.').map((part) => slugOf('part of the name of a rule', part));
  if (parts.length < 2) throw new WrongCall(`A rule is named by what it is about and what it says, such as 'memory.${parts[0]}'.`);
  const id = `${system.id}.${name}`;
  plan.write(
    `src/content/rules/${system.id}/${id}.yaml`,
    `system: ${system.id}
statement: ${quoted(title ?? `What must hold (${titleOf(name)}) is not written yet.`)} @@ say in one sentence what must hold
modality: must @@ must, should, may or typical, as the source has it
basis: unknown @@ take basis and why out when a line states it
why: ${NOT_READ}
cite: ${cite} @@ cite the lines that say it
checkedBy: [] @@ name the properties of a model that check it
`,
  );
}

export function planMilestone(plan: Plan, entries: Entries, systemId: string, name: string, title: string | undefined): void {
  const { system, cite } = groundOf(entries, systemId);
  const id = `${system.id}-${slugOf('the name of a milestone', name)}`;
  const order = 1 + Math.max(0, ...entries.milestones.filter((it) => it.data.system === system.id).map((it) => it.data.order));
  plan.write(
    `src/content/milestones/${system.id}/${id}.yaml`,
    `system: ${system.id}
order: ${order}
label: Milestone ${order} @@ what the source calls it
title: ${quoted(title ?? titleOf(name))}
goal:
  text: Its goal is unknown. @@ its goal, in one sentence
  basis: unknown
  why: ${NOT_READ}
  cite: ${cite} @@ cite the lines that say it
status:
  - asOf: undated
    status: unknown @@ its status, as the source has it
    why: ${NOT_READ}
    cite: ${cite}
needs: [] @@ the milestones that must be there first
deliverables: [] @@ what it delivers
`,
  );
  plan.edit(system.file, (text) => withListed(text, 'milestones', id));
}

export const groups = ['virtual', 'board', 'machine', 'network'] as const;

export interface PlatformWishes {
  readonly title: string | undefined;
  readonly group: (typeof groups)[number] | undefined;
}

export function planPlatform(plan: Plan, entries: Entries, systemId: string, name: string, { title, group }: PlatformWishes): void {
  const { system, cite } = groundOf(entries, systemId);
  const target = slugOf('the name of a platform', name);
  const id = `${system.id}-${target}`;
  plan.write(
    `src/content/platforms/${system.id}/${id}.yaml`,
    `system: ${system.id}
title: ${quoted(title ?? titleOf(name))} @@ what the source calls it
target: ${target}
group: ${group ?? (target.startsWith('qemu') ? 'virtual' : 'machine')} @@ ${groups.join(', ')}: what kind of target it is
architecture: unknown @@ its processor
identifiers: [] @@ what is written on a command line for it
covers: []
states:
  - asOf: undated
    state: unknown @@ its state, as the source has it
    why: ${NOT_READ}
    cite: ${cite} @@ cite the lines that say it
statements: []
`,
  );
  plan.edit(system.file, (text) => withListed(text, 'platforms', id));
}
