/** Questions in a page: a choice is answered at once, with its reason, and a line says how many were right at the first try. */

/** `list` holds fieldsets of radio buttons; the right one has `data-right`, and behind each stands why, hidden. */
export function askQuestions(list: HTMLElement): void {
  const fieldsets = [...list.querySelectorAll<HTMLFieldSetElement>('[data-question]')];
  const tally = document.querySelector<HTMLElement>('[data-tally]');
  /** Whether the first choice of a question was right. */
  const firsts = new Map<HTMLFieldSetElement, boolean>();
  for (const fieldset of fieldsets) {
    const status = document.createElement('p');
    status.className = 'sr-only';
    status.setAttribute('role', 'status');
    fieldset.append(status);
    fieldset.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const isRight = target.dataset['right'] !== undefined;
      if (!firsts.has(fieldset)) firsts.set(fieldset, isRight);
      for (const because of fieldset.querySelectorAll<HTMLElement>('.because'))
        because.hidden = because.parentElement !== target.closest('.choice');
      status.textContent = target.closest('.choice')?.querySelector('.because')?.textContent.trim() ?? '';
      if (tally) tally.textContent = tallyOf([...firsts.values()], fieldsets.length);
    });
  }
}

/** `Right at the first try: 2 of 3; 11 are left.` */
export function tallyOf(firsts: readonly boolean[], all: number): string {
  const left = all - firsts.length;
  const rest = left === 0 ? '' : `; ${left} ${left === 1 ? 'is' : 'are'} left`;
  return `Right at the first try: ${firsts.filter(Boolean).length} of ${firsts.length}${rest}.`;
}
