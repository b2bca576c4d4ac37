/** What the reader may set: faults as switches, parameters, scenario and speed as lists. Loaded when one of the two is opened. */
import type { MechanismWithRuns, Parameter } from '../../engine/language.ts';
import type { Machine } from '../../engine/checker.ts';
import type { MachineWithRuns } from './check.ts';
import type { Origin } from './session.ts';
import { faultDoc, labelOf, parameterWord } from './narrate.ts';
import { speeds } from './speeds.ts';

interface FaultProps {
  readonly m: Machine;
  readonly set: (name: string, value: boolean) => void;
}

export function Faults({ m, set }: FaultProps) {
  return (
    <ul class="faults">
      {Object.keys(m.mechanism.faults).map((name) => (
        <li key={name}>
          <label class="fault">
            <input
              type="checkbox"
              // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a check box says by itself whether it is checked
              role="switch"
              class="switch"
              checked={m.config[name] === true}
              onChange={(event) => set(name, event.currentTarget.checked)}
            />
            <span class="fault-says">{faultDoc(m.mechanism, name)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly { readonly value: string | number; readonly words: string }[];
  readonly set: (value: string) => void;
  readonly long?: boolean;
}

function Choice({ label, value, options, set, long = false }: ChoiceProps) {
  return (
    <label class={long ? 'setting is-long' : 'setting'}>
      <span class="setting-name">{label}</span>
      <select class="setting-list" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface RunProps {
  readonly m: MachineWithRuns;
  readonly origin: Origin;
  readonly speed: number;
  readonly open: (scenario: string) => void;
  readonly startOver: () => void;
  readonly setSpeed: (index: number) => void;
  readonly setParameter: (name: string, value: number) => void;
}

export function RunSettings({ m, origin, speed, open, startOver, setSpeed, setParameter }: RunProps) {
  return (
    <div class="run">
      <Choice
        label="Scenario"
        value={origin.scenario ?? ''}
        options={scenariosOf(m.mechanism, origin)}
        set={(name) => name !== '' && open(name)}
        long
      />
      {Object.entries(m.mechanism.parameters).map(([name, parameter]) => (
        <Choice
          key={name}
          label={labelOf(parameter, name)}
          value={Number(m.config[name])}
          options={valuesOf(parameter).map((value) => ({ value, words: parameterWord(parameter, value) }))}
          set={(value) => setParameter(name, Number(value))}
        />
      ))}
      <Choice
        label="Play at"
        value={speed}
        options={speeds.map(({ words }, value) => ({ value, words }))}
        set={(value) => setSpeed(Number(value))}
      />
      <button type="button" class="key" onClick={startOver}>
        Start over
      </button>
    </div>
  );
}

const valuesOf = ({ least, most }: Parameter) => Array.from({ length: most - least + 1 }, (_, i) => least + i);

/** A run that is no scenario stands in the list as what it is. */
function scenariosOf({ scenarios }: MechanismWithRuns, { scenario, title = '' }: Origin) {
  const listed = Object.entries(scenarios).map(([value, told]) => ({ value, words: told.title }));
  return scenario === undefined ? [{ value: '', words: title }, ...listed] : listed;
}
