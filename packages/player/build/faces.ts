/**
 * The public faces as text, so that a change of them can be read and asks for another version: what the compiler says of the files that a face
 * names, of all that a model is written in, and of the element. Without comments and private members, which change nobody's code.
 */
import ts from 'typescript';

/** `all` are the declarations of the package, by name. */
export function facesText(all: ReadonlyMap<string, string>): string {
  const shown = [...all].filter(([name]) => isFace(name, all));
  return shown.map(([name, text]) => `== ${name}\n${bare(name, text)}`).join('\n');
}

const FACE = /^types\/(?:engine|player)\/[\w-]+\.d\.ts$/;

/** A face, a file that one names, and whatever the language is made of. */
function isFace(name: string, all: ReadonlyMap<string, string>): boolean {
  if (FACE.test(name) || /^types\/(?:engine\/language|drawing)\//.test(name)) return true;
  const below = name.replace('types/engine/', './').replace(/\.d\.ts$/, '.js');
  return [...all].some(([face, text]) => FACE.test(face) && text.includes(`'${below}'`));
}

const printer = ts.createPrinter({ removeComments: true });

const bare = (name: string, text: string): string =>
  printer
    .printFile(ts.createSourceFile(name, text, ts.ScriptTarget.ESNext))
    .split('\n')
    .filter((line) => !/^\s*private /.test(line))
    .join('\n');

/** What is kept: the version, then the faces. */
export const keptText = (version: string, faces: string): string => `version ${version}\n${faces}`;

/** What must be done before the package may go out, in a sentence; undefined when nothing must. */
export function wanting(kept: string, faces: string, version: string): string | undefined {
  const [, before = '', known = ''] = /^version (\S+)\n([\s\S]*)$/.exec(kept) ?? [];
  if (known === faces) return undefined;
  const least = leastVersion(before, isAddition(known, faces));
  if (isBelow(version, least))
    return `The faces of the engine or of the element are not those of ${before}: raise the version in packages/player/package.json to ${least} at least, then npm run package -- --keep.`;
  return 'The faces are not those that are kept: npm run package -- --keep, and read the difference of packages/player/faces.txt.';
}

/** Whether every line that was there is still there, in its order. */
function isAddition(known: string, faces: string): boolean {
  const lines = known.split('\n');
  let at = 0;
  for (const line of faces.split('\n')) if (line === lines[at]) at++;
  return at === lines.length;
}

/** While the first number is 0, the second one says that something may break, and the third that something was added. */
function leastVersion(version: string, onlyAdded: boolean): string {
  const [first = 0, second = 0, third = 0] = numbers(version);
  if (first > 0) return onlyAdded ? `${first}.${second + 1}.0` : `${first + 1}.0.0`;
  return onlyAdded ? `0.${second}.${third + 1}` : `0.${second + 1}.0`;
}

const numbers = (version: string): number[] => version.split('.').map(Number);

function isBelow(version: string, least: string): boolean {
  const [mine, wanted] = [numbers(version), numbers(least)];
  const at = wanted.findIndex((number, i) => number !== mine[i]);
  return at >= 0 && (mine[at] ?? 0) < wanted[at]!;
}
