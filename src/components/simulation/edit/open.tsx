/** Opens the editor of a page. All that it needs is loaded by this file, and nothing of it before a reader asks for it. */
import './edit.css';
import { render } from 'preact';
import { loadMechanism, loadView } from '../../../mechanisms/registry.ts';
import { draftIn, modelIn } from './drafts.ts';
import { EditPanel } from './EditPanel.tsx';
import type { Language } from './language.ts';
import { Plate } from './plate.tsx';
import { editIn, openEdit, versionOf } from './share.ts';
import { Workshop } from './workshop.ts';

const files = import.meta.glob<string>('../../../mechanisms/*/*/model.ts', { query: '?raw', import: 'default' });

/** `holder` names its model and takes the editor; a link in the address fills it, and runs nothing. */
export async function openModelEditor(holder: HTMLElement, language: Language): Promise<void> {
  const id = holder.dataset['editModel']!;
  const plateHolder = document.querySelector<HTMLElement>(`.simulation[data-run="${CSS.escape(id)}"]`);
  const load = files[`../../../mechanisms/${id}/model.ts`];
  if (!plateHolder || !load) throw new Error(`there is no simulation of ${id} here`);
  const [shipped, mechanism, view] = await Promise.all([load(), loadMechanism(id), loadView(id)]);
  const plate = new Plate(plateHolder, view);
  const sandbox = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/sandbox/`;
  const workshop = new Workshop({ id, shipped, mechanism, plate, language, sandbox });
  const { text, from } = await textFor(id, shipped, location.hash);
  holder.replaceChildren();
  render(<EditPanel workshop={workshop} text={text} from={from} />, holder);
}

interface Opened {
  readonly text: string;
  readonly from: string | undefined;
}

/** A link comes before a draft of this tab, and that before what was kept. */
async function textFor(id: string, shipped: string, fragment: string): Promise<Opened> {
  const link = editIn(fragment);
  if (link !== undefined) {
    try {
      const text = await openEdit(shipped, link);
      return {
        text,
        from: 'The text is from the link in the address. Nothing of it runs before you press Run; Differences shows what it changes.',
      };
    } catch (problem) {
      return { text: shipped, from: `${problem instanceof RangeError ? problem.message : String(problem)} The text is the shipped file.` };
    }
  }
  const version = versionOf(shipped);
  for (const [found, what] of [
    [draftIn(id), 'your draft of this tab'],
    [modelIn(id), 'the one that you kept'],
  ] as const) {
    if (!found || found.text === shipped) continue;
    const older = found.of === version ? '' : ' The shipped file has changed since.';
    return { text: found.text, from: `The text is ${what}.${older} Reset brings the shipped file back.` };
  }
  return { text: shipped, from: undefined };
}
