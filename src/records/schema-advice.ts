/** What the schema library finds wrong, as sentences of ours with a fix hint. */
import type { z } from 'astro/zod';
import { fieldName, type FieldPath, type Problem } from '../facts/entries.ts';
import { nearest } from '../facts/nearest.ts';
import { keysAt } from '../facts/schema-walk.ts';

/** What the schema library says of one field; the last three are there for some codes only. */
interface Issue {
  readonly code: string;
  readonly path: FieldPath;
  readonly message: string;
  /** The keys that are not known. */
  readonly keys?: readonly string[];
  /** The type that is allowed. */
  readonly expected?: string;
  /** The words that are allowed. */
  readonly values?: readonly (string | number)[];
}

/** `where` is the file of the schema. A misspelt key is reported once: not a second time as the key that is missing for it. */
export function adviceOn(file: string, schema: z.ZodType, where: string, value: unknown, error: z.core.$ZodError): Problem[] {
  const issues = error.issues as readonly Issue[];
  const slips = issues.flatMap((issue) => (issue.keys ?? []).map((key) => slipOf(schema, where, issue.path, key)));
  const meant = new Set(slips.map((it) => fieldName(it.meant)));
  return [
    ...slips.map(({ field, says, fix }) => ({ file, field, says, fix })),
    ...issues
      .filter((issue) => issue.keys === undefined && !meant.has(fieldName(issue.path)))
      .map((issue) => ({ file, field: issue.path, ...sentenceOf(issue, where, valueAt(value, issue.path)) })),
  ];
}

function slipOf(schema: z.ZodType, where: string, path: FieldPath, key: string): Omit<Problem, 'file'> & { readonly meant: FieldPath } {
  const known = keysAt(schema, path);
  const word = nearest(key, known);
  return {
    field: [...path, key],
    says: `'${key}' is not a key here`,
    fix: word ? `Did you mean '${word}'?` : `The keys here are ${known.join(', ')} (${where}).`,
    meant: word ? [...path, word] : [],
  };
}

function sentenceOf(issue: Issue, where: string, value: unknown): Pick<Problem, 'says' | 'fix'> {
  if (value === undefined) {
    const says = issue.code === 'custom' ? issue.message : 'this field is missing';
    return { says, fix: `Add it; ${where} says what it means.` };
  }
  if (issue.values && typeof value === 'string') {
    const words = issue.values.map(String);
    const meant = nearest(value, words);
    const says = words.length === 1 ? `'${value}' is not '${words[0]}'` : `'${value}' is not one of ${words.join(', ')}`;
    return { says, fix: meant ? `Did you mean '${meant}'?` : `Write one of these words; ${where} says what they mean.` };
  }
  if (issue.expected === 'string' && typeof value === 'number')
    return { says: `this is read as the number ${value}, and it is a text`, fix: 'Put it in quotes.' };
  return { says: issue.message, fix: `Correct it; ${where} says what is allowed.` };
}

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string | number, unknown>)[key] : undefined,
    value,
  );
