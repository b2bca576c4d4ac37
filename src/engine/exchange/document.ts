/** A text as a run: bounded before it is parsed, and told apart by its format. */
import { MOST_TRACE_CHARACTERS, MOST_TRACE_DEPTH } from './bounds.ts';
import { neitherFormat, noRun, type Imported } from './imported.ts';
import type { Mechanism } from '../language/model.ts';
import { shortened } from '../state/shortened.ts';
import { importTrace, isRecord, TRACE_FORMAT } from './trace.ts';
import { importItf } from './trace-itf.ts';

/** Reads a trace in Orrery's own format or in ITF, and checks it against the model. Takes any text, and never throws for it. */
export function readTrace(mechanism: Mechanism, text: string): Imported {
  if (text.length > MOST_TRACE_CHARACTERS)
    return noRun(`The trace has ${text.length} characters; at most ${MOST_TRACE_CHARACTERS} are read.`);
  if (isDeeper(text, MOST_TRACE_DEPTH))
    return noRun(`The trace has brackets in one another more than ${MOST_TRACE_DEPTH} deep; no trace has.`);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return noRun(`This is not JSON: ${shortened((error as Error).message)}.`);
  }
  if (!isRecord(document)) return noRun(neitherFormat(TRACE_FORMAT));
  return 'format' in document ? importTrace(mechanism, document) : importItf(mechanism, document);
}

/** Whether brackets stand in one another more than so deep; those in strings do not count. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > most) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}
