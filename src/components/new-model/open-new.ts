/** The editor on a model that is no shipped one. It begins with the template; the files of the walk and of the reference are put into it. */
import type { Language } from '../simulation/edit/language.ts';
import { openModelEditor } from '../simulation/edit/open.tsx';
import type { Subject } from '../simulation/edit/subject.ts';
import type { Workshop } from '../simulation/edit/workshop.ts';
import { fileNameOf } from './file-name.ts';
import { lock } from './texts.ts';

/** `holder` takes the editor. The page has one plate. */
export async function openNew(holder: HTMLElement, language: Language): Promise<Workshop> {
  const subject: Subject = {
    id: 'new',
    text: await lock['scenario']!(),
    file: fileNameOf,
    runs: undefined,
    view: undefined,
    plate: document.querySelector<HTMLElement>('.simulation')!,
    words: { panel: 'Write a model', text: 'the template', runs: 'your model', before: 'the run of the template' },
  };
  return openModelEditor(holder, subject, language);
}
