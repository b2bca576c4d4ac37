/**
 * The scheduler as a dial beside a table. The orbit of a task is its state; the number outside it, its place in the
 * queue; the short hand points to the task that has the processor. A dead task has left the dial for its corner.
 */
import { useId } from 'preact/hooks';
import { type NamedProps as PictureProps, withNames } from '../../../drawing/named-rules.ts';
import { model } from './model.ts';
import { Crossed, Dial, LongHand, Pivot, point, ShortHand } from '../../../drawing/Dial.tsx';
import { OrbitName, orbits, Planet, type Orbit } from '../../../drawing/Orbits.tsx';
import { blamed, explain, moreOf, placesOf, scheduleIn, type Schedule } from './view-rules.ts';
import { classes, same } from '../../../drawing/words.ts';

const CORNER = 200;

/** Tasks stand at fixed angles and leave the upper start of the dial to the words. */
const angleOf = (i: number, count: number) => Math.round(20 + (i * 230) / Math.max(count - 1, 1));

const isOrbit = (is: string): is is Orbit => is in orbits;

/** The corner for dead tasks that is nearest on the way round; the idle task never dies. */
function cornerOf(schedule: Schedule, i: number) {
  const corner = i > schedule.idle ? i - 1 : i;
  return { x: corner % 4 < 2 ? CORNER : -CORNER, y: corner % 4 === 1 || corner % 4 === 2 ? CORNER : -CORNER };
}

/** Where a task stands; undefined when it is gone. */
function placeOf(schedule: Schedule, i: number) {
  const is = schedule.tasks[i]?.is ?? 'gone';
  if (isOrbit(is)) return point(angleOf(i, schedule.tasks.length), orbits[is]);
  return is === 'dead' ? cornerOf(schedule, i) : undefined;
}

function Picture({ now, before, broken, caption, step = 0 }: PictureProps) {
  const schedule = scheduleIn(now);
  const earlier = before && scheduleIn(before);
  const blame = blamed(schedule, broken);
  return (
    <div class="scheduler">
      <div class="scheduler-board">
        <TaskDial now={schedule} was={earlier ?? schedule} blame={blame} step={step} />
        <table class="scheduler-tasks">
          <caption class="visually-hidden">{`Tasks ${caption}`}</caption>
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {schedule.tasks.map((_, i) => (
              <TaskRow key={i} index={i} now={schedule} was={earlier ?? schedule} isBroken={blame.includes(i)} />
            ))}
          </tbody>
          <Standing now={schedule} was={earlier ?? schedule} />
        </table>
      </div>
    </div>
  );
}

interface DialProps {
  readonly now: Schedule;
  readonly was: Schedule;
  readonly blame: readonly number[];
  readonly step: number;
}

function TaskDial({ now, was, blame, step }: DialProps) {
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
        const props = { label: i, isIdle: i === now.idle, isBroken: blame.includes(i), numbers: placesOf(now, i).join(' ') };
        const earlier = was.tasks[i]?.is ?? task.is;
        const from = isOrbit(earlier) ? earlier : undefined;
        if (isOrbit(task.is)) return <Planet key={i} {...props} on={task.is} angle={angleOf(i, count)} from={from} step={step} />;
        return task.is === 'dead' ? <Dead key={i} {...props} {...cornerOf(now, i)} /> : null;
      })}
      {blame.includes(now.current) && now.tasks[now.current]?.is === 'gone' && (
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

export const view = withNames({ Picture, explain: (rule, now) => explain(rule, scheduleIn(now)) }, Object.keys(model.model.always));
