/** `insist(condition, 'sentence')`, for what must be so in the middle of an effect, where no property can look. */

/** Thrown by an effect; its message is the sentence that is not true. */
export class Insisted extends Error {}

/**
 * To be called in an effect. When the condition is false, the step ends there and breaks the sentence: a search reports it as a violation
 * at that step, and a run by hand shows it. It belongs to neither clauses nor properties.
 */
export function insist(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Insisted(sentence);
}
