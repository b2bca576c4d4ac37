/** Fills the page that says what is there without a network. */
import { opened } from '../page/opening.ts';
import { readKept, removeKept } from './kept-pages.ts';

const own = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline/`;

export async function showKept(): Promise<void> {
  if (location.pathname !== own) {
    const asked = document.getElementById('was-asked')!;
    asked.querySelector('code')!.textContent = location.pathname;
    asked.hidden = false;
  }
  try {
    await list();
  } finally {
    opened();
  }
  document.querySelector('#kept-remove button')!.addEventListener('click', () => void removeKept().then(list));
}

async function list(): Promise<void> {
  const { pages, bytes } = await readKept();
  document.getElementById('kept-sum')!.textContent = sumOf(pages.length, bytes);
  document.getElementById('kept-remove')!.hidden = bytes === 0;
  document.getElementById('kept-pages')!.replaceChildren(
    ...pages.map(({ address, title }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = address;
      link.textContent = title;
      item.append(link);
      return item;
    }),
  );
}

function sumOf(pages: number, bytes: number): string {
  if (bytes === 0) return 'Nothing is kept on this device.';
  const megabytes = `${(bytes / 1e6).toFixed(1)} MB with the search and all that they need`;
  if (pages === 0) return `No page is kept yet; ${megabytes}.`;
  return `${pages === 1 ? 'One page' : `${pages} pages`}, the newest visit first; ${megabytes}.`;
}
