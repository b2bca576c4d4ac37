/**
 * The types that the package ships: what the compiler says of the engine's public faces and of the element, as files that name each other and
 * nothing else. They are also what the version of the package is about (faces.ts).
 */
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { declarationOptions } from '../../../src/build/edit-parts/model-types.ts';
import { FACES } from './scripts.ts';

/** Where each folder of the project is in the package. */
const FOLDERS: readonly (readonly [from: string, to: string])[] = [
  ['src/engine/', 'types/engine/'],
  ['src/drawing/', 'types/drawing/'],
  ['packages/player/src/', 'types/player/'],
];
const ENTRIES: Readonly<Record<string, string>> = {
  'orrery-player': 'packages/player/src/orrery-player.ts',
  ...Object.fromEntries(FACES.map((face) => [face, `src/engine/${face}.ts`])),
};

/** By name below the folder of the package's scripts, in order. `root` is the folder of the project. Throws an Error when a face names what is not shipped. */
export function declarations(root: string): ReadonlyMap<string, string> {
  const all = emitted(root);
  const found = new Map<string, string>();
  const follow = (file: string): void => {
    const name = placeOf(file);
    if (found.has(name)) return;
    const text = all.get(file);
    if (text === undefined) throw new Error(`The declarations name ${file}, and the compiler made none of it.`);
    found.set(name, '');
    found.set(
      name,
      text.replace(IMPORTED, (_, before: string, to: string, after: string) => `${before}${named(file, to, follow)}${after}`),
    );
  };
  for (const file of Object.values(ENTRIES)) follow(file);
  const shown = Object.entries(ENTRIES).map(
    ([name, file]) => [`${name}.d.ts`, `export * from './${placeOf(file).replace(/\.d\.ts$/, '.js')}';\n`] as const,
  );
  return new Map([...found, ...shown].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const IMPORTED = /(\bfrom '|\bimport\(["']|^import ')([^'"]+)(["'])/gm;

/** A file of the project as a name below the package's scripts. Throws for one in another folder. */
function placeOf(file: string): string {
  const [from, to] = FOLDERS.find(([folder]) => file.startsWith(folder)) ?? [];
  if (from === undefined)
    throw new Error(`A declaration of the package names ${file}, which is in none of ${FOLDERS.map(([folder]) => folder).join(', ')}.`);
  return `${to}${file.slice(from.length).replace(/\.tsx?$/, '.d.ts')}`;
}

/** What an import names, from where the declaration is to lie. The package needs no types of Preact's: what is used of them is in drawn.ts. */
function named(file: string, to: string, follow: (file: string) => void): string {
  const target = to === 'preact' ? 'packages/player/src/drawn.ts' : posix.join(posix.dirname(file), to);
  follow(target);
  const path = posix.relative(posix.dirname(placeOf(file)), placeOf(target)).replace(/\.d\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

/** By the path of the source below the project. */
function emitted(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const options: ts.CompilerOptions = {
    ...declarationOptions(root),
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'preact',
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  };
  const program = ts.createProgram(
    Object.values(ENTRIES).map((file) => join(root, file)),
    options,
  );
  program.emit(
    undefined,
    (_, text, __, ___, sources) => {
      const [source] = sources ?? [];
      if (source)
        found.set(
          relative(root, join(dirname(source.fileName), source.fileName.split('/').at(-1)!))
            .split(sep)
            .join('/'),
          text,
        );
    },
    undefined,
    true,
  );
  return found;
}
