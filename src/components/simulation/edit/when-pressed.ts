/** The key that opens an editor. Nothing of the editor is loaded before it is pressed, or before a link with a text is opened. */
import type { Language, TextKind } from './language.ts';

type Open<Opened> = (holder: HTMLElement, language: Language) => Promise<Opened>;

/**
 * `holder`, of the class `edit-model` and with `data-edit-model` or `data-edit-service`, for which the seal of the page allows the sandbox, takes the editor; `load`
 * imports what opens it there. `way` has the key and the words beside it, and goes when the editor is there. Returns what does as the key
 * does, once, and gives undefined where that failed.
 */
export function openWhenPressed<Opened>(
  holder: HTMLElement,
  load: () => Promise<Open<Opened>>,
  way: HTMLElement = holder,
  of: TextKind = 'model',
): () => Promise<Opened | undefined> {
  const button = way.querySelector('button')!;
  const says = way.querySelector('p')!;
  const opened = async (): Promise<Opened | undefined> => {
    button.disabled = true;
    says.textContent = 'The editor is being loaded: about 1 MB.';
    try {
      // TypeScript is the largest part, so it is asked for first.
      const language = import('./language.ts').then(({ Language }) => new Language(of));
      const openIn = await load();
      const found = await openIn(holder, await language);
      if (way !== holder) way.remove();
      return found;
    } catch {
      last = undefined;
      button.disabled = false;
      says.textContent = 'The editor could not be loaded. Press again to try once more.';
      return undefined;
    }
  };
  let last: Promise<Opened | undefined> | undefined;
  const open = () => (last ??= opened());
  button.disabled = false;
  button.addEventListener('click', () => void open());
  if (location.hash.startsWith('#edit=')) void open();
  return open;
}
