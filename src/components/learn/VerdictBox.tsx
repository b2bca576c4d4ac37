/** What was found of an answer: in a sentence first, then the run that shows it, and what matters. */
import { Glyph } from '../../drawing/Glyph.tsx';
import { desk } from './desk.ts';
import type { Grading } from './useGrading.ts';

/** A lab to go on with. */
export interface Next {
  readonly id: string;
  readonly title: string;
}

interface Props {
  readonly grading: Grading;
  readonly next: readonly Next[];
}

const addressOf = (id?: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/learn/${id === undefined ? '' : `${id}/`}`;

export function VerdictBox({ grading: { state }, next }: Props) {
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
      {graded?.run && graded.run.steps.length > 0 && (
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
      {graded?.verdict.is === 'right' && (
        <p class="lab-go-on">
          Go on:{' '}
          {next.map(({ id, title }, i) => (
            <>
              {i > 0 && ', '}
              <a href={addressOf(id)}>{title}</a>
            </>
          ))}
          {next.length === 0 && <a href={addressOf()}>all labs</a>}
        </p>
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
