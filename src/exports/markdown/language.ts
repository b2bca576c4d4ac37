/** The page of a blank model in Markdown: the walk through the language of models, and its reference with every example. */
import type { RootContent } from 'mdast';
import type { Written } from '../../components/new-model/written.ts';
import { code, heading, list, paragraph, section, strong } from './nodes.ts';

const block = (value: string): RootContent => ({ type: 'code', lang: 'ts', value });

/** `depth` is that of its title. */
export function languageBlocks({ title, says, walk, groups, examples }: Written, depth: number): RootContent[] {
  const steps = walk.flatMap((step) => [
    heading(depth + 2, `${step.number}. ${step.title}`),
    paragraph(step.says),
    block(step.adds),
    paragraph(step.sees),
  ]);
  return [
    heading(depth, title),
    paragraph(says),
    ...section(depth + 1, 'A walk through the language', steps),
    ...groups.flatMap((group) => [heading(depth + 1, group.title), paragraph(group.says), ...group.entries.flatMap(entry)]),
  ];

  function entry({ name, form, says: told, parts, example, isShownBefore }: Written['groups'][number]['entries'][number]): RootContent[] {
    const { title: called, says: shows, code: text } = examples[example]!;
    return [
      heading(depth + 2, code(name)),
      ...(form === name ? [] : [paragraph(code(form))]),
      paragraph(told),
      ...(parts.length === 0 ? [] : [list(parts.map((part) => [code(part.form), ': ', part.says]))]),
      ...(isShownBefore ? [paragraph(`Example: ${called}, above.`)] : [paragraph(strong(`Example: ${called}.`), ' ', shows), block(text)]),
    ];
  }
}
