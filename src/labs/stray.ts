/**
 * Whether a text stays in its hole: one that closes what it has not opened, or leaves open what it opens, changes the model around it, so what is
 * graded would no longer be what was asked.
 */
import type { CodeLab } from './hole.ts';

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** Comments, and texts in quotes; what is left of either begins one that does not end. */
const PASSED_OVER = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g;

/** What is wrong, as a sentence; undefined where the text stays in its hole. */
export function strayIn(text: string, part: CodeLab['part']): string | undefined {
  const code = text.replace(PASSED_OVER, '0');
  if (/\/\*|['"`]/.test(code)) return 'A comment or a text in quotes is begun and not ended.';
  const open: string[] = [];
  for (const each of code) {
    if ('([{'.includes(each)) open.push(each);
    else if (CLOSES[each] && open.pop() !== CLOSES[each]) return 'It closes a bracket that it has not opened.';
    else if (part !== 'effect' && ',;'.includes(each) && open.length === 0)
      return `It is more than one expression: it has a '${each}' outside of brackets.`;
  }
  return open.length > 0 ? 'It leaves a bracket open.' : undefined;
}
