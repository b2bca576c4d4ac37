/** What the reader has changed in the text that the editor began with, line by line. */
import { useMemo } from 'preact/hooks';
import { counted } from '../narrate.ts';
import { differences } from './differences.ts';
import type { Subject } from './subject.ts';

interface Props {
  readonly subject: Subject;
  readonly edited: string;
}

export function DifferencesPanel({ subject: { text, words }, edited }: Props) {
  const [lines, hunks] = useMemo(() => {
    const from = text.split('\n');
    return [from, differences(from, edited.split('\n'))] as const;
  }, [text, edited]);
  if (hunks.length === 0) return <p class="edit-says">The text is {words.text}.</p>;
  return (
    <div class="edit-differences">
      <p class="edit-says">
        {counted(hunks.length, 'place')} {hunks.length === 1 ? 'differs' : 'differ'} from {words.text}; line numbers are its own.
      </p>
      <ol>
        {hunks.map(([at, removed, ...added]) => (
          <li key={at}>
            <span class="edit-place">Line {at + 1}</span>
            {lines.slice(at, at + removed).map((line, i) => (
              <del key={`- ${i}`}>
                <span aria-hidden="true">{'\u2212 '}</span>
                {line || ' '}
              </del>
            ))}
            {added.map((line, i) => (
              <ins key={`+ ${i}`}>
                <span aria-hidden="true">+ </span>
                {line || ' '}
              </ins>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
