/** A log held against a model on the page's own thread, in slices, so that the page stays usable however long the log is. */
import type { Mechanism } from '../../engine/language.ts';
import { Conformance } from '../../logs/conform.ts';
import type { MapProblem } from '../../logs/log-map.ts';
import { toldVerdict, type ToldVerdict } from '../../logs/verdict-words.ts';
import { whyOf } from './check.ts';
import { grouped } from './narrate.ts';

export type ConformState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly lines: number }
  | { readonly is: 'wrong map'; readonly problems: readonly MapProblem[] }
  | { readonly is: 'done'; readonly verdict: ToldVerdict }
  | { readonly is: 'failed'; readonly why: string };

/** Half of what a reader would feel as a stutter; then the page has its turn. */
const SLICE_MS = 24;

/** Tells how far it is, and at last what was found. Nothing is told after the signal. */
export async function conformInPage(
  mechanism: Mechanism,
  map: string,
  lines: AsyncIterable<string>,
  stop: AbortSignal,
  tell: (state: ConformState) => void,
): Promise<void> {
  const say = (state: ConformState) => {
    if (!stop.aborted) tell(state);
  };
  try {
    const conformance = Conformance.of(mechanism, map);
    if (!(conformance instanceof Conformance)) return say({ is: 'wrong map', problems: conformance });
    say({ is: 'running', lines: 0 });
    let until = performance.now() + SLICE_MS;
    for await (const line of lines) {
      if (stop.aborted || !conformance.take(line)) break;
      if (performance.now() < until) continue;
      say({ is: 'running', lines: conformance.lines });
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE_MS;
    }
    say({ is: 'done', verdict: toldVerdict(conformance.result(), grouped) });
  } catch (problem) {
    say({ is: 'failed', why: whyOf(problem) });
  }
}
