/** The answer to a lab: its control, the keys, the verdict, and what is kept of it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LabKind } from '../../schemas/labs.ts';
import { answeredOf, choicesIn, draftOfChoices, withChoice, type Chosen } from './answered.ts';
import { Choices } from './Choices.tsx';
import { CodePart, type CodeHandle } from './CodePart.tsx';
import { desk } from './desk.ts';
import type { Form } from './lab-words.ts';
import { progressHere, tellOfProgress } from './progress-here.ts';
import { RunLine } from './RunLine.tsx';
import { useGrading, type Grading } from './useGrading.ts';
import { useKept } from './useKept.ts';
import { VerdictBox, type Next } from './VerdictBox.tsx';

interface Props {
  readonly id: string;
  readonly kind: LabKind;
  readonly form: Form;
  readonly model: string;
  /** The labs that this one prepares for. */
  readonly next: readonly Next[];
  /** Of a lab that asks for code: the part of the model, until the editor is open. */
  readonly children?: ComponentChildren;
}

export function LabAnswer({ id, kind, form, model, next, children }: Props) {
  const { isHere, isSolved, trouble, keep } = useKept(id);
  const [chosen, setChosen] = useState<Chosen>([]);
  const [code, setCode] = useState<CodeHandle>();
  const grading = useGrading({ id, kind, solved: tellOfProgress });
  useEffect(() => setChosen(choicesIn(form, progressHere.progress.drafts.get(id))), [id, form]);
  const choose = (group: number, value: string) => {
    const next = withChoice(form, chosen, group, value);
    setChosen(next);
    keep(draftOfChoices(next));
  };
  const anew = () => {
    grading.forget();
    keep(undefined);
    setChosen([]);
    desk.ask({ is: 'anew' });
    code?.anew();
  };
  const check = () => {
    const answered = answeredOf(form, chosen, code);
    if (typeof answered === 'string') return grading.say(answered);
    if (code) keep(code.hole());
    return void grading.check(answered);
  };
  return (
    <div class="lab-answer edit-model not-content">
      {form.is === 'run' && <RunLine within={form.within} keep={keep} />}
      {form.is === 'choices' &&
        form.groups.map((group, i) => (
          <Choices key={i} group={group} name={`answer-${i}`} chosen={chosen[i]} choose={(value) => choose(i, value)} isHere={isHere} />
        ))}
      {form.is === 'code' && (
        <CodePart id={id} model={model} isHere={isHere} opened={setCode} keep={keep}>
          {children}
        </CodePart>
      )}
      {(form.is !== 'code' || code) && <Keys form={form} isHere={isHere} grading={grading} check={check} anew={anew} />}
      {isSolved && <p class="lab-solved">Solved</p>}
      <VerdictBox grading={grading} next={next} />
      {trouble !== undefined && (
        <p class="lab-trouble">
          {trouble} <a href={`${import.meta.env.BASE_URL.replace(/\/$/, '')}/learn/#progress`}>Your progress</a>
        </p>
      )}
    </div>
  );
}

interface KeysProps {
  readonly form: Form;
  readonly isHere: boolean;
  readonly grading: Grading;
  readonly check: () => void;
  readonly anew: () => void;
}

const Keys = ({ form, isHere, grading: { isRunning, stop }, check, anew }: KeysProps) => (
  <div class="lab-keys">
    <button type="button" class="key key-run" disabled={!isHere || isRunning} onClick={check}>
      {form.is === 'run' ? 'Check my run' : 'Check answer'}
    </button>
    {isRunning && (
      <button type="button" class="key" onClick={stop}>
        Stop
      </button>
    )}
    <button type="button" class="key" disabled={!isHere} onClick={anew}>
      Begin anew
    </button>
  </div>
);
