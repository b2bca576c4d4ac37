/** A mutant: a model with one small error, written to a folder of its own and loaded from there with the runs of the model. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { MechanismWithRuns } from '../engine/language.ts';
import type { Change } from './changes.ts';

type Edit = Pick<Change, 'start' | 'end' | 'text'>;
type EditOfFile = Edit & Pick<Change, 'file'>;

/** No loop of a model turns so often: its tables and queues are short. */
const MOST_TURNS = 1_000;

/** Loads the model of a folder with these changes made. Throws what its code throws when it is loaded. */
export async function mutantOf(mechanism: string, changes: readonly EditOfFile[]): Promise<MechanismWithRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-mutant-'));
  try {
    for (const name of readdirSync(mechanism).filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'))) {
      const edits = changes.filter((it) => basename(it.file) === name);
      const text = edited(readFileSync(join(mechanism, name), 'utf8'), edits);
      writeFileSync(join(folder, name), fromElsewhere(bounded(text), mechanism));
    }
    const loaded = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'runs.ts')).href)) as { readonly runs: MechanismWithRuns };
    return loaded.runs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The last first, so that no edit moves another. */
const edited = (text: string, edits: readonly Edit[]): string =>
  edits.toSorted((a, b) => b.start - a.start).reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);

/** Imports of the project by their full paths; those of the folder stay, because all of it was copied. */
const fromElsewhere = (text: string, folder: string): string =>
  text.replaceAll(/from '(\.\.\/[^']+)'/g, (_, path: string) => `from '${pathToFileURL(join(folder, path)).href}'`);

/** An error may make a loop endless: each counts its turns and throws after too many. */
function bounded(text: string): string {
  const file = ts.createSourceFile('model.ts', text, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    const condition =
      ts.isWhileStatement(node) || ts.isDoStatement(node) ? node.expression : ts.isForStatement(node) ? node.condition : undefined;
    if (condition) {
      edits.push(
        { start: node.getStart(), end: node.getStart(), text: '{ let $turns = 0; ' },
        { start: node.end, end: node.end, text: ' }' },
      );
      edits.push(
        { start: condition.getStart(), end: condition.getStart(), text: '$ends($turns++) && (' },
        { start: condition.end, end: condition.end, text: ')' },
      );
    }
    node.forEachChild(visit);
  };
  visit(file);
  if (edits.length === 0) return text;
  return `${edited(text, edits)}
function $ends(turns: number): true {
  if (turns > ${MOST_TURNS}) throw new Error('A loop does not end.');
  return true;
}
`;
}
