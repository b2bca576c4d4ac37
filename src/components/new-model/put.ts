/** The keys that put a file of ours into the editor: they open it when it is not open, and say in a bar above it what is to be done and seen. */
import type { Workshop } from '../simulation/edit/workshop.ts';

/** `open` opens the editor once, and gives undefined where that failed. `bar` stands above it and is hidden until then. */
export function enablePutting(open: () => Promise<Workshop | undefined>, bar: HTMLElement): void {
  const keys = [...document.querySelectorAll<HTMLButtonElement>('button[data-puts]')];
  for (const key of keys) {
    key.disabled = false;
    key.addEventListener('click', () => void put(key));
  }
  const put = async (key: HTMLButtonElement): Promise<void> => {
    const workshop = await open();
    if (!workshop) return;
    const [folder = '', name = ''] = key.dataset['puts']!.split('/');
    const texts = await import('./texts.ts');
    const load = (folder === 'lock' ? texts.lock : texts.examples)[name];
    if (!load) return;
    workshop.put(await load(), 'Nothing of it runs before you press Run. Ctrl-Z in the text brings yours back.');
    tell(key);
    bar.scrollIntoView({ block: 'nearest' });
    bar.focus({ preventScroll: true });
  };
  let next: HTMLButtonElement | undefined;
  const on = bar.querySelector('button')!;
  on.addEventListener('click', () => next?.click());
  const tell = (key: HTMLButtonElement): void => {
    const { title = '', sees = '', from = '' } = key.dataset;
    const after = keys[keys.indexOf(key) + 1];
    next = after?.dataset['puts']?.startsWith('lock/') ? after : undefined;
    bar.hidden = false;
    bar.querySelector('strong')!.textContent = `${title}.`;
    bar.querySelector('span')!.textContent = sees;
    bar.querySelector('a')!.href = `#${from}`;
    on.hidden = next === undefined;
    on.textContent = `Next: ${next?.dataset['title'] ?? ''}`;
  };
}
