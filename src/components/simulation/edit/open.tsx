/** Opens the editor of a page. All that it needs is loaded by this file, and nothing of it before a reader asks for it. */
import './edit.css';
import { render } from 'preact';
import { draftIn, modelIn } from './drafts.ts';
import { EditPanel } from './EditPanel.tsx';
import type { Language } from './language.ts';
import { editIn, openEdit, versionOf } from './share.ts';
import type { Subject } from './subject.ts';
import { Workshop } from './workshop.ts';

/** `holder` takes the editor; a link in the address fills it, and runs nothing. */
export async function openModelEditor(holder: HTMLElement, subject: Subject, language: Language): Promise<Workshop> {
  const sandbox = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/sandbox/`;
  const workshop = new Workshop(subject, language, sandbox);
  const { text, from } = await textFor(subject, location.hash);
  holder.replaceChildren();
  render(<EditPanel workshop={workshop} text={text} from={from} />, holder);
  return workshop;
}

interface Opened {
  readonly text: string;
  readonly from: string | undefined;
}

/** A link comes before a draft of this tab, and that before what was kept. */
async function textFor({ id, text: first, words }: Subject, fragment: string): Promise<Opened> {
  const link = editIn(fragment);
  if (link !== undefined) {
    try {
      const text = await openEdit(first, link);
      return {
        text,
        from: 'The text is from the link in the address. Nothing of it runs before you press Run; Differences shows what it changes.',
      };
    } catch (problem) {
      return { text: first, from: `${problem instanceof RangeError ? problem.message : String(problem)} The text is ${words.text}.` };
    }
  }
  const version = versionOf(first);
  for (const [found, what] of [
    [draftIn(id), 'your draft of this tab'],
    [modelIn(id), 'the one that you kept'],
  ] as const) {
    if (!found || found.text === first) continue;
    const older = found.of === version ? '' : ` What it began with, ${words.text}, has changed since.`;
    return { text: found.text, from: `The text is ${what}.${older} Reset brings ${words.text} back.` };
  }
  return { text: first, from: undefined };
}
