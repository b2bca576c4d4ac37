/** The editor of a mechanism that is shipped, on its page. */
import { loadMechanism, loadView } from '../../../mechanisms/registry.ts';
import type { Language } from './language.ts';
import { openModelEditor } from './open.tsx';
import type { Subject } from './subject.ts';

const files = import.meta.glob<string>('../../../mechanisms/*/*/model.ts', { query: '?raw', import: 'default' });

/** `holder` names its model and takes the editor. */
export async function openShipped(holder: HTMLElement, language: Language): Promise<void> {
  const id = holder.dataset['editModel']!;
  const plate = document.querySelector<HTMLElement>(`.simulation[data-run="${CSS.escape(id)}"]`);
  const load = files[`../../../mechanisms/${id}/model.ts`];
  if (!plate || !load) throw new Error(`there is no simulation of ${id} here`);
  const [text, runs, view] = await Promise.all([load(), loadMechanism(id), loadView(id)]);
  const subject: Subject = {
    id,
    text,
    file: () => `${id.replaceAll('/', '-')}-edited.ts`,
    runs,
    view,
    plate,
    words: { panel: 'Edit this model', text: 'the shipped file', runs: 'the edited model', before: 'the shipped model' },
  };
  await openModelEditor(holder, subject, language);
}
