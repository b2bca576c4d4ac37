/** The header of a model file as a page shows it: what it is, what it shows, what it leaves out, what it stands for. */

export interface ModelHeader {
  readonly what: string;
  /** `Shows`, `Leaves out`, `Stands for`, in the order of the file. */
  readonly parts: readonly { readonly name: string; readonly says: string }[];
}

/** Reads the first comment of a source. Throws when there is none: a model without a header says nothing of its limits. */
export function headerOf(source: string, file: string): ModelHeader {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(source)?.[1];
  if (comment === undefined) throw new Error(`${file} does not begin with a comment that says what it shows and leaves out`);
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
  const what: string[] = [];
  const parts: { name: string; says: string }[] = [];
  for (const line of lines.filter((each) => each !== '')) {
    const [, name, says] = /^([A-Z][a-z]+(?: [a-z]+)?): (.*)$/.exec(line) ?? [];
    const last = parts.at(-1);
    if (name !== undefined && says !== undefined) parts.push({ name, says });
    else if (last) last.says += ` ${line}`;
    else what.push(line);
  }
  return { what: what.join(' '), parts };
}
