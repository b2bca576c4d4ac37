/**
 * What-if in the page: switches in the board mark milestones as done, and board, lists and graph show what follows.
 * What is asked stands in the address. The sentences and sources of the edges are taken from the list of all edges.
 */
import { addressWith } from '../page/address.ts';
import { opened } from '../page/opening.ts';
import { edgesOn, grounds, type Edge, type Ground, type Plan } from '../../facts/order/graph.ts';
import { whatIf, type WhatIf } from '../../facts/order/what-if.ts';
import {
  answerTo,
  askedIn,
  asksNothing,
  groundWords,
  nothingAsked,
  planFrom,
  queryFor,
  type Asked,
  type SentStep,
} from './what-if-plan.ts';

interface Parts {
  readonly main: HTMLElement;
  readonly sent: ReadonlyMap<string, SentStep>;
  readonly plan: Plan;
}

const all = <T extends Element>(root: ParentNode, selector: string): T[] => [...root.querySelectorAll<T>(selector)];

function element(tag: string, text: string, className = ''): HTMLElement {
  const it = document.createElement(tag);
  it.textContent = text;
  it.className = className;
  return it;
}

/** The name of a milestone as a link to its page; the address is that of its row, which carries the base path. */
function linkTo({ main, sent }: Parts, id: string): HTMLElement {
  const link = main.querySelector<HTMLAnchorElement>(`tr[data-milestone="${id}"] th a`)!;
  const copy = document.createElement('a');
  copy.href = link.getAttribute('href')!;
  copy.textContent = `${sent.get(id)!.label}: ${link.textContent}`;
  const heading = document.createElement('h3');
  heading.append(copy);
  return heading;
}

/** An edge with the sentences that count, copied from the list of all edges; behind the name what is true of it now. */
function edgeCopy({ main }: Parts, edge: Edge, adds: string): HTMLElement {
  const copy = main.querySelector(`.edges .edge[data-of="${edge.of}"][data-needs="${edge.needs}"]`)!.cloneNode(true) as HTMLElement;
  for (const reason of all<HTMLElement>(copy, '.reason'))
    if (!edge.reasons.some(({ basis }) => basis === reason.dataset['basis'])) reason.remove();
  if (adds !== '') copy.querySelector('.needed')!.append(`, ${adds}.`);
  return copy;
}

function showLists(parts: Parts, asked: Asked, then: WhatIf): void {
  const { main, plan } = parts;
  const becomes = new Set(then.becomesReady.map((it) => it.id));
  const given = `${asked.done.size > 0 ? 'With what is marked as done' : 'With nothing marked as done'}, on ${groundWords[asked.ground]}.`;
  for (const it of all(main, '.then-given')) it.textContent = given;
  const met = (id: string): string => (plan.find((it) => it.id === id)?.progress === 'complete' ? 'which is complete' : 'marked as done');
  main.querySelector('.then-ready')!.replaceChildren(
    ...(then.ready.length === 0 ? [element('li', 'Nothing.')] : []),
    ...then.ready.map(({ id, because }) => {
      const item = document.createElement('li');
      item.append(linkTo(parts, id));
      if (becomes.has(id)) {
        item.className = 'is-new';
        item.append(element('p', 'becomes ready', 'label'));
      }
      if (because.length === 0) item.append(element('p', 'No edge of this kind leads to it.'));
      item.append(...because.map((edge) => edgeCopy(parts, edge, met(edge.needs))));
      return item;
    }),
  );
  main.querySelector('.then-chain')!.replaceChildren(
    ...(then.chain.ids.length === 0 ? [element('li', 'No milestone remains.')] : []),
    ...then.chain.ids.map((id, i) => {
      const item = document.createElement('li');
      const edge = then.chain.edges[i - 1];
      item.append(linkTo(parts, id), ...(edge ? [edgeCopy(parts, edge, '')] : []));
      return item;
    }),
  );
}

function showGraph({ main, plan }: Parts, { done, ground }: Asked, then: WhatIf): void {
  const ready = new Set(then.ready.map((it) => it.id));
  for (const node of all<SVGElement>(main, '.node')) {
    const { milestone: id = '', word = '' } = node.dataset;
    const says = done.has(id) ? 'Marked done' : ready.has(id) ? 'Free to start' : word;
    node.classList.toggle('is-marked', done.has(id));
    node.classList.toggle('is-chain', then.chain.ids.includes(id));
    node.querySelector('.says')!.textContent = says;
  }
  const counted = new Map(plan.flatMap((step) => edgesOn(step, ground)).map((edge) => [`${edge.needs} ${edge.of}`, edge]));
  for (const line of all<SVGElement>(main, '.graph .line')) {
    const key = `${line.dataset['needs']} ${line.dataset['of']}`;
    const edge = counted.get(key);
    line.classList.toggle('is-off', edge === undefined);
    line.classList.toggle(
      'is-chain',
      then.chain.edges.some((it) => `${it.needs} ${it.of}` === key),
    );
    if (edge) {
      const stated = edge.reasons.some((it) => it.basis === 'stated');
      line.classList.toggle('stated', stated);
      line.classList.toggle('derived', !stated);
    }
  }
}

function show(parts: Parts, asked: Asked): void {
  const { main, plan, sent } = parts;
  const then = whatIf(plan, asked.done, asked.ground);
  const ready = new Set(then.ready.map((it) => it.id));
  const asking = !asksNothing(asked);
  main.classList.toggle('is-asking', asking);
  for (const it of all<HTMLElement>(main, '.as-documented')) it.hidden = asking;
  for (const it of all<HTMLElement>(main, '.as-asked')) it.hidden = !asking;
  for (const row of all<HTMLElement>(main, 'tr[data-milestone]')) {
    const id = row.dataset['milestone']!;
    row.classList.toggle('is-marked', asked.done.has(id));
    row.classList.toggle('is-ready', asking && ready.has(id));
  }
  for (const it of all<HTMLInputElement>(main, 'input[name="done"]')) it.checked = asked.done.has(it.value);
  main.querySelector<HTMLSelectElement>('.what-if select')!.value = asked.ground;
  main.querySelector('.what-if .reset')!.setAttribute('aria-disabled', String(!asking));
  main.querySelector('.what-if [role="status"]')!.textContent = answerTo(asked, then, (id) => sent.get(id)!.label);
  showLists(parts, asked, then);
  showGraph(parts, asked, then);
}

/** Takes over the what-if of a page, if it has one. */
export function enhanceWhatIf(main: HTMLElement): void {
  const data = main.querySelector('#sent-plan')?.textContent;
  if (!data) return;
  const steps = JSON.parse(data) as SentStep[];
  const parts: Parts = { main, sent: new Map(steps.map((it) => [it.id, it])), plan: planFrom(steps) };
  const isOpen = (id: string): boolean => parts.sent.get(id)?.progress === 'open';
  const now = (): Asked => askedIn(location.search, isOpen);
  const ask = (asked: Asked): void => {
    const query = queryFor(location.search, asked);
    if (query !== location.search) history.pushState(null, '', addressWith(query) + location.hash);
    show(parts, asked);
  };

  main.addEventListener('change', ({ target }) => {
    const { done, ground } = now();
    if (target instanceof HTMLInputElement && target.name === 'done')
      ask({ done: new Set(target.checked ? [...done, target.value] : [...done].filter((id) => id !== target.value)), ground });
    if (target instanceof HTMLSelectElement && target.closest('.what-if')) ask({ done, ground: groundOf(target.value) });
  });
  main.querySelector('.what-if .reset')!.addEventListener('click', () => ask(nothingAsked));
  // A browser may bring back switches as they were left, after this has run.
  for (const type of ['popstate', 'pageshow']) window.addEventListener(type, () => show(parts, now()));
  show(parts, now());
  opened();
}

const groundOf = (value: string): Ground => grounds.find((it) => it === value) ?? nothingAsked.ground;
