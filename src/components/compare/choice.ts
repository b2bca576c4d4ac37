/**
 * Which systems stand side by side, and in which order. Without script the boxes hide columns by the stylesheet alone;
 * with it, the choice and its order stand in the address, `?systems=themelios,violetos`.
 */

import { addressWith } from '../page/address.ts';

const parameter = 'systems';

/** The systems that a query names, in its order, each once; empty when it names none that is known. */
export function chosenIn(search: string, known: readonly string[]): string[] {
  const named = new URLSearchParams(search).get(parameter)?.split(',') ?? [];
  return [...new Set(named)].filter((it) => known.includes(it));
}

/** The query for a choice, with what else stands in it; empty when nothing is left to say. */
export function queryFor(search: string, chosen: readonly string[]): string {
  const query = new URLSearchParams(search);
  query.delete(parameter);
  const parts = [...(chosen.length > 0 ? [`${parameter}=${chosen.join(',')}`] : []), ...(query.size > 0 ? [query.toString()] : [])];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The order in which columns stand: what is chosen first, as it was chosen, and the rest as it was. */
export const orderOf = (chosen: readonly string[], all: readonly string[]): string[] => [
  ...chosen,
  ...all.filter((it) => !chosen.includes(it)),
];

/** What a choice shows, as a sentence: titles in their order. */
export function says(titles: readonly string[]): string {
  if (titles.length === 0) return 'All systems are shown.';
  if (titles.length === 1) return `${titles[0]} alone. Choose another to compare it with.`;
  return `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}, side by side.`;
}

/** Takes over the boxes of a page. Each answer carries its system in `data-system`. */
export function enhanceChoice(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('.choice input')];
  const lists = [...root.querySelectorAll<HTMLElement>('.answers')];
  const status = root.querySelector<HTMLElement>('[role="status"]')!;
  const all = boxes.map((it) => it.value);
  const titleOf = (id: string) => boxes.find((it) => it.value === id)!.dataset['title']!;

  const show = (chosen: readonly string[]) => {
    for (const box of boxes) box.checked = chosen.includes(box.value);
    const order = orderOf(chosen, all);
    const place = (it: Element) => order.indexOf((it as HTMLElement).dataset['system']!);
    for (const list of lists) list.append(...[...list.children].sort((a, b) => place(a) - place(b)));
    status.textContent = says(chosen.map(titleOf));
  };
  const fromAddress = () => show(chosenIn(location.search, all));

  root.querySelector('.choice')!.addEventListener('change', (event) => {
    const { value, checked } = event.target as HTMLInputElement;
    const others = chosenIn(location.search, all).filter((it) => it !== value);
    const chosen = checked ? [...others, value] : others;
    history.pushState(null, '', addressWith(queryFor(location.search, chosen)) + location.hash);
    show(chosen);
  });
  window.addEventListener('popstate', fromAddress);
  window.addEventListener('pageshow', fromAddress); // a browser may put back the boxes of an earlier visit
  fromAddress();
}
