/** Adds an id to a list of a YAML record, and leaves every other line as it is. */
import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { WrongCall } from '../command/command.ts';

/** The text of the record with `id` at the end of the list `key`, in the style that the list has. */
export function withListed(text: string, key: string, id: string): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents) ? contents.items.find((it) => isPair(it) && isScalar(it.key) && it.key.value === key) : undefined;
  const list = pair?.value;
  if (!isSeq(list) || !list.range) throw new WrongCall(`The record has no list '${key}'; nothing was written.`);
  const [start, end] = list.range;
  const last = list.items.at(-1);
  if (list.flow) {
    const inner = text
      .slice(start + 1, end - 1)
      .trim()
      .replace(/,$/, '');
    return `${text.slice(0, start)}${inner === '' ? `\n  - ${id}` : `[${inner}, ${id}]`}${text.slice(end)}`.replace(
      `${key}: \n`,
      `${key}:\n`,
    );
  }
  const valueEnd = isScalar(last) && last.range ? last.range[1] : end;
  const lineStart = text.lastIndexOf('\n', isScalar(last) && last.range ? last.range[0] : start) + 1;
  const indent = /^\s*/.exec(text.slice(lineStart))![0];
  const lineEnd = text.indexOf('\n', valueEnd);
  const at = lineEnd < 0 ? text.length : lineEnd;
  return `${text.slice(0, at)}\n${indent}- ${id}${text.slice(at)}`;
}
