/** A new page of prose about the architecture of a system. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entries } from '../../facts/entries.ts';
import { quoted } from '../command/yaml.ts';
import { groundOf, slugOf, titleOf } from './ground.ts';
import type { Plan } from './plan.ts';

export function planPage(plan: Plan, entries: Entries, systemId: string, name: string, title: string | undefined): void {
  const { system, line } = groundOf(entries, systemId);
  const folder = `src/content/docs/systems/${system.id}/architecture`;
  const called = title ?? (slugOf('the name of a page', name) === 'index' ? `The shape of ${system.data.title}` : titleOf(name));
  plan.write(
    `${folder}/${slugOf('the name of a page', name)}.mdx`,
    `---
title: ${quoted(called)}
description: ${quoted(`What the sources of ${system.data.title} say of this has not been written down yet.`)} @@ the lead: what the page teaches, in one or two sentences
sidebar:
  order: ${orderIn(join(plan.root, folder))}
---

import Cite from '~/components/spec/Cite.astro'; @@ import Rule, Drift (both from ~/components/spec/) or Simulation (~/components/simulation/) when you use them

## What is documented

It has not been written down yet.<Cite lines="${line}">where the source begins</Cite> @@ a sentence for each fact, and a citation behind it
`,
  );
}

/** One more than the highest place in the sidebar. */
function orderIn(folder: string): number {
  const files = existsSync(folder) ? readdirSync(folder).filter((it) => it.endsWith('.mdx')) : [];
  const orders = files.map((it) => Number(/^ {2}order: (\d+)$/m.exec(readFileSync(join(folder, it), 'utf8'))?.[1] ?? 0));
  return 1 + Math.max(0, ...orders);
}
