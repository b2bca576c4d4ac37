/** A copy of each lab in Markdown, beside its page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toldSolution } from '../../components/learn/lab-solution.ts';
import { kindWords } from '../../components/learn/lab-words.ts';
import { labMarkdown } from '../../exports/markdown/lab.ts';
import { ground } from '../../exports/prose-pages.ts';
import { loadMechanism } from '../../mechanisms/registry.ts';
import { entries } from '../../records/catalogue.ts';

export const getStaticPaths = (() =>
  entries.labs.map((entry) => ({ params: { lab: entry.id }, props: { entry } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const { entry } = props as ReturnType<typeof getStaticPaths>[number]['props'];
  const { data } = entry;
  // What the page of a lab does not tell, its copy does not tell either.
  const { says, code } = data.kind === 'find' ? { says: [], code: undefined } : await toldSolution(data, await loadMechanism(data.model));
  return new Response(labMarkdown(entry, { kind: kindWords[data.kind], solution: says, code }, ground), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
