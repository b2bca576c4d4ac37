/** The editor of a lab: the whole model is shown, and the part that is asked for can be changed. Loaded when a reader wants to write. */
import '../simulation/edit/edit.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lab } from '../../schemas/labs.ts';
import { FlawLine, flawsIn, type Flaws } from '../simulation/edit/EditPanel.tsx';
import { openEditor, type Editor } from '../simulation/edit/editor.ts';
import type { Language, Told } from '../simulation/edit/language.ts';
import type { CodeHandle } from './CodePart.tsx';
import { partsOf, type CodeParts } from './code-parts.ts';
import { loadLab } from './lab-data.ts';

const files = import.meta.glob<string>('../../mechanisms/*/*/model.ts', { query: '?raw', import: 'default' });

export interface Materials {
  readonly language: Language;
  /** The file as it is shipped. */
  readonly shipped: string;
  readonly parts: CodeParts;
}

export async function materialsOf(id: string, model: string, language: Language): Promise<Materials> {
  const [shipped, { lab }] = await Promise.all([files[`../../mechanisms/${model}/model.ts`]!(), loadLab(id)]);
  return { language, shipped, parts: partsOf(shipped, lab as Extract<Lab, { replaces: string }>) };
}

export interface CodeEditorProps extends Materials {
  /** What the reader wrote the last time. */
  readonly draft: string | undefined;
  readonly opened: (code: CodeHandle) => void;
  readonly keep: (draft: string | undefined) => void;
}

/** After the last key. */
const KEPT_AFTER_MS = 500;
const OUTSIDE = 'Only the framed part can be changed.';

export function CodeEditor({ language, shipped, parts: { before, begins, after }, draft, opened, keep }: CodeEditorProps) {
  const [first, setFirst] = useState({ text: draft ?? begins, turn: 0 });
  const [flaws, setFlaws] = useState<Flaws>();
  const [told, setTold] = useState<Told>();
  const [says, setSays] = useState(draft === undefined ? '' : 'What stands in the frame is what you wrote the last time.');
  const host = useRef<HTMLDivElement | null>(null);
  const editor = useRef<Editor>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const whole = () => editor.current?.text() ?? before + first.text + after;
    const hole = () => whole().slice(before.length, whole().length - after.length);
    const at = { from: before.length, to: before.length + first.text.length, after: after.length, refused: () => setSays(OUTSIDE) };
    const events = {
      flaws: (found: Parameters<typeof flawsIn>[0], doc: Parameters<typeof flawsIn>[1]) => setFlaws(flawsIn(found, doc)),
      told: setTold,
      changed: () => {
        setSays('');
        clearTimeout(timer);
        timer = setTimeout(() => keep(hole()), KEPT_AFTER_MS);
      },
    };
    editor.current = openEditor(host.current!, before + first.text + after, language, events, { hole: at });
    const anew = () => setFirst(({ turn }) => ({ text: begins, turn: turn + 1 }));
    opened({ hole, whole, anew, language, shipped });
    return () => {
      clearTimeout(timer);
      editor.current?.close();
      editor.current = undefined;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the editor is opened once for each text that it begins with
  }, [first]);
  return (
    <section class="edit-panel" aria-label="Your answer">
      <p class="edit-says" role="status">
        {says}
      </p>
      <FlawLine flaws={flaws} press={() => editor.current?.toNextFlaw()} />
      <div class="edit-host" ref={host} />
      <div class="edit-told">
        {told ? (
          <>
            <code>{told.is}</code>
            {told.says !== '' && <p>{told.says}</p>}
          </>
        ) : (
          <p>Write in the frame. What the name under the cursor is stands here. Tab leaves the text; F8 goes to the next error.</p>
        )}
      </div>
    </section>
  );
}
