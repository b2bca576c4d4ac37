/** Which steps of a path were done: a box for each, kept with the reader's progress. A lab ticks itself when it was solved. */
import { onProgress, progressHere, tellOfProgress } from '../learn/progress-here.ts';
import { withRead } from '../learn/progress.ts';

/** `list` names its path; each item its step, and its lab where it is one. */
export function keepSteps(list: HTMLElement): void {
  const path = list.dataset['path']!;
  const says = document.querySelector<HTMLElement>('[data-path-says]');
  const boxes = [...list.querySelectorAll<HTMLLIElement>('li')].map((item) => boxOf(item, path));
  const show = (): void => {
    const { progress } = progressHere;
    for (const { box, step, lab } of boxes) {
      // A lab that is solved stays so.
      box.disabled = lab !== undefined && progress.solved.has(lab);
      box.checked = box.disabled || (progress.read.get(path)?.has(step) ?? false);
    }
    const done = boxes.filter(({ box }) => box.checked).length;
    if (says) says.textContent = [sumOf(done, boxes.length), progressHere.trouble].filter((it) => it !== undefined).join(' ');
  };
  onProgress(show);
  show();
}

function boxOf(item: HTMLLIElement, path: string) {
  const { step = '', lab } = item.dataset;
  const box = item.querySelector<HTMLInputElement>('input')!;
  box.addEventListener('change', () => {
    progressHere.change((now) => withRead(now, path, step, box.checked));
    tellOfProgress();
  });
  return { box, step, lab };
}

/** `3 of 7 steps are done. That is kept in this browser and nowhere else.` */
export const sumOf = (done: number, all: number): string =>
  done === all
    ? 'All steps are done.'
    : `${done} of ${all} steps ${done === 1 ? 'is' : 'are'} done. That is kept in this browser and nowhere else.`;
