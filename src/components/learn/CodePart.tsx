/** The answer to a lab that asks for code: a key, and behind it the editor, of which nothing is loaded before. */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type * as CodeEditorFile from './CodeEditor.tsx';
import { progressHere } from './progress-here.ts';

/** What is asked of the editor. */
export interface CodeHandle {
  /** What stands in the frame. */
  readonly hole: () => string;
  /** The whole text of the model, with it. */
  readonly whole: () => string;
  /** Brings back what the lab begins with. */
  readonly anew: () => void;
  readonly language: CodeEditorFile.Materials['language'];
  /** The file as it is shipped. */
  readonly shipped: string;
}

interface Props {
  readonly id: string;
  readonly model: string;
  readonly isHere: boolean;
  readonly opened: (code: CodeHandle) => void;
  readonly keep: (draft: string | undefined) => void;
  /** The text around the part, until the editor is open. */
  readonly children?: ComponentChildren;
}

interface Loaded {
  readonly CodeEditor: FunctionComponent<CodeEditorFile.CodeEditorProps>;
  readonly materials: CodeEditorFile.Materials;
}

async function load(id: string, model: string): Promise<Loaded> {
  // TypeScript is the largest part, so it is asked for first.
  const language = import('../simulation/edit/language.ts').then(({ Language }) => new Language());
  const { CodeEditor, materialsOf } = await import('./CodeEditor.tsx');
  return { CodeEditor, materials: await materialsOf(id, model, await language) };
}

export function CodePart({ id, model, isHere, opened, keep, children }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [says, setSays] = useState<string>();
  if (loaded) return <loaded.CodeEditor {...loaded.materials} draft={progressHere.progress.drafts.get(id)} opened={opened} keep={keep} />;
  const open = () => {
    setSays('The editor is being loaded: about 1 MB.');
    load(id, model).then(setLoaded, () => setSays('The editor could not be loaded. Press again to try once more.'));
  };
  return (
    <>
      {children}
      <p class="lab-open">
        <button type="button" class="key key-run" disabled={!isHere} onClick={open}>
          Write the answer
        </button>{' '}
        <span role="status">{says}</span>
      </p>
    </>
  );
}
