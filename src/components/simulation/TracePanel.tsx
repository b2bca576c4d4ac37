/** Export and import of a run, and a log that is held against the model. Loaded when it is opened; a panel for each, below the keys that open them. */
import { useId, useState } from 'preact/hooks';
import type { Machine } from '../../engine/checker.ts';
import { whyOf } from './check.ts';
import { download } from './download.ts';
import { Later } from './Later.tsx';
import { counted } from './narrate.ts';
import { elsewhereOf } from './not-told.ts';
import type { Run } from './session.ts';
import { fileName, formats, read, tooLarge, type Read, type Written } from './trace-file.ts';

const loadLogs = async () => (await import('./LogPanel.tsx')).LogPanel;

/** A longer text that is pasted is read at once and not shown. */
const MOST_SHOWN = 100_000;

export interface TracePanelProps {
  readonly is: 'export' | 'import';
  readonly m: Machine;
  readonly run: Written;
  readonly open: (run: Run, notice: string) => void;
}

export function TracePanel({ is, m, run, open }: TracePanelProps) {
  return is === 'export' ? <Export m={m} run={run} /> : <Import m={m} open={open} />;
}

function Export({ m, run }: Pick<TracePanelProps, 'm' | 'run'>) {
  return (
    <ul class="formats" aria-label="Formats">
      {formats.map((format) => (
        <li key={format.name}>
          <button type="button" class="key" onClick={() => download(fileName(m, format), format.type, format.write(m, run))}>
            {format.name}
          </button>
          <span class="format-use">{format.use}</span>
        </li>
      ))}
    </ul>
  );
}

function Import({ m, open }: Pick<TracePanelProps, 'm' | 'open'>) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Read>();
  const [isLog, setIsLog] = useState(false);
  const box = useId();
  const take = (document: string) => void readingOf(m, document).then((taken) => show(taken, setFound, open));
  /** What comes as a file is read and not shown: a box with a text of many megabytes would hold up the page. */
  const takeFile = (file: File | undefined) => {
    if (!file) return;
    setText('');
    const refused = tooLarge(file.size);
    if (refused !== undefined) setFound({ run: undefined, problem: refused });
    else
      file
        .text()
        .then(take, (problem: unknown) => setFound({ run: undefined, problem: `The file could not be read: ${String(problem)}.` }));
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    if (pasted.length <= MOST_SHOWN) return;
    event.preventDefault();
    setText('');
    const refused = tooLarge(pasted.length);
    if (refused !== undefined) setFound({ run: undefined, problem: refused });
    else take(pasted);
  };
  return (
    <div class="import">
      <label class="file">
        <span>A trace as a file, Orrery JSON or ITF</span>
        <input type="file" accept=".json,application/json" onChange={(event) => takeFile(event.currentTarget.files?.[0])} />
      </label>
      <label htmlFor={box}>or as text</label>
      <textarea
        id={box}
        class="import-text"
        rows={4}
        spellcheck={false}
        value={text}
        onPaste={paste}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setFound(undefined);
        }}
      />
      <div class="import-keys">
        <button type="button" class="key" aria-disabled={text.trim() === ''} onClick={() => text.trim() !== '' && take(text)}>
          Open the text
        </button>
        <Problem found={found} open={open} />
      </div>
      <button type="button" class="text-key" aria-expanded={isLog} onClick={() => setIsLog(!isLog)}>
        A log of a real system, to be held against the model
      </button>
      {isLog && <Later load={loadLogs} props={{ m, open }} />}
    </div>
  );
}

/** A document as a run; an edited model is asked in its sandbox. */
async function readingOf(m: Machine, document: string): Promise<Read> {
  const reading = () => read(m.mechanism, document);
  try {
    return await (elsewhereOf(m)?.settled(reading) ?? reading());
  } catch (problem) {
    return { run: undefined, problem: whyOf(problem) };
  }
}

function show(taken: Read, setFound: (found: Read) => void, open: TracePanelProps['open']): void {
  setFound(taken);
  if (taken.run && taken.problem === undefined)
    open(taken.run, withNote(`The imported run is open, ${counted(taken.run.log.length, 'step')}.`, taken));
}

/** The first step that is no behaviour of the model, and the part before it, which is one. */
function Problem({ found, open }: { readonly found: Read | undefined; readonly open: TracePanelProps['open'] }) {
  const { run, problem } = found ?? {};
  return (
    <div class="import-says" role="status">
      {found && <p>{problem ?? withNote('Every step is a step of the model.', found)}</p>}
      {run && run.log.length > 0 && problem !== undefined && (
        <button
          type="button"
          class="text-key"
          onClick={() => open(run, `The part of the trace that is a run is open, ${counted(run.log.length, 'step')}.`)}
        >
          Open the {counted(run.log.length, 'step')} before it
        </button>
      )}
    </div>
  );
}

const withNote = (says: string, { note }: Read): string => (note === undefined ? says : `${says} ${note}`);
