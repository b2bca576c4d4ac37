/** Progress in words. */
import { difference, type Progress } from './progress.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

/** `2 solved labs, 1 answer and 3 steps of paths`; a clause. */
export function countWords({ solved, drafts, read }: Progress): string {
  const steps = [...read.values()].reduce((sum, of) => sum + of.size, 0);
  const parts = [
    ...(solved.size > 0 ? [counted(solved.size, 'solved lab')] : []),
    ...(drafts.size > 0 ? [counted(drafts.size, 'answer')] : []),
    ...(steps > 0 ? [`${counted(steps, 'step')} of paths`] : []),
  ];
  return parts.length === 0 ? 'nothing yet' : listed(parts);
}

/** What of `from` comes to `into`, and what of it stays out; ends with a full stop. */
export function additionWords(into: Progress, from: Progress): string {
  const { solved, drafts, read, otherDrafts } = difference(into, from);
  const parts = [
    ...(solved > 0 ? [counted(solved, 'solved lab')] : []),
    ...(drafts > 0 ? [counted(drafts, 'answer')] : []),
    ...(read > 0 ? [`${counted(read, 'step')} of paths`] : []),
  ];
  const fresh = parts.length === 0 ? 'nothing that is not here already' : `${listed(parts)} that ${isOne(parts) ? 'is' : 'are'} not here`;
  const stays = otherDrafts === 0 ? '' : ` Of ${counted(otherDrafts, 'lab')} you have begun an answer of your own, and that stays.`;
  return `${fresh}.${stays}`;
}

const isOne = (parts: readonly string[]): boolean => parts.length === 1 && parts[0]!.startsWith('1 ');
