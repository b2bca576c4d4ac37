/** What the search says of an answer, in one or two sentences. */
import { identifierIn } from '../../facts/search/words.ts';
import type { Answer } from './ask.ts';

const again = 'Check the connection and search again.';
const hitsOf = (count: number): string => `${count} ${count === 1 ? 'hit' : 'hits'}`;

export const couldNotOpen = 'The index could not be loaded. Check the connection and type again.';

/** `shown` of the hits stand below; `isLost` when a part of the index could not be loaded, so that nothing can be said of what is in it. */
export function saysOf(answer: Answer, typed: string, shown: number, isLost: boolean): string {
  const count = answer.hits.length;
  if (isLost) return lost(typed, count);
  if (count === 0) return nothingFound(answer, typed);
  const of = shown < count ? `${shown} of ${hitsOf(count)}` : hitsOf(count);
  if (answer.meant !== undefined) return `${without(answer.nowhere!)} ${of} for “${answer.meant}”`;
  if (answer.nowhere !== undefined) return `${without(answer.nowhere)} ${of} without it`;
  return answer.isLoose ? `Little has all of these words. The nearest ${of}` : of;
}

function nothingFound({ unfiltered, nowhere }: Answer, typed: string): string {
  if (unfiltered > 0) return `Nothing with these filters; ${hitsOf(unfiltered)} without them.`;
  return `${without(nowhere ?? typed)} Try another word, or a shorter one.`;
}

/** Every name from code is in the list of names, so that one which is not there is nowhere. Of a word only so much is known. */
function without(what: string): string {
  return identifierIn(what)?.isStrict === true ? `Nothing here has “${what}”.` : `No hit for “${what}”.`;
}

function lost(typed: string, count: number): string {
  if (count === 0) return `The part of the index with “${typed}” could not be loaded. ${again}`;
  return `${hitsOf(count)} for “${typed}”; others could not be loaded. ${again}`;
}
