/**
 * What a new record or mechanism changes in the project: files to write, files to edit, and what is left to do. Everything is worked out
 * before anything is written, so a refusal leaves the project as it was.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WrongCall } from '../command/command.ts';

/** Something that only a person can do. */
export interface LeftToDo {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

/** What stands before a note of what is left to do, at the end of a line of a template. The note is not written into the file. */
const mark = ' @@ ';

export class Plan {
  readonly root: string;
  private readonly files = new Map<string, string>();
  private readonly added: string[] = [];
  private readonly left: LeftToDo[] = [];

  constructor(root: string) {
    this.root = root;
  }

  /** Whether a file is there, or will be. */
  has(file: string): boolean {
    return this.files.has(file) || existsSync(join(this.root, file));
  }

  /** A new file. A line of the template that ends in ` @@ note` is left to do. Throws a WrongCall where the file is there. */
  write(file: string, template: string): void {
    if (this.has(file)) throw new WrongCall(`${file} is there already; nothing was written.`);
    const lines = template.split('\n').map((line, i) => {
      const at = line.indexOf(mark);
      if (at < 0) return line;
      this.left.push({ file, line: i + 1, says: line.slice(at + mark.length) });
      return line.slice(0, at);
    });
    this.files.set(file, lines.join('\n'));
    this.added.push(file);
  }

  /** A change to a file that is there. `change` throws a WrongCall where it cannot be made. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.root, file);
    const before = this.files.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
    if (before === undefined) throw new WrongCall(`${file} is not there, and it is needed; nothing was written.`);
    this.files.set(file, change(before));
  }

  /** Puts a line before the first line of a file that holds these words. */
  insertBefore(file: string, words: string, line: string): void {
    this.edit(file, (text) => {
      const lines = text.split('\n');
      const at = lines.findIndex((it) => it.includes(words));
      if (at < 0) throw new WrongCall(`${file} has no line with '${words}', before which a line belongs; nothing was written.`);
      return lines.toSpliced(at, 0, line).join('\n');
    });
  }

  /** Notes what is left to do at the first line of a file that holds these words. */
  note(file: string, words: string, says: string): void {
    const text = this.files.get(file) ?? readFileSync(join(this.root, file), 'utf8');
    const line = text.split('\n').findIndex((it) => it.includes(words)) + 1;
    this.left.push({ file, line: Math.max(1, line), says });
  }

  /** Writes everything, and returns what was written and what is left to do. */
  carryOut(): { readonly added: readonly string[]; readonly changed: readonly string[]; readonly left: readonly LeftToDo[] } {
    for (const [file, text] of this.files) {
      const path = join(this.root, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return { added: this.added, changed: [...this.files.keys()].filter((it) => !this.added.includes(it)), left: this.left };
  }
}
