/** The keys that put a file of ours into the editor: they open it when it is not open, and say in a bar what is to be done with it and seen. */
import type { Workshop } from '../simulation/edit/workshop.ts';

type Key = HTMLButtonElement;

/** `open` opens the editor once, and gives undefined where that failed. `bar` stands above the plate and is hidden until then. */
export function enablePutting(open: () => Promise<Workshop | undefined>, bar: HTMLElement): void {
  const keys = [...document.querySelectorAll<Key>('button[data-puts]')];
  const [run, check, next] = ['run', 'check', 'next'].map((does) => bar.querySelector<Key>(`[data-does=${does}]`)!) as [Key, Key, Key];
  let after: Key | undefined;
  for (const key of keys) {
    key.disabled = false;
    key.addEventListener('click', () => void put(key));
  }
  run.addEventListener('click', () => void open().then((it) => ran(it?.run())));
  check.addEventListener('click', () => void open().then((it) => ran(it?.check())));
  next.addEventListener('click', () => after?.click());

  async function put(key: Key): Promise<void> {
    const workshop = await open();
    if (!workshop) return document.querySelector('.way')?.scrollIntoView();
    const [folder, name = ''] = key.dataset['puts']!.split('/');
    const texts = await import('./texts.ts');
    const load = (folder === 'lock' ? texts.lock : texts.examples)[name];
    if (!load) return;
    workshop.put(await load(), 'Nothing of it runs before you press Run. Ctrl-Z in the text brings yours back.');
    tell(key);
    bar.parentElement!.scrollIntoView(); // the bar itself is always in view, because it sticks
    bar.focus({ preventScroll: true });
  }

  function tell(key: Key): void {
    const { title = '', sees = '', from = '' } = key.dataset;
    after = keys[keys.indexOf(key) + 1];
    if (!after?.dataset['puts']?.startsWith('lock/')) after = undefined;
    bar.hidden = false;
    bar.querySelector('strong')!.textContent = `${title}.`;
    bar.querySelector('span')!.textContent = sees;
    bar.querySelector('a')!.href = `#${from}`;
    next.hidden = after === undefined;
    next.textContent = `Next: ${after?.dataset['title'] ?? ''}`;
  }

  /** Why it does not run stands in the editor. */
  async function ran(running: Promise<boolean> | undefined): Promise<void> {
    if ((await running) === false) document.querySelector('.edit-panel')?.scrollIntoView();
  }
}
