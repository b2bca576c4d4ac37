/** Which schema belongs to which collection: the one table that readers, checks and the public interface share. */
import type { z } from 'astro/zod';
import { architecture, type Architecture } from './architecture.ts';
import { drift, type Drift } from './drift.ts';
import type { CollectionName } from './evidence.ts';
import { term, type Term } from './glossary.ts';
import { lab, type Lab } from './labs.ts';
import { milestone, type Milestone } from './milestones.ts';
import { path, type Path } from './paths.ts';
import { platform, type Platform } from './platforms.ts';
import { rule, type Rule } from './rules.ts';
import { source, type Source } from './sources.ts';
import { system, type System } from './systems.ts';
import { task, type Task } from './tasks.ts';

/** What an entry of each collection holds. */
export interface Records {
  systems: System;
  platforms: Platform;
  milestones: Milestone;
  architecture: Architecture;
  rules: Rule;
  glossary: Term;
  sources: Source;
  drift: Drift;
  tasks: Task;
  labs: Lab;
  paths: Path;
}

export const schemas = {
  systems: system,
  platforms: platform,
  milestones: milestone,
  architecture,
  rules: rule,
  glossary: term,
  sources: source,
  drift,
  tasks: task,
  labs: lab,
  paths: path,
} satisfies { [Name in CollectionName]: z.ZodType<Records[Name]> };
