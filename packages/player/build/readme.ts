/** The sizes as the README tells them, in whole kB, so that a small change of a script changes no text. */
import type { Sizes } from './sizes.ts';

/** The same in kB of 1,000 bytes. */
export const toldSizes = (sizes: Sizes): Sizes =>
  Object.fromEntries(Object.entries(sizes).map(([name, bytes]: [string, number]) => [name, Math.round(bytes / 1000)])) as unknown as Sizes;

const BEGIN = '<!-- sizes: written by npm run package -- --keep -->';
const END = '<!-- end of sizes -->';

/** Puts the table between the two marks. Throws an Error where they are missing. */
export function tellSizes(readme: string, told: Sizes): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The README has no place for the sizes: ${BEGIN} and ${END}.`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${table(told)}\n\n${readme.slice(end)}`;
}

/** Rows as wide as their widest cell, as the format of the project has it. */
function table({ element, styles, lightestModel, heaviestModel, worker, folder }: Sizes): string {
  const rows: readonly (readonly [string, string])[] = [
    ['What is loaded', 'Packed with gzip'],
    [`The element, of which the style sheets are ${styles} kB`, `${element} kB`],
    ['A model of Orrery with its picture', `${lightestModel} to ${heaviestModel} kB`],
    ['The worker of the check, when somebody checks', `${worker} kB`],
    ['The folder with all models, on disk and unpacked', `${folder} kB`],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length))) as [number, number];
  const line = ([one, other]: readonly [string, string]) => `| ${one.padEnd(widths[0])} | ${other.padEnd(widths[1])} |`;
  const [head, ...body] = rows;
  return [line(head!), `| ${'-'.repeat(widths[0])} | ${'-'.repeat(widths[1])} |`, ...body.map(line)].join('\n');
}
