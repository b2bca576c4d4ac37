/**
 * Shows what a link tells without leaving the text: the source of a number, the meaning of a word. A link names by `data-tells` the element at the
 * foot of the page that has it, or several; this shows a copy beside the link while it is pointed at or has the focus. A tap opens it in the
 * text, below the paragraph, and a second one closes it. Without script the link leads where it leads.
 */

/** So long a pointer rests on a link before something opens: to read across a line opens nothing. */
const restMs = 150;
/** So long it stays when the pointer leaves, so that what it shows can be reached and clicked. */
const leaveMs = 250;

let shown: { readonly link: HTMLAnchorElement; readonly box: HTMLElement } | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

const linkAt = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  (target instanceof Element && target.closest<HTMLAnchorElement>('a[data-tells]')) || undefined;
const isInBox = (target: EventTarget | null): boolean => target instanceof Node && shown?.box.contains(target) === true;

/** What the foot of the page says, for showing it elsewhere; nothing where it says nothing. */
function boxOf(link: HTMLAnchorElement): HTMLElement | undefined {
  const ids = (link.dataset['tells'] ?? '').split(' ');
  const copies = ids.flatMap((id) => {
    const told = document.getElementById(id);
    return told ? [copyOf(told, ids.length > 1)] : [];
  });
  if (copies.length === 0) return undefined;
  const box = document.createElement('div');
  box.className = 'told-note';
  box.append(...copies);
  return box;
}

/** A copy of one note, with its number where several are shown: no id may be there twice, and nothing leads back to where one is. */
function copyOf(told: HTMLElement, isNumbered: boolean): HTMLElement {
  const item = told.closest('li') ?? told;
  const box = document.createElement('div');
  const sign = item.querySelector(':scope > .glyph')?.cloneNode(true);
  if (sign) box.append(sign);
  const text = document.createElement('p');
  for (const node of told.childNodes) {
    if (!(node instanceof Element && node.matches('.back'))) text.append(node.cloneNode(true));
    else if (isNumbered) text.append(node.textContent ?? '');
  }
  const where = item === told ? undefined : item.querySelector('.where')?.cloneNode(true);
  if (where) text.append(text.textContent?.trim() ? '. ' : '', where);
  box.append(text);
  for (const each of box.querySelectorAll('[id]')) each.removeAttribute('id');
  return box;
}

function hide(): void {
  clearTimeout(waiting);
  shown?.box.remove();
  shown = undefined;
}

function show(link: HTMLAnchorElement, isInText: boolean): void {
  if (shown?.link === link) return;
  hide();
  const box = boxOf(link);
  if (!box) return;
  shown = { link, box };
  if (isInText) {
    box.classList.add('in-text');
    blockOf(link).after(box);
    return;
  }
  box.popover = 'manual';
  document.body.append(box);
  box.showPopover();
  place(box, link.getBoundingClientRect());
}

/** What a note in the text stands behind: the paragraph, the item or the table. */
const blockOf = (link: Element): Element => link.closest('table') ?? link.closest('p, li, dd, figcaption, blockquote') ?? link;

/** Below the link, or above where there is no room; always within the window. */
function place(box: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const below = bottom + 8;
  box.style.left = `${Math.max(8, Math.min(left - 16, innerWidth - width - 8))}px`;
  box.style.top = `${below + height > innerHeight && top > height + 8 ? top - height - 8 : below}px`;
}

function soon(act: () => void, afterMs: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(act, afterMs);
}

/** Answers every link of the page that tells something. */
export function tell(): void {
  let isTouch = false;
  addEventListener('pointerdown', ({ pointerType, target }) => {
    isTouch = pointerType === 'touch';
    if (!linkAt(target) && !isInBox(target)) hide();
  });
  document.addEventListener('pointerover', ({ pointerType, target }) => {
    if (pointerType === 'touch') return;
    const link = linkAt(target);
    if (link) soon(() => show(link, false), restMs);
    else if (isInBox(target)) clearTimeout(waiting);
    else if (shown && !shown.box.classList.contains('in-text') && document.activeElement !== shown.link) soon(hide, leaveMs);
    else if (!shown) clearTimeout(waiting);
  });
  document.addEventListener('focusin', ({ target }) => {
    const link = linkAt(target);
    if (link && !isTouch) show(link, false);
    else if (!link && !isInBox(target)) hide();
  });
  document.addEventListener('click', (event) => {
    const link = linkAt(event.target);
    if (!link || !isTouch) return;
    event.preventDefault();
    if (shown?.link === link) hide();
    else show(link, true);
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  addEventListener('scroll', () => shown?.box.popover && hide(), { passive: true });
}
