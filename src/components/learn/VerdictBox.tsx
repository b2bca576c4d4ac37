/** What was found of an answer: in a sentence first, then the run that shows it, and what matters. */
import { Glyph } from '../../drawing/Glyph.tsx';
import { desk } from './desk.ts';
import type { Grading } from './useGrading.ts';

export function VerdictBox({ grading: { state } }: { readonly grading: Grading }) {
  const graded = state.is === 'graded' ? state.graded : undefined;
  return (
    <div class="lab-verdict">
      <div role="status">
        {state.is === 'says' && <p>{state.says}</p>}
        {graded?.verdict.is === 'right' && (
          <p class="lab-says is-right">
            <Glyph name="holds" /> <strong>Right.</strong> {graded.verdict.says}
          </p>
        )}
        {graded?.verdict.is === 'wrong' && (
          <>
            <p class="lab-says is-wrong">
              <Glyph name="violated" /> <strong>Not yet.</strong> {graded.verdict.says}
            </p>
            {graded.verdict.hint !== undefined && <p class="lab-next">{graded.verdict.hint}</p>}
          </>
        )}
        {graded?.note !== undefined && <p>{graded.note}</p>}
      </div>
      {graded?.run && (
        <section class="lab-counterexample" aria-label="The run that shows it">
          <ol>
            {graded.run.steps.map((says, i) => (
              <li key={i}>{says}</li>
            ))}
          </ol>
          <button type="button" class="key" onClick={() => void graded.run!.shown().then((shown) => desk.ask({ is: 'show', shown }))}>
            Play it
          </button>
        </section>
      )}
      {graded?.verdict.is === 'right' && graded.verdict.looked.length > 0 && (
        <details>
          <summary>What was looked at</summary>
          <ul>
            {graded.verdict.looked.map(({ says, states }) => (
              <li key={says}>
                {says} {states !== undefined && <span class="label">{states.toLocaleString('en')} states</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
