/** What the package weighs, packed with gzip, in bytes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesIn } from '../../../src/build/files.ts';

export interface Sizes {
  /** The scripts of the element, without a model; the style sheets are in one of them and counted. */
  readonly element: number;
  /** Of that, the style sheets alone. */
  readonly styles: number;
  /** What the lightest and the heaviest model of Orrery load beside it: model, runs, picture and its style. */
  readonly lightestModel: number;
  readonly heaviestModel: number;
  /** What a worker of the check loads, without the model. */
  readonly worker: number;
  /** All scripts of the package together: what a site holds that copies it, unpacked. */
  readonly folder: number;
}

/** `folder` is where the scripts are; `models` are the ids of those that must be there. */
export function sizesOf(folder: string, models: readonly string[]): Sizes {
  const element = closure(folder, 'orrery-player.js');
  const beside = models.map((id) => {
    const own = [...closure(folder, `models/${id}/runs.js`, `models/${id}/view.js`)].filter((file) => !element.has(file));
    return weigh(folder, own);
  });
  return {
    element: weigh(folder, element),
    styles: weigh(
      folder,
      [...element].filter((file) => file.startsWith('chunks/styles-')),
    ),
    lightestModel: Math.min(...beside),
    heaviestModel: Math.max(...beside),
    worker: weigh(folder, closure(folder, 'workers/check.js')),
    folder: filesIn(folder, '.js').reduce((sum, file) => sum + readFileSync(file).length, 0),
  };
}

const packed = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;
const weigh = (folder: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + packed(readFileSync(join(folder, file))), 0);

/** Scripts and all that they import at once. */
export function closure(folder: string, ...from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g))
      follow(join(dirname(file), imported));
  };
  from.forEach(follow);
  return found;
}
