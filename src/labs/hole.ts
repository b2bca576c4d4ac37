/** The text of a model with a hole, and what is put into it. */
import type { LabEdit, LabOf } from '../schemas/labs.ts';

export type CodeLab = LabOf<'write'> | LabOf<'mend'>;

/** The whole text with this answer. What is replaced must occur exactly once; else a RangeError. */
export const withAnswer = (model: string, { replaces }: CodeLab, answer: string): string => edited(model, [{ replaces, by: answer }]);

/** The whole text that the reader begins with. */
export const withHole = (model: string, lab: CodeLab): string => withAnswer(model, lab, lab.by);

/** Each edit is of the text that the one before it left. */
export const edited = (text: string, edits: readonly LabEdit[]): string =>
  edits.reduce((now, { replaces, by }) => {
    const [before, after, ...more] = now.split(replaces);
    if (after === undefined || more.length > 0)
      throw new RangeError(`What an edit replaces occurs ${now.split(replaces).length - 1} times in the model: ${replaces}`);
    return `${before}${by}${after}`;
  }, text);

/** What a reader wrote in the hole, of a whole text whose other parts are as shipped; undefined where they are not. */
export function answerIn(model: string, { replaces }: CodeLab, text: string): string | undefined {
  const [before = '', after = ''] = model.split(replaces);
  const fits = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return fits ? text.slice(before.length, text.length - after.length) : undefined;
}
