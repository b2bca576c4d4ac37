/**
 * Plays the flows of a page, step by step: over a copy of the drawing that shows most of their steps, else over their own lanes. What is done
 * is drawn in ink, the step that is told is thick and has its number at the part where it begins, the rest is faint. Without script a flow is
 * a list that has all of it.
 */

const svgSpace = 'http://www.w3.org/2000/svg';

/** A copy of the drawing, from where the page shows it, or from what the flow brings with it. */
function stageOf(flow: HTMLElement): HTMLElement | undefined {
  const view = flow.dataset['over'];
  if (view === undefined) return undefined;
  const brought = flow.querySelector('template')?.content.querySelector('.stage');
  const stage = brought ?? document.querySelector(`#drawing-${CSS.escape(view)} .stage`);
  return stage ? (stage.cloneNode(true) as HTMLElement) : undefined;
}

interface Step {
  readonly item: HTMLElement;
  readonly relation: string | undefined;
  readonly from: string;
  readonly to: string;
}

const stepsOf = (flow: HTMLElement): readonly Step[] =>
  [...flow.querySelectorAll<HTMLElement>('ol > li')].map((item) => ({
    item,
    relation: item.dataset['relation'],
    from: item.dataset['from'] ?? '',
    to: item.dataset['to'] ?? '',
  }));

/** The elements of a drawing that show a step: its arrow, or the part at which it happens. */
const shownBy = (picture: Element, { relation, from }: Step): readonly Element[] => [
  ...picture.querySelectorAll(
    relation === undefined ? `[data-parts~="${CSS.escape(from)}"]` : `[data-relations~="${CSS.escape(relation)}"]`,
  ),
];

const partOf = (picture: Element, { from, to }: Step): Element | null =>
  picture.querySelector(`[data-parts~="${CSS.escape(from)}"]`) ?? picture.querySelector(`[data-parts~="${CSS.escape(to)}"]`);

/** The upper left corner of the shape of a part; a device is a path that begins there. */
function cornerOf(part: Element): readonly [number, number] {
  const shape = part.querySelector('rect, path');
  const [x = 0, y = 0] = shape?.tagName === 'rect' ? [shape.getAttribute('x'), shape.getAttribute('y')].map(Number) : numbersIn(shape);
  return [x, y];
}
const numbersIn = (shape: Element | null): number[] => (shape?.getAttribute('d')?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

function discAt([x, y]: readonly [number, number], number: number): SVGElement {
  const disc = document.createElementNS(svgSpace, 'g');
  disc.setAttribute('class', 'step-disc');
  disc.setAttribute('transform', `translate(${x} ${y})`);
  disc.setAttribute('aria-hidden', 'true');
  const circle = document.createElementNS(svgSpace, 'circle');
  circle.setAttribute('r', '10');
  const text = document.createElementNS(svgSpace, 'text');
  text.setAttribute('dy', '0.35em');
  text.textContent = String(number);
  disc.append(circle, text);
  return disc;
}

/** Marks what is done and what is told; says whether the drawing shows the step. */
function markIn(picture: Element, steps: readonly Step[], at: number): boolean {
  for (const each of picture.querySelectorAll('.step-disc')) each.remove();
  for (const each of picture.querySelectorAll('.is-past, .is-now')) each.classList.remove('is-past', 'is-now');
  for (const step of steps.slice(0, at)) for (const each of shownBy(picture, step)) each.classList.add('is-past');
  const now = steps[at]!;
  const shown = shownBy(picture, now);
  for (const each of shown) each.classList.add('is-now');
  // Arrows share their ends: what is marked lies over what is faint.
  for (const each of picture.querySelectorAll('.edge:is(.is-past, .is-now)')) [...picture.querySelectorAll('.edge')].at(-1)?.after(each);
  const part = partOf(picture, now);
  if (part) picture.append(discAt(cornerOf(part), at + 1));
  return shown.length > 0;
}

function enable(flow: HTMLElement): void {
  const steps = stepsOf(flow);
  const find = <E extends HTMLElement>(name: string): E => flow.querySelector<E>(`.${name}`)!;
  const [start, back, on, all] = ['start', 'back', 'on', 'all'].map((it) => find<HTMLButtonElement>(it)) as [
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLButtonElement,
  ];
  const [count, list, outside] = [find('count'), flow.querySelector('ol')!, find('outside')];
  let stage: HTMLElement | undefined;
  let at: number | undefined;

  const show = (next: number | undefined): void => {
    at = next;
    const isPlayed = at !== undefined;
    flow.classList.toggle('is-played', isPlayed);
    flow.classList.toggle('is-over', isPlayed && stage !== undefined);
    start.hidden = isPlayed;
    for (const each of [back, on, all, count]) each.hidden = !isPlayed;
    if (stage) stage.hidden = !isPlayed;
    for (const [i, { item }] of steps.entries()) {
      item.classList.toggle('is-now', i === at);
      item.classList.toggle('is-next', isPlayed && i > at!);
    }
    outside.hidden = true;
    if (at === undefined) return;
    count.textContent = `step ${at + 1} of ${steps.length}`;
    // Not `disabled`: that would take the focus from who steps with the keyboard.
    back.ariaDisabled = String(at === 0);
    on.ariaDisabled = String(at === steps.length - 1);
    const now = at;
    const shown = [...(stage?.querySelectorAll('svg') ?? [])].map((picture) => markIn(picture, steps, now));
    outside.hidden = stage === undefined || shown.includes(true);
  };
  const go = (by: -1 | 1): void => {
    if (at !== undefined && at + by >= 0 && at + by < steps.length) show(at + by);
  };

  find('controls').inert = false;
  start.addEventListener('click', () => {
    if (!stage) {
      stage = stageOf(flow);
      if (stage) list.parentElement!.before(stage);
      list.ariaLive = 'polite';
    }
    show(0);
    on.focus();
  });
  back.addEventListener('click', () => go(-1));
  on.addEventListener('click', () => go(1));
  all.addEventListener('click', () => {
    show(undefined);
    start.focus();
  });
  find('controls').addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || at === undefined) return;
    if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'Escape') all.click();
    else return;
    event.preventDefault();
  });
}

for (const flow of document.querySelectorAll<HTMLElement>('.flow')) enable(flow);
