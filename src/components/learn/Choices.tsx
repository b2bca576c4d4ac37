/** One question with its choices; of a log the choices are its lines, with their numbers. */
import type { Group } from './lab-words.ts';

interface Props {
  readonly group: Group;
  readonly name: string;
  readonly chosen: string | undefined;
  readonly choose: (value: string) => void;
  /** The script of the page runs; without it nothing can be answered. */
  readonly isHere: boolean;
}

export function Choices({ group: { ask, options, isLog = false }, name, chosen, choose, isHere }: Props) {
  return (
    <fieldset class={isLog ? 'lab-choices is-log' : 'lab-choices'} disabled={!isHere}>
      <legend>{ask}</legend>
      {options.map(({ value, says, isCode }, i) => (
        <label key={value} class="lab-choice">
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => choose(value)} />
          {isLog && <span class="lab-line">{i + 1}</span>}
          {isLog || isCode ? <code>{says}</code> : <span>{says}</span>}
        </label>
      ))}
    </fieldset>
  );
}
