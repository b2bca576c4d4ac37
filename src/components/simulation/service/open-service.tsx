/** Opens the editor of services. All that it needs is loaded by this file, and nothing of it before a reader asks for it. */
import { render } from 'preact';
import { draftIn, modelIn } from '../edit/drafts.ts';
import editStyles from '../edit/edit.css?inline';
import type { Language } from '../edit/language.ts';
import { editIn, openEdit, versionOf } from '../edit/share.ts';
import styles from './service.css?inline';
import { ServicePanel } from './ServicePanel.tsx';
import { shippedServices, type ShippedService } from './shipped.ts';
import { draftId, ServiceWorkshop } from './workshop.ts';

/** As texts, for as imports Astro would put them onto every page of prose. A sheet that a script adopts is nothing that the policy forbids. */
function adopt(...texts: readonly string[]): void {
  for (const text of texts) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
}

interface Opened {
  readonly shipped: ShippedService;
  readonly text: string;
  readonly from: string | undefined;
}

/** `holder` takes the editor; a link in the address fills it, and runs nothing. */
export async function openServiceEditor(holder: HTMLElement, language: Language): Promise<void> {
  const address = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/sandbox/`;
  let workshop: ServiceWorkshop | undefined;
  const show = ({ shipped, text, from }: Opened): void => {
    workshop?.close();
    workshop = new ServiceWorkshop(shipped, language, address);
    const open = (id: string) => show(openedOf(shippedServices.find((it) => it.id === id) ?? shipped));
    render(<ServicePanel key={`${shipped.id} ${from ?? ''}`} workshop={workshop} text={text} from={from} open={open} />, holder);
  };
  const link = editIn(location.hash);
  const first = link === undefined ? openedOf(shippedServices[0]!) : await fromLink(link);
  adopt(editStyles, styles);
  holder.replaceChildren();
  show(first);
}

/** A draft of this tab comes before what was kept. */
function openedOf(shipped: ShippedService): Opened {
  const id = draftId(shipped);
  for (const [found, what] of [
    [draftIn(id), 'your draft of this tab'],
    [modelIn(id), 'the one that you kept'],
  ] as const) {
    if (!found || found.text === shipped.text) continue;
    const older = found.of === versionOf(shipped.text) ? '' : ' The shipped file has changed since.';
    return { shipped, text: found.text, from: `The text is ${what}.${older} Reset brings the shipped file back.` };
  }
  return { shipped, text: shipped.text, from: undefined };
}

/** A link names the version of the file that it changes, and so which file. */
async function fromLink(link: string): Promise<Opened> {
  let why = 'The link holds no change of a service.';
  for (const shipped of shippedServices) {
    try {
      const text = await openEdit(shipped.text, link);
      return { shipped, text, from: 'The text is from the link in the address. Nothing of it runs before you press Run.' };
    } catch (problem) {
      if (problem instanceof RangeError)
        why = problem.message.replace('of this model', 'of the service').replace('of a model', 'of a service');
    }
  }
  const shipped = shippedServices[0]!;
  return { shipped, text: shipped.text, from: `${why} The text is the shipped file.` };
}
