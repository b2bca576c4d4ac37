/** Marks on the page of all labs what is solved and what comes next. The page is complete without it. */
import { nextLab, stateOf, type LabState } from '../../facts/lab-order.ts';
import { onProgress, progressHere } from './progress-here.ts';

interface Lab {
  readonly id: string;
  readonly title: string;
  readonly after: readonly string[];
}

/** `groups`: the labs of each system, in their order. */
export function markLabs(groups: readonly (readonly Lab[])[]): void {
  const show = () => {
    const { solved } = progressHere.progress;
    const all = groups.flat();
    const next = nextLab(groups, solved);
    for (const lab of all) mark(lab.id, stateOf(lab, solved), lab.id === next?.id);
    const done = all.filter(({ id }) => solved.has(id)).length;
    const box = document.querySelector<HTMLElement>('[data-continue]');
    if (box) tellNext(box, next, done, all.length);
  };
  onProgress(show);
  show();
}

const words: Readonly<Record<LabState, string>> = { solved: 'Solved', ready: 'Open', later: 'Later' };

function mark(id: string, state: LabState, isNext: boolean): void {
  for (const place of document.querySelectorAll(`[data-lab="${CSS.escape(id)}"]`)) {
    place.classList.toggle('is-solved', state === 'solved');
    place.classList.toggle('is-next', isNext);
    const says = place.querySelector<HTMLElement>('[data-lab-state]');
    if (says) {
      says.textContent = isNext ? 'Next' : words[state];
      says.hidden = false;
    }
  }
}

function tellNext(box: HTMLElement, next: Lab | undefined, done: number, all: number): void {
  const link = box.querySelector('a');
  const says = box.querySelector('[data-continue-says]');
  if (says)
    says.textContent = done === 0 ? `None of ${all} labs is solved yet.` : `${done} of ${all} labs ${done === 1 ? 'is' : 'are'} solved.`;
  if (!link) return;
  link.hidden = next === undefined;
  if (!next) return;
  link.textContent = `${done === 0 ? 'Begin with' : 'Continue with'} “${next.title}”`;
  link.href = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/learn/${next.id}/`;
}
