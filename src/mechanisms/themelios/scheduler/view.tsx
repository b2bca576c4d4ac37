/**
 * The scheduler as a dial beside a table. The orbit of a task is its state; the number outside it, its place in the
 * queue; the short hand points to the task that has the processor. A dead task has left the dial for its corner.
 */
import { useId } from 'preact/hooks';
import type { StateOf } from '../../../engine/language.ts';
import { brokenRows } from '../../../drawing/broken.ts';
import { Crossed, Dial, LongHand, Pivot, point, ShortHand } from '../../../drawing/Dial.tsx';
import { OrbitName, orbits, Planet, type Orbit } from '../../../drawing/Orbits.tsx';
import type { PictureProps, View } from '../../../drawing/view.ts';
import { classes, listed, ordinal, same, sentences } from '../../../drawing/words.ts';
import type { model } from './model.ts';

type Model = typeof model;
type Schedule = StateOf<Model>;

/** The places of a task in the queue, counted from 1: more than one by a fault. */
const placesOf = ({ queue }: Schedule, i: number) => queue.flatMap((it, place) => (it === i ? [place + 1] : []));
const line = (s: Schedule, i: number) => listed(placesOf(s, i).map(ordinal));

const words: View<Model>['words'] = {
  'no two tasks are running': ({ now, rows }) =>
    sentences(rows('task'), (i) => `Task ${i} ${i === now.current ? 'has the processor' : 'is marked as running, too'}.`),
  'no task stands in the queue twice': ({ now, rows }) =>
    sentences(rows('task'), (i) => `Task ${i} stands in the queue as the ${line(now, i)}.`),
  'the idle task is never queued': ({ now, rows }) =>
    sentences(rows('task'), (i) => `Task ${i}, the idle task, stands in the queue as the ${line(now, i)}.`),
  'a dead task neither runs nor waits to run': ({ now, rows }) =>
    sentences(rows('task'), (i) => `Task ${i} has ended, and ${now.queue.includes(i) ? 'stands in the queue' : 'has the processor'}.`),
  'the kernel stands on a stack that is not freed': ({ rows }) =>
    sentences(rows('task'), (i) => `The stack of task ${i} is freed, and the kernel still stands on it.`),
  'a ready task waits for at most one slice of each other': ({ now: { tasks }, rows }) =>
    sentences(
      rows('task'),
      (i) => `Task ${i} has waited for ${tasks[i]!.waited} slices, and only ${tasks.length - 2} others take turns with it.`,
    ),
};

const CORNER = 200;

/** Tasks stand at fixed angles and leave the upper start of the dial to the words. */
const angleOf = (i: number, count: number) => Math.round(20 + (i * 230) / Math.max(count - 1, 1));

const isOrbit = (is: string): is is Orbit => is in orbits;

/** The corner for dead tasks that is nearest on the way round; the idle task never dies. */
function cornerOf({ idle }: Schedule, i: number) {
  const corner = i > idle ? i - 1 : i;
  return { x: corner % 4 < 2 ? CORNER : -CORNER, y: corner % 4 === 1 || corner % 4 === 2 ? CORNER : -CORNER };
}

/** Where a task stands; undefined when it is gone. */
function placeOf(schedule: Schedule, i: number) {
  const is = schedule.tasks[i]?.is ?? 'gone';
  if (isOrbit(is)) return point(angleOf(i, schedule.tasks.length), orbits[is]);
  return is === 'dead' ? cornerOf(schedule, i) : undefined;
}

function Picture({ now, before, broken, caption, step = 0 }: PictureProps<Model>) {
  const was = before ?? now;
  const blamed = brokenRows(broken, 'task');
  return (
    <div class="scheduler">
      <div class="scheduler-board">
        <TaskDial now={now} was={was} blamed={blamed} step={step} />
        <table class="scheduler-tasks">
          <caption class="visually-hidden">{`Tasks ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {now.tasks.map((_, i) => (
              <TaskRow key={i} index={i} now={now} was={was} isBroken={blamed.includes(i)} />
            ))}
          </tbody>
          <Standing now={now} was={was} />
        </table>
      </div>
    </div>
  );
}

interface DialProps {
  readonly now: Schedule;
  readonly was: Schedule;
  readonly blamed: readonly number[];
  readonly step: number;
}

function TaskDial({ now, was, blamed, step }: DialProps) {
  const id = useId();
  const count = now.tasks.length;
  const names = Object.keys(orbits) as Orbit[];
  return (
    <Dial step={step}>
      {names.map((name) => (
        <circle key={name} class={`orbit orbit-${name}`} r={orbits[name]} />
      ))}
      {now.tasks.map((_, i) => (
        <Ghost key={i} from={placeOf(was, i)} to={placeOf(now, i)} />
      ))}
      <ShortHand angle={angleOf(now.current, count)} reach={orbits.running - 21} isOpen={now.switching} />
      <LongHand step={step} />
      <Pivot />
      {names.map((name) => (
        <OrbitName key={name} name={name} id={`${id}-${name}`} radius={orbits[name]} />
      ))}
      {now.tasks.map((task, i) => {
        const props = { label: i, isIdle: i === now.idle, isBroken: blamed.includes(i), numbers: placesOf(now, i).join(' ') };
        const earlier = was.tasks[i]?.is ?? task.is;
        const from = isOrbit(earlier) ? earlier : undefined;
        if (isOrbit(task.is)) return <Planet key={i} {...props} on={task.is} angle={angleOf(i, count)} from={from} step={step} />;
        return task.is === 'dead' ? <Dead key={i} {...props} {...cornerOf(now, i)} /> : null;
      })}
      {blamed.includes(now.current) && now.tasks[now.current]?.is === 'gone' && (
        <Crossed {...point(angleOf(now.current, count), orbits.running)} />
      )}
    </Dial>
  );
}

type Place = ReturnType<typeof placeOf>;

/** Where a task stood until the last step, and the line from there to where it is. */
function Ghost({ from, to }: { readonly from: Place; readonly to: Place }) {
  if (!from || same(from, to)) return null;
  return (
    <g class="ghost">
      {to && <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />}
      <circle class="ghost-place" cx={from.x} cy={from.y} r="21" />
    </g>
  );
}

interface DeadProps {
  readonly label: number;
  readonly isBroken: boolean;
  readonly numbers: string;
  readonly x: number;
  readonly y: number;
}

function Dead({ label, isBroken, numbers, x, y }: DeadProps) {
  const inward = -Math.sign(x) * 28;
  return (
    <g class={classes('planet is-dead', isBroken && 'is-broken')}>
      <circle class="planet-disc" cx={x} cy={y} r="21" />
      <text class="planet-label" x={x} y={y} dy="0.34em">
        {label}
      </text>
      <text class={`dial-text ${x > 0 ? 'is-end' : 'is-start'}`} x={x + inward} y={y} dy="0.35em">
        {numbers ? `dead, ${numbers}` : 'dead'}
      </text>
      {isBroken && <Crossed x={x - inward / 2} y={y - 15} />}
    </g>
  );
}

interface RowProps {
  readonly index: number;
  readonly now: Schedule;
  readonly was: Schedule;
  readonly isBroken: boolean;
}

function TaskRow({ index, now, was, isBroken }: RowProps) {
  const is = now.tasks[index]?.is;
  const wasState = was.tasks[index]?.is;
  const [more, wasMore] = [moreOf(now, index), moreOf(was, index)];
  const said = is === wasState ? wasMore : wasState;
  const changed = is !== wasState || more !== wasMore;
  return (
    <tr class={classes(changed && 'is-changed', isBroken && 'is-broken')}>
      <th scope="row">{index}</th>
      <td>
        <span class="task-state">
          {is}
          {index === now.idle && <span class="task-idle"> (idle task)</span>}
        </span>{' '}
        <span class="task-more">{more}</span>
        {changed && said && <span class="was"> was {said}</span>}
      </td>
    </tr>
  );
}

/** What is to be said of a task beside its state. */
function moreOf(s: Schedule, i: number): string {
  const { is, stack, waited } = s.tasks[i]!;
  const isQueued = s.queue.includes(i);
  const said = [
    isQueued && `${line(s, i)} in line`,
    is === 'ready' && !isQueued && (i === s.idle ? 'runs when none is in line' : 'not in line'),
    waited > 0 && `waited ${waited} ${waited === 1 ? 'slice' : 'slices'}`,
    is === 'dead' && 'its stack is kept',
    is === 'gone' && !stack && 'its stack is freed',
  ];
  return said.filter(Boolean).join(', ');
}

/** What belongs to no task: the scheduler itself, and a tick that nobody was told of. */
function Standing({ now, was }: { readonly now: Schedule; readonly was: Schedule }) {
  return (
    <tfoot>
      <tr class={now.switching === was.switching ? undefined : 'is-changed'}>
        <td colSpan={2}>
          {now.switching ? `The scheduler is at work, on the stack of task ${now.current}.` : `Task ${now.current} has the processor.`}
        </td>
      </tr>
      {now.unacknowledged !== null && (
        <tr class={now.unacknowledged === was.unacknowledged ? undefined : 'is-changed'}>
          <td colSpan={2}>{`The tick of task ${now.unacknowledged} is not acknowledged, so no other follows.`}</td>
        </tr>
      )}
    </tfoot>
  );
}

export const view: View<Model> = { Picture, words };
