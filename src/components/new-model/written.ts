/** What the page of a blank model tells, in words: the walk and the reference, for the page and for its copies. */
import { language } from 'virtual:orrery/language-reference';
import type { Mechanism } from '../../engine/language.ts';
import { model as action } from './lock/action.ts';
import { model as fault } from './lock/fault.ts';
import { model as rule } from './lock/rule.ts';
import { model as scenario } from './lock/scenario.ts';
import { model as state } from './lock/state.ts';
import { referenceGroups, type ReferenceGroup } from './reference.ts';
import { examples, lock } from './texts.ts';
import { stepNames, walkSteps, type StepName, type WalkStep } from './walk.ts';

const models: Readonly<Record<StepName, Mechanism>> = { state, action, rule, fault, scenario };

/** An example as it is shown. */
export interface Example {
  /** What it shows, from its own header. */
  readonly says: string;
  /** The file without its header. */
  readonly code: string;
  /** What the model is called. */
  readonly title: string;
}

export interface Written {
  readonly title: string;
  /** The lead of the page. */
  readonly says: string;
  readonly walk: readonly WalkStep[];
  readonly groups: readonly ReferenceGroup[];
  /** By the names of their files. */
  readonly examples: Readonly<Record<string, Example>>;
}

export async function written(): Promise<Written> {
  const texts = Object.fromEntries(await Promise.all(stepNames.map(async (name) => [name, await lock[name]!()] as const)));
  const shown = await Promise.all(Object.entries(examples).map(async ([name, load]) => [name, exampleOf(await load())] as const));
  return {
    title: 'Write a model',
    says: 'A model of your own: typed as you write it, run step by step, and checked in every state it can reach, in this page and nowhere else.',
    walk: walkSteps(texts as Record<StepName, string>, models),
    groups: referenceGroups(language),
    examples: Object.fromEntries(shown),
  };
}

function exampleOf(text: string): Example {
  const [header = ''] = /^\/\*\*.*?\*\/\n/s.exec(text) ?? [];
  const says = header
    .replaceAll(/^\/\*\*|\*\/\s*$|^ ?\*(?!\/)/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const title = /\btitle: '([^']+)'/.exec(text.slice(text.indexOf('.model(')))?.[1] ?? '';
  return { says, code: text.slice(header.length).trimEnd(), title };
}
