/** What the reader may set: faults as switches, parameters, scenario and speed as lists. */
import type { MechanismWithRuns, Parameter } from '../../engine/language.ts';
import type { Machine } from '../../engine/checker.ts';
import type { MachineWithRuns } from './check.ts';
import { faultDoc, labelOf, parameterWord } from './narrate.ts';

export interface Speed {
  readonly words: string;
  readonly stepMs: number;
}
/** Above two steps a second a tween would be cut off by the next one, so there is none. */
export const STILL_BELOW_MS = 500;
export const speeds: readonly Speed[] = [
  { words: 'one step in 2 seconds', stepMs: 2000 },
  { words: 'one step a second', stepMs: 1000 },
  { words: 'two steps a second', stepMs: 500 },
  { words: 'five steps a second', stepMs: 200 },
];

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
  readonly scenario: string;
  readonly speed: number;
  readonly open: (scenario: string) => void;
  readonly setSpeed: (index: number) => void;
  readonly setParameter: (name: string, value: number) => void;
}

export function RunSettings({ m, scenario, speed, open, setSpeed, setParameter }: RunProps) {
  return (
    <div class="run">
      <Choice label="Scenario" value={scenario} options={scenariosOf(m.mechanism)} set={open} long />
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
      <button type="button" class="key" onClick={() => open(scenario)}>
        Start over
      </button>
    </div>
  );
}

const valuesOf = ({ least, most }: Parameter) => Array.from({ length: most - least + 1 }, (_, i) => least + i);
const scenariosOf = ({ scenarios }: MechanismWithRuns) => Object.entries(scenarios).map(([value, { title }]) => ({ value, words: title }));
