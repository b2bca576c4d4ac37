/** A log of a real system held against the model, in the page: a map, a log as file or text, and the verdict. Loaded when it is opened. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { linesOf } from '../../logs/lines.ts';
import type { MapProblem } from '../../logs/log-map.ts';
import type { ToldVerdict } from '../../logs/verdict-words.ts';
import type { Machine } from '../../engine/checker.ts';
import { conformInPage, type ConformState } from './conform-in-page.ts';
import { counted, grouped } from './narrate.ts';
import { elsewhereOf, idOf } from './not-told.ts';
import type { Run } from './session.ts';

interface Props {
  readonly m: Machine;
  readonly open: (run: Run, notice: string) => void;
}

/** A run of more steps is told and not opened: the player draws each. */
const MOST_OPENED = 20_000;

/** What a map looks like, for the reader's own: with the first action of the model. */
function template({ mechanism, actions }: Machine): string {
  const [first] = actions;
  const args = first?.params.map(({ name }) => `${name}=$${name}`) ?? [];
  const groups = first?.params.map(({ name }) => ` ${name}=(?<${name}>\\w+)`) ?? [];
  return [
    `model ${idOf(mechanism)}`,
    `# Actions that the log does not show: hidden ${actions.at(-1)?.name ?? ''}`,
    '# Lines of other matters: skip ^\\[debug\\]',
    `line ^${first?.name ?? ''}${groups.join('')} => ${[first?.name, ...args].join(' ')}`,
    '',
  ].join('\n');
}

/** The maps and logs that are shipped, by model; each is loaded when it is asked for. */
const shipped = import.meta.glob<string>('../../logs/shipped/*/*.{map,log}', { query: '?raw', import: 'default' });
const shippedFor = ({ mechanism }: Machine, kind: 'map' | 'log') => shipped[`../../logs/shipped/${idOf(mechanism)}.${kind}`];

interface ShippedProps {
  readonly m: Machine;
  readonly use: (kind: 'map' | 'log', text: string) => void;
}

/** Only where there is one for the model. */
function Shipped({ m, use }: ShippedProps) {
  if (!shippedFor(m, 'map')) return null;
  const take = (kind: 'map' | 'log') => void shippedFor(m, kind)?.().then((text) => use(kind, text));
  return (
    <div class="import-keys">
      <button type="button" class="key" onClick={() => take('map')}>
        Use the map for this model
      </button>
      <button type="button" class="key" onClick={() => take('log')}>
        Use the sample log
      </button>
    </div>
  );
}

export function LogPanel({ m, open }: Props) {
  const [map, setMap] = useState(() => template(m));
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const [state, setState] = useState<ConformState>({ is: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const isRunning = state.is === 'running';
  const hold = () => {
    running.current?.abort();
    if (isRunning) return setState({ is: 'idle' });
    const stop = (running.current = new AbortController());
    const log = file ? linesOf(chunksOf(file)) : linesOf(chunksOf(new Blob([text])));
    const conform = elsewhereOf(m)?.conform ?? conformInPage;
    void conform(m.mechanism, map, log, stop.signal, setState);
  };
  const change = (act: () => void) => {
    running.current?.abort();
    setState({ is: 'idle' });
    act();
  };
  const takeLog = (log: string) => {
    setFile(undefined);
    setText(log);
  };
  return (
    <div class="import">
      <Shipped m={m} use={(kind, text) => change(() => (kind === 'map' ? setMap(text) : takeLog(text)))} />
      <TextBox label="Which lines are which steps" rows={6} text={map} change={(text) => change(() => setMap(text))} />
      <label class="file">
        <span>The log as a file, which stays on this machine</span>
        <input type="file" onChange={({ currentTarget }) => change(() => setFile(currentTarget.files?.[0]))} />
      </label>
      {!file && <TextBox label="or as text" rows={4} text={text} change={(typed) => change(() => setText(typed))} />}
      <div class="import-keys">
        <button type="button" class="key" onClick={hold}>
          {isRunning ? 'Stop' : 'Hold it against the model'}
        </button>
        <Says state={state} open={open} />
      </div>
    </div>
  );
}

interface BoxProps {
  readonly label: string;
  readonly rows: number;
  readonly text: string;
  readonly change: (text: string) => void;
}

function TextBox({ label, rows, text, change }: BoxProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        class="import-text"
        rows={rows}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </>
  );
}

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

function Says({ state, open }: { readonly state: ConformState; readonly open: Props['open'] }) {
  return (
    <div class="import-says">
      {state.is === 'running' && <p>{grouped(state.lines)} lines so far</p>}
      <div role="status">
        {state.is === 'failed' && <p>It could not be read: {state.why}.</p>}
        {state.is === 'wrong map' && <Problems problems={state.problems} />}
        {state.is === 'done' && <Found verdict={state.verdict} open={open} />}
      </div>
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly MapProblem[] }) {
  return (
    <ul>
      {problems.map(({ line, says, fix }) => (
        <li key={`${line} ${says}`}>
          Line {line} of the map: {says}. {fix}
        </li>
      ))}
    </ul>
  );
}

function Found({ verdict, open }: { readonly verdict: ToldVerdict; readonly open: Props['open'] }) {
  const { config, stop, run, says, candidates } = verdict;
  const upTo = stop ? ` up to line ${stop.line}` : '';
  const show = () =>
    open({ config, log: run, position: run.length }, `A run that explains the log${upTo} is open, ${counted(run.length, 'step')}.`);
  return (
    <>
      {stop && (
        <p>
          Line {grouped(stop.line)}: <code>{stop.text}</code>
        </p>
      )}
      {says.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {candidates.length > 0 && (
        <ul>
          {candidates.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {run.length > 0 && run.length <= MOST_OPENED && (
        <button type="button" class="text-key" onClick={show}>
          Open the run{stop ? ' before it' : ''}
        </button>
      )}
    </>
  );
}
